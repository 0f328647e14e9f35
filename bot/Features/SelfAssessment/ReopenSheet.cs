using ChiBoBot.Cards;
using ChiBoBot.Turns;
using ChiBoBot.Understanding;

namespace ChiBoBot.Features.SelfAssessment;

/// <summary>“Trả lại một bản”: whose, and why.</summary>
internal sealed class AskReopen(RoundStore rounds, SheetChoices choices) : IHandle<SheetForm>
{
    public async Task<Reply> Handle(SheetForm form, Turn turn, CancellationToken cancel) =>
        await rounds.Find(turn.CellId, form.Round, cancel) is not { Row.Part: var round } ? Reply.Notify(AssessmentText.Gone)
        : await choices.HandedIn(turn.CellId, round, form.NameSought, turn.At, cancel) is not { Of: > 0 } members ? Reply.Notify(AssessmentText.NobodyToChoose)
        : Reply.Replace(Card(round, members, form), AssessmentText.Reopen);

    /// <summary>The card with what was chosen and written on it already: looking for a name loses nothing.</summary>
    public static AdaptiveCard Card(Round round, MemberChoices members, SheetForm form, string? error = null) =>
        RoundCards.ReopenAsk(round.Id, SheetViews.Title(round), members with { Chosen = form.Text("who") }, error, form.Text("reason"));
}

/// <summary>Gives a sheet back with a reason. What was handed in stays as it was.</summary>
internal sealed class ReopenSheet(RoundStore rounds, RoundDesk desk, RoundBoard board, SheetChoices choices, ILogger<ReopenSheet> log) : IHandle<SheetForm>
{
    private const int ReasonLength = 500;

    public async Task<Reply> Handle(SheetForm form, Turn turn, CancellationToken cancel)
    {
        if (await rounds.Find(turn.CellId, form.Round, cancel) is not { Row.Part: var round })
        {
            return Reply.Notify(AssessmentText.Gone);
        }

        var (who, reason) = (form.Text("who"), form.Text("reason").Trim());
        if (!round.Forms.ContainsKey(who) || reason.Length is 0 or > ReasonLength)
        {
            return Reply.Replace(AskReopen.Card(round, await choices.HandedIn(turn.CellId, round, form.NameSought, turn.At, cancel), form, AssessmentText.ReopenMissing), AssessmentText.Reopen);
        }

        var name = (await rounds.Members(turn.CellId, cancel)).GetValueOrDefault(who)?.Name ?? who;
        if (await desk.Reopen(round.Id, who, name, reason, turn, cancel) is { } refusal)
        {
            return Reply.Notify(SheetReplies.Words(refusal));
        }

        log.Reopened(turn.CellId, round.Id);
        var said = AssessmentText.ReopenedSaid(name);
        return Reply.Replace(RoundCards.Board(await board.View(turn.CellId, round, turn.At, cancel, said)), said);
    }
}

/// <summary>“Nhập bản giấy”: whose. Only who has not begun on Teams can be entered from paper.</summary>
internal sealed class AskPaper(RoundStore rounds, SheetChoices choices) : IHandle<SheetForm>
{
    public async Task<Reply> Handle(SheetForm form, Turn turn, CancellationToken cancel) =>
        await rounds.Find(turn.CellId, form.Round, cancel) is not { Row.Part: var round } ? Reply.Notify(AssessmentText.Gone)
        : await choices.OnPaper(turn.CellId, round, form.NameSought, turn.At, cancel) is not { Of: > 0 } members ? Reply.Notify(AssessmentText.NobodyToChoose)
        : Reply.Replace(RoundCards.PaperAsk(round.Id, SheetViews.Title(round), members), AssessmentText.Paper);
}

/// <summary>The clerk begins to enter a paper form: the same sections, with the clerk's pen.</summary>
internal sealed class EnterPaper(SheetStore store, SheetReplies replies) : IHandle<SheetForm>
{
    public async Task<Reply> Handle(SheetForm form, Turn turn, CancellationToken cancel)
    {
        if (form.Text("who") is not { Length: > 0 } who || who == turn.Asker.MemberId || Pen.For(turn.Asker, who) is not { } pen)
        {
            return Reply.Notify(AssessmentText.NobodyToChoose);
        }

        return await store.Open(pen, form.Round, cancel) is { } open
            ? Reply.Replace(await replies.Resume(open, turn.At, cancel), open.Form.Title)
            : Reply.Notify(AssessmentText.PaperBegun);
    }
}

/// <summary>The members among whom the secretary or the clerk chooses.</summary>
internal sealed class SheetChoices(RoundStore rounds)
{
    /// <summary>More than so many are looked for by name: a card holds 28 KB.</summary>
    public const int Most = 100;

    public Task<MemberChoices> HandedIn(string cellId, Round round, string find, DateTimeOffset at, CancellationToken cancel) =>
        Of(cellId, round, sheet => sheet?.State == SheetState.HandedIn, find, at, cancel);

    public Task<MemberChoices> OnPaper(string cellId, Round round, string find, DateTimeOffset at, CancellationToken cancel) =>
        Of(cellId, round, sheet => sheet is null or { State: SheetState.Draft, Clerk: not null }, find, at, cancel);

    /// <summary>Whether a name holds the words that were typed, with or without their marks.</summary>
    public static bool Matches(string name, string find) => Said.PlainOf(find) is { Length: > 0 } words && $" {Said.PlainOf(name)} ".Contains($" {words} ", StringComparison.Ordinal);

    private async Task<MemberChoices> Of(string cellId, Round round, Func<Sheet?, bool> which, string find, DateTimeOffset at, CancellationToken cancel)
    {
        var sheets = await rounds.Sheets(cellId, round.Id, cancel);
        var members = await rounds.Members(cellId, cancel);
        List<Choice> all =
        [
            .. round.Forms.Keys
                .Where(member => sheets.GetValueOrDefault(member) is var sheet && which(sheet) && !round.HasLeft(members.GetValueOrDefault(member), sheet, at))
                .Select(member => new Choice(members.GetValueOrDefault(member)?.Name ?? member, member))
                .OrderBy(choice => VietnameseNames.SortKey(choice.Title), StringComparer.Ordinal),
        ];
        List<Choice> found = find.Length == 0 ? all : [.. all.Where(choice => Matches(choice.Title, find))];
        return new([.. found.Take(Most)], all.Count) { Hidden = Math.Max(0, found.Count - Most), Find = find };
    }
}

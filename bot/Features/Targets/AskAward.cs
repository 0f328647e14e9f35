using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using ChiBoBot.Cards;
using ChiBoBot.Features.Cells;
using ChiBoBot.Storage;
using ChiBoBot.Turns;
using ChiBoBot.Understanding;

namespace ChiBoBot.Features.Targets;

/// <summary>“Ghi danh hiệu chiến sĩ thi đua cho đồng chí …”, “thêm danh hiệu năm 2025”.</summary>
/// <param name="Words">What was said, without marks.</param>
internal sealed partial record AskAward(Title Title, int? Year, string Words)
{
    public static AskAward? Of(Said said) => Form().IsMatch(said.Core)
        ? new(
            said.Core.Contains("tap the", StringComparison.Ordinal) ? Title.ExcellentCollective : said.Core.Contains("chien si", StringComparison.Ordinal) ? Title.GrassrootsFighter : Title.Advanced,
            Years().Match(said.Core) is { Success: true } year ? int.Parse(year.Groups[1].Value, CultureInfo.InvariantCulture) : null,
            said.Plain)
        : null;

    [GeneratedRegex(@"^(?:ghi|them|nhap|ghi nhan)(?: giup(?: toi)?)? (?:danh hieu|khen thuong)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Form();

    [GeneratedRegex(@"\bnam (20\d\d)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Years();
}

/// <summary>What the card of a title waits for.</summary>
/// <param name="Members">The ids of those who may have it.</param>
/// <param name="Units">The units, in the order of the card.</param>
internal sealed record PendingAward(IReadOnlyList<string> Members, IReadOnlyList<string> Units);

internal sealed class AskAwardHandler(ITables tables, Pendings pendings) : IHandle<AskAward>
{
    public const string Kind = "targets.award";

    public async Task<Reply> Handle(AskAward asked, Turn turn, CancellationToken cancel)
    {
        var year = asked.Year ?? turn.Today.Year;
        var day = new DateOnly(year, 12, 31) is var end && end < turn.Today ? end : turn.Today;
        var members = (await tables.List<PartRow<Member>>(turn.CellId, PartRow<Member>.Range, cancel)).Select(row => row.Row.Part).CountedOn(day, CountedIn.Cell).ToList();
        var units = members.Select(member => member.Unit).OfType<string>().Distinct().Order(StringComparer.Ordinal).ToList();
        var id = await pendings.Keep(turn, Kind, TargetCommandText.AwardTitle.ToLowerInvariant(), new PendingAward([.. members.Select(member => member.Id)], units), TargetsJson.Default.PendingAward, cancel);
        var named = members.FirstOrDefault(member => asked.Words.Contains(string.Join(' ', TargetMatch.Words(member.Name)), StringComparison.Ordinal));
        var card = TargetCommandCards.Award(new(id, year, NameOf(asked.Title), [.. members.Select(member => (member.Id, member.Name))], named?.Id, units));
        return Reply.Propose(card, card.FallbackText!, id);
    }

    public static string NameOf(Title title) => JsonNamingPolicy.CamelCase.ConvertName(title.ToString());
}

/// <summary>“Ghi danh hiệu” was pressed. A title that is recorded already stays as it is.</summary>
internal sealed class RecordAward(ITables tables, Commit commit, Pendings pendings) : IHandle<TargetForm>
{
    private const int NamesShown = 3;

    public async Task<Reply> Handle(TargetForm form, Turn turn, CancellationToken cancel)
    {
        if (await pendings.Find(turn, AskAwardHandler.Kind, form.Id, TargetsJson.Default.PendingAward, cancel) is not { } pending)
        {
            return Reply.Notify(TurnsText.OldCard);
        }

        return await commit.Run(turn, pending.Done, () => Decide(form, pending.Content, turn, cancel), cancel);
    }

    private async Task<(LedgerEntry?, Reply)> Decide(TargetForm form, PendingAward pending, Turn turn, CancellationToken cancel)
    {
        if (Enum.GetValues<Title>().Where(title => AskAwardHandler.NameOf(title) == form.Text("title")).ToArray() is not [var title])
        {
            return Refuse(TargetCommandText.WrongChoice);
        }

        if (!ResultFields.TryNumber(form.Text("year"), out var number) || number is not { } year || year < 2000 || year > turn.Today.Year)
        {
            return Refuse(TargetCommandText.WrongYear);
        }

        if (Chosen(form, pending) is not { } whom || form.Text("decision") is { Length: > 200 })
        {
            return Refuse(TargetCommandText.WrongChoice);
        }

        if (whom.Count == 0)
        {
            return Refuse(TargetCommandText.NeedsSomebody);
        }

        var names = new List<string>();
        var awards = new List<Award>();
        foreach (var one in whom)
        {
            awards.Add(new(year, title) { Member = one.Member, Unit = one.Unit, Decision = form.Text("decision") });
            names.Add(one switch
            {
                { Member: { } member } => (await tables.Find<PartRow<Member>>(turn.CellId, PartRow<Member>.KeyOf(member), cancel))?.Row.Part.Name ?? member,
                { Unit: { } unit } => unit,
                _ => TargetCommandText.TheCell.ToLowerInvariant(),
            });
        }

        var shown = string.Join(", ", names.Take(NamesShown)) + (names.Count > NamesShown ? "…" : "");
        var what = TargetCommandText.DidAward(TargetCommandText.Words(TargetCommandText.Titles, AskAwardHandler.NameOf(title)), year, shown);
        var entry = new LedgerEntry(turn, what);
        var isNew = false;
        foreach (var award in awards)
        {
            var stored = await tables.Find<PartRow<Award>>(turn.CellId, PartRow<Award>.KeyOf(((ICellPart<Award>)award).Key), cancel);
            if (stored?.Row.Part != award)
            {
                entry.Set(stored, new PartRow<Award>(turn.CellId, award) { Imported = stored?.Row.Imported });
                isNew = true;
            }
        }

        return isNew
            ? (entry, Reply.Replace(LedgerCards.Done(TargetCommandText.Done(what), entry.Key), TargetCommandText.Done(what)))
            : Refuse(TargetCommandText.NothingChanged);
    }

    /// <summary>Those who were chosen; null where one of them could not be.</summary>
    private static List<Rated>? Chosen(TargetForm form, PendingAward pending)
    {
        var whom = new List<Rated>();
        foreach (var id in form.Text("members")?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [])
        {
            if (!pending.Members.Contains(id))
            {
                return null;
            }

            whom.Add(new(id, null));
        }

        switch (form.Text("unit"))
        {
            case null or "none":
                break;
            case "cell":
                whom.Add(default);
                break;
            case ['u', .. var index] when int.TryParse(index, CultureInfo.InvariantCulture, out var at) && at >= 0 && at < pending.Units.Count:
                whom.Add(new(null, pending.Units[at]));
                break;
            default:
                return null;
        }

        return whom;
    }

    private static (LedgerEntry?, Reply) Refuse(string sentence) => (null, Reply.Notify(sentence));
}

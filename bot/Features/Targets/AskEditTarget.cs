using System.Globalization;
using System.Text.RegularExpressions;
using ChiBoBot.Cards;
using ChiBoBot.Features.Cells;
using ChiBoBot.Storage;
using ChiBoBot.Turns;
using ChiBoBot.Understanding;

namespace ChiBoBot.Features.Targets;

/// <summary>“Thêm chỉ tiêu”, “sửa nội dung chỉ tiêu 3”.</summary>
internal sealed partial record AskEditTarget(int? Number)
{
    public static AskEditTarget? Of(Said said) =>
        said.Core is "them chi tieu" or "them chi tieu moi" or "them mot chi tieu" or "tao chi tieu" or "tao chi tieu moi" ? new((int?)null)
        : Form().Match(said.Core) is { Success: true } found ? new(int.Parse(found.Groups[1].Value, CultureInfo.InvariantCulture))
        : null;

    [GeneratedRegex(@"^(?:sua|chinh sua|doi) (?:noi dung |cau chu |van ban )?chi tieu (?:so )?(\d{1,3})$", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}

/// <summary>What the card of a target's words waits for.</summary>
/// <param name="Target">The id of the target that is changed; null for a new one.</param>
/// <param name="Was">The mark of the target as the card showed it.</param>
/// <param name="Resolutions">The ids of the resolutions that it may belong to.</param>
internal sealed record PendingEdit(string? Target, string Was, IReadOnlyList<string> Resolutions, IReadOnlyList<string> Members);

internal sealed class AskEditTargetHandler(TargetBoards boards, ITables tables, Pendings pendings) : IHandle<AskEditTarget>
{
    public const string Kind = "targets.edit";

    public async Task<Reply> Handle(AskEditTarget asked, Turn turn, CancellationToken cancel)
    {
        var board = await boards.Read(turn.CellId, Slots.None, underWay: true, turn.Today, cancel);
        if (board.Empty is { } empty)
        {
            return empty;
        }

        var resolutions = board.Terms.SelectMany(term => term.Resolutions).ToList();
        if (resolutions.Count == 0)
        {
            return Reply.Say(TargetCommandText.NoResolution);
        }

        var named = asked.Number is { } number ? TargetMatch.ByNumber(board.Verdicts, number) : [];
        if (asked.Number is { } missing && named.Count != 1)
        {
            return Reply.Say(named.Count > 1 ? TargetCommandText.WhichTarget : TargetsText.NoSuchNumber(missing, TargetsText.Scope(board.View), board.Verdicts.Count));
        }

        var old = named.Count == 1 ? named[0].Row.Target : null;
        var stored = old is null ? null : await tables.Find<PartRow<Target>>(turn.CellId, PartRow<Target>.KeyOf(old.Id), cancel);
        var members = (await tables.List<PartRow<Member>>(turn.CellId, PartRow<Member>.Range, cancel)).Select(row => row.Row.Part).Where(member => member.IsIn(turn.Today)).ToList();
        var id = await pendings.Keep(
            turn, Kind, (old is null ? TargetCommandText.NewTarget : TargetCommandText.EditTitle($"{old.Number}")).ToLowerInvariant(),
            new PendingEdit(old?.Id, stored is null ? "" : Fingerprint.Of(stored.Row.Part), [.. resolutions.Select(resolution => resolution.Id)], [.. members.Select(member => member.Id)]),
            TargetsJson.Default.PendingEdit, cancel);
        var next = board.Verdicts.Count == 0 ? 1 : board.Verdicts.Max(verdict => verdict.Row.Target.Number) + 1;
        var card = TargetCommandCards.Edit(new(
            id, old is null, $"{old?.Number ?? next}", old?.Title ?? "", old?.Text ?? "", old is null ? "" : string.Join('\n', old.Clauses.Select(ClauseReader.Write)), old?.Owner,
            [.. members.Select(member => (member.Id, member.Name))], [.. resolutions.Select(resolution => (resolution.Id, resolution.Title))], old?.Resolution ?? resolutions[^1].Id));
        return Reply.Propose(card, card.FallbackText!, id);
    }
}

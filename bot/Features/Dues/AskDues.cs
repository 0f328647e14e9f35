using System.Globalization;
using ChiBoBot.Cards;
using ChiBoBot.Features.Cells;
using ChiBoBot.Storage;
using ChiBoBot.Turns;
using ChiBoBot.Understanding;

namespace ChiBoBot.Features.Dues;

/// <summary>“ghi đảng phí”, “ai chưa nộp đảng phí?”</summary>
internal sealed record AskDues
{
    private static readonly string[] Openings =
        ["ghi dang phi", "ghi nhan dang phi", "cap nhat dang phi", "nhap dang phi", "tinh hinh dang phi", "tinh hinh nop dang phi", "ai chua nop dang phi", "ai chua dong dang phi", "nhung ai chua nop dang phi", "danh sach dang phi"];

    public static AskDues? Of(Said said) => Openings.Any(opening => said.Core.StartsWith(opening, StringComparison.Ordinal)) ? new() : null;
}

/// <summary>“đảng phí của tôi đến tháng nào rồi?”</summary>
internal sealed record AskOwnDues
{
    private static readonly string[] Openings = ["dang phi cua toi", "dang phi cua em", "nop dang phi den thang nao", "dong dang phi den thang nao", "da nop dang phi chua", "nop dang phi chua"];

    public static AskOwnDues? Of(Said said) => Openings.Any(opening => said.Core.StartsWith(opening, StringComparison.Ordinal)) ? new() : null;
}

/// <summary>How the cell stands, and the form to record; only for whoever may record.</summary>
internal sealed class AskDuesHandler(DuesBook book) : IHandle<AskDues>, IHandle<DuesOpenForm>
{
    // Some pay for half a year; who is behind catches up.
    private const int MonthsBack = 6;
    private const int MonthsAhead = 6;

    public async Task<Reply> Handle(AskDues asked, Turn turn, CancellationToken cancel) => Reply.Show(await Card(turn, 0, cancel), DuesText.Title);

    public async Task<Reply> Handle(DuesOpenForm form, Turn turn, CancellationToken cancel) =>
        Reply.Replace(await Card(turn, int.TryParse(form.From, NumberStyles.None, CultureInfo.InvariantCulture, out var from) ? from : 0, cancel), DuesText.Title);

    private async Task<AdaptiveCard> Card(Turn turn, int from, CancellationToken cancel)
    {
        var month = new DateOnly(turn.Today.Year, turn.Today.Month, 1);
        var people = await book.Members(turn.CellId, turn.Today, cancel);
        var dues = await book.Of(turn.CellId, cancel);
        return DuesCards.Form(new(
            month,
            people.Count(member => dues.GetValueOrDefault(member.Id) is { } one && (one.IsFree || one.Until.Last >= month)),
            people.Count,
            [.. Enumerable.Range(-MonthsBack, MonthsBack + MonthsAhead + 1).Select(month.AddMonths)],
            [
                .. people.Skip(from).Take(DuesCards.MostNames)
                    .Select(member => new Choice(DuesText.Person(member.Name, dues.GetValueOrDefault(member.Id)?.Until.First, dues.GetValueOrDefault(member.Id)?.IsFree == true), member.Id)),
            ])
        {
            Next = people.Count > from + DuesCards.MostNames ? from + DuesCards.MostNames : null,
        });
    }
}

/// <summary>Until when one has paid oneself.</summary>
internal sealed class AskOwnDuesHandler(ITables tables) : IHandle<AskOwnDues>
{
    public async Task<Reply> Handle(AskOwnDues asked, Turn turn, CancellationToken cancel) =>
        (await tables.Find<PartRow<DuesPaid>>(turn.CellId, PartRow<DuesPaid>.KeyOf(turn.Asker.MemberId!), cancel))?.Row.Part is { } dues
            ? Reply.Say(DuesText.Own(dues.Until.First, dues.IsFree))
            : Reply.Say(DuesText.NothingOwn);
}

/// <summary>The records of dues of a cell.</summary>
internal sealed class DuesBook(ITables tables)
{
    public async Task<IReadOnlyDictionary<string, DuesPaid>> Of(string cellId, CancellationToken cancel) =>
        (await tables.List<PartRow<DuesPaid>>(cellId, PartRow<DuesPaid>.Range, cancel)).ToDictionary(row => row.Row.Part.Member, row => row.Row.Part, StringComparer.Ordinal);

    /// <summary>Who is in the cell, by name.</summary>
    public async Task<IReadOnlyList<Member>> Members(string cellId, DateOnly day, CancellationToken cancel) =>
    [
        .. (await tables.List<PartRow<Member>>(cellId, PartRow<Member>.Range, cancel))
            .Select(row => row.Row.Part)
            .Where(member => member.IsIn(day))
            .OrderBy(member => VietnameseNames.SortKey(member.Name), StringComparer.Ordinal),
    ];
}

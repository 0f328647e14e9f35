using Azure;
using ChiBoBot.Cards;
using ChiBoBot.Features.Cells;
using ChiBoBot.Storage;
using ChiBoBot.Turns;
using ChiBoBot.Understanding;
using Microsoft.Extensions.Options;

namespace ChiBoBot.Features.Reports;

/// <summary>“Xuất bảng chỉ tiêu ra Excel”, “in báo cáo điểm danh quý 1”, “xuất kết quả xếp loại”.</summary>
internal sealed record AskReport(IReadOnlyList<string> Reports, Slots Slots)
{
    public static AskReport Of(Request request) => new(request.Slots.Texts("report"), request.Slots);

    public static AskReport? Of(Said said) => said.Core is
        "xuat ket qua xep loai" or "xuat ket qua xep loai dang vien" or "xuat danh sach xep loai" or "xuat file ket qua xep loai" or "xuat excel ket qua xep loai"
        or "tai ket qua xep loai" or "in ket qua xep loai" ? new(["assessment"], Slots.None) : null;
}

/// <summary>What would be in the file. Asking makes no address.</summary>
internal sealed class AskReportHandler(AllReports reports, ReportReplies replies) : IHandle<AskReport>
{
    public async Task<Reply> Handle(AskReport asked, Turn turn, CancellationToken cancel)
    {
        var known = asked.Reports.Where(reports.Has).Distinct().ToList();
        if (known.Count == 0)
        {
            return Reply.Say(ReportText.Which);
        }

        if (known.Count == 1)
        {
            return await replies.Ask(known[0], asked.Slots, turn, cancel);
        }

        var parts = new List<Reply>(known.Count);
        foreach (var report in known)
        {
            parts.Add(await replies.Ask(report, asked.Slots, turn, cancel));
        }

        return new Reply.Several(parts);
    }
}

/// <summary>A button for a report, e.g. the board's “Xuất kết quả xếp loại”.</summary>
internal sealed class ShowReport(AllReports reports, ReportReplies replies) : IHandle<ReportForm>
{
    public async Task<Reply> Handle(ReportForm form, Turn turn, CancellationToken cancel) => !reports.Has(form.Report)
        ? Reply.Notify(TurnsText.OldCard)
        : await replies.Ask(form.Report, form.Round is { } round ? Slots.Of("round", round) : Slots.None, turn, cancel) switch
        {
            Reply.Card card => Reply.Replace(card.Content, card.Summary),
            Reply.Words words => Reply.Notify(words.Text),
            var other => other,
        };
}

/// <summary>“Tạo địa chỉ tải”: an address for its maker's browser, for a while. Those of its maker whose while is over go at the same time.</summary>
internal sealed class MakeReport(AllReports reports, Pendings pendings, ITables tables, IOptions<WebOptions> options, ILogger<MakeReport> log) : IHandle<MakeReportForm>
{
    private const int MostOver = 50;

    public async Task<Reply> Handle(MakeReportForm form, Turn turn, CancellationToken cancel)
    {
        if (options.Value.Address is not { } address || turn.Asker.MemberId is not { } memberId)
        {
            return Reply.Notify(ReportText.NoAddress);
        }

        if (await pendings.Find(turn, ReportReplies.Kind, form.Id, ReportsJson.Default.ReportPlan, cancel) is not { Content: var plan } pending)
        {
            return Reply.Notify(TurnsText.NotPending);
        }

        if (!reports.IsFor(plan.Report, turn.Asker.May))
        {
            return Reply.Notify(TurnsText.NotAllowed);
        }

        if (await reports.Make(plan.Report, plan.Asked(turn.CellId, turn.At), turn.Asker.May, cancel) is not { } report)
        {
            return Reply.Notify(ReportText.NothingToWrite(plan.Report));
        }

        var over = (await tables.List<ReportRow>(turn.CellId, ReportRow.RangeOf(memberId), cancel)).Where(row => turn.At >= row.Row.Until).Take(MostOver);
        var secret = Secret.New();
        var row = new ReportRow(turn.CellId, memberId, plan.Report, ReportRow.HashOf(secret)) { MadeBy = form.Id, Slots = plan.Slots, Day = plan.Day, Until = turn.At + ReportReplies.Life };

        // The index before what it points at: without the cell's row it is worth nothing.
        await tables.Put(new ReportIndexRow(row.Hash, turn.CellId, memberId, plan.Report, form.Id), cancel);
        var entry = new LedgerEntry(turn, ReportText.DidMake(report.Title)).Beside([pending.Done, Change.Add(row), .. over.Select(old => Change.Delete(old.Row, ETag.All))]);
        await tables.Commit(entry.Changes, cancel);
        log.Offered(turn.CellId, plan.Report);
        return Reply.Replace(ReportCards.Made(ReportReplies.View(plan.Report, report), form.Id, new Uri(address, $"/reports/{secret}.xlsx"), row.Until), ReportText.Heading(plan.Report));
    }
}

/// <summary>“Thu hồi địa chỉ”.</summary>
internal sealed class RevokeReport(AllReports reports, ITables tables) : IHandle<ReportForm>
{
    public async Task<Reply> Handle(ReportForm form, Turn turn, CancellationToken cancel)
    {
        if (!reports.Has(form.Report))
        {
            return Reply.Notify(TurnsText.OldCard);
        }

        if (turn.Asker.MemberId is { } memberId && await tables.Find<ReportRow>(turn.CellId, ReportRow.KeyOf(memberId, form.Report, form.Id), cancel) is { } there)
        {
            await tables.Commit([Change.Delete(there.Row, there.ETag), Change.Add(InboxRow.Of(turn))], cancel);
        }

        return Reply.Replace(ReportCards.Revoked(form.Report), ReportText.Revoked);
    }
}

/// <summary>What is said before an address is made.</summary>
internal sealed class ReportReplies(AllReports reports, Pendings pendings, IOptions<WebOptions> options)
{
    public const string Kind = "reports.make";

    /// <summary>Enough to open the file on another machine, too little to be found in a chat next week.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(30);

    public async Task<Reply> Ask(string name, Slots slots, Turn turn, CancellationToken cancel)
    {
        if (!reports.IsFor(name, turn.Asker.May))
        {
            return Reply.Say(TurnsText.NotAllowed);
        }

        var plan = new ReportPlan(name, RequestJson.Write(new(Intent.CmdExportReport, slots)), turn.Today);
        if (await reports.Make(name, plan.Asked(turn.CellId, turn.At), turn.Asker.May, cancel) is not { } report)
        {
            return Reply.Say(ReportText.NothingToWrite(name));
        }

        if (options.Value.Address is null)
        {
            return Reply.Say(ReportText.NoAddress);
        }

        // Each of several in one message waits for its own press.
        var pending = await pendings.Keep(turn with { Id = $"{turn.Id}#{name}" }, Kind, ReportText.DidMake(report.Title), plan, ReportsJson.Default.ReportPlan, cancel);
        var view = View(name, report) with
        {
            Format = slots.Texts("format") is var formats && formats.Contains("pdf") ? ReportText.NoSuchFormat(isPdf: true)
                : formats.Contains("word") ? ReportText.NoSuchFormat(isPdf: false)
                : null,
        };
        return Reply.Propose(ReportCards.Ask(view, pending, (int)Life.TotalMinutes), ReportText.Heading(name), pending);
    }

    public static ReportView View(string name, Report report) => new(name, report.Title, report.Sums) { What = report.What, Hint = report.Hint, Round = report.Round };
}

/// <summary>What was understood of the command.</summary>
/// <param name="Slots">The particulars, as a request's JSON.</param>
/// <param name="Day">On which it was said.</param>
internal sealed record ReportPlan(string Report, string Slots, DateOnly Day)
{
    public ReportAsked Asked(string cellId, DateTimeOffset at) => new(cellId, RequestJson.Read(Slots).Slots, Day, at);
}

using ChiBoBot.Cards;
using ChiBoBot.Features.Cells;
using ChiBoBot.Storage;
using ChiBoBot.Turns;
using ChiBoBot.Understanding;
using Microsoft.Extensions.Options;

namespace ChiBoBot.Features.SelfAssessment;

/// <summary>“Xuất kết quả xếp loại”, “xuất Excel tổng hợp tự đánh giá”. Other reports are not built.</summary>
internal sealed record AskResults(Slots Slots)
{
    public static AskResults? Of(Request request) => request.Slots.Texts("report").Contains("assessment") ? new(request.Slots) : null;

    public static AskResults? Of(Said said) => said.Core is
        "xuat ket qua xep loai" or "xuat ket qua xep loai dang vien" or "xuat danh sach xep loai" or "xuat file ket qua xep loai" or "xuat excel ket qua xep loai"
        or "tai ket qua xep loai" or "in ket qua xep loai" ? new(Slots.None) : null;
}

/// <summary>What would be in the file. Asking makes no address.</summary>
internal sealed class AskResultsHandler(RoundStore rounds, ResultReplies replies) : IHandle<AskResults>
{
    public async Task<Reply> Handle(AskResults asked, Turn turn, CancellationToken cancel)
    {
        var year = Periods.Year(asked.Slots, turn.Today);
        var rated = (await rounds.List(turn.CellId, cancel)).FirstOrDefault(round => CellRules.Of(round).IsRated && (year is null || round.Year == year));
        return rated is null ? Reply.Say(ResultText.NoRound)
            : !replies.CanServe ? Reply.Say(ResultText.NoAddress)
            : Reply.Show(await replies.Ask(rated, turn, cancel), ResultText.Title, Audience.Committee);
    }
}

/// <summary>The board's “Xuất kết quả xếp loại”.</summary>
internal sealed class ShowResults(RoundStore rounds, ResultReplies replies) : IHandle<SheetForm>
{
    public async Task<Reply> Handle(SheetForm form, Turn turn, CancellationToken cancel) =>
        await rounds.Find(turn.CellId, form.Round, cancel) is not { Row.Part: var round } || !CellRules.Of(round).IsRated ? Reply.Notify(AssessmentText.Gone)
        : !replies.CanServe ? Reply.Notify(ResultText.NoAddress)
        : Reply.Replace(await replies.Ask(round, turn, cancel), ResultText.Title);
}

/// <summary>“Tạo địa chỉ tải”: an address for its maker's browser, for a while. An earlier one dies with it.</summary>
internal sealed class MakeResults(RoundStore rounds, ITables tables, IOptions<WebOptions> options, ILogger<MakeResults> log) : IHandle<SheetForm>
{
    public async Task<Reply> Handle(SheetForm form, Turn turn, CancellationToken cancel)
    {
        if (options.Value.Address is not { } address || turn.Asker.MemberId is not { } memberId)
        {
            return Reply.Notify(ResultText.NoAddress);
        }

        if (await rounds.Find(turn.CellId, form.Round, cancel) is not { Row.Part: var round } || !CellRules.Of(round).IsRated)
        {
            return Reply.Notify(AssessmentText.Gone);
        }

        var before = await tables.Find<ResultFileRow>(turn.CellId, ResultFileRow.KeyOf(memberId), cancel);
        var secret = Secret.New();
        var file = new ResultFileRow(turn.CellId, memberId, ResultFileRow.HashOf(secret)) { Round = round.Id, Until = turn.At + ResultReplies.Life };

        // The index before what it points at: without the cell's row it is worth nothing.
        await tables.Put(new ResultFileIndexRow(file.Hash, turn.CellId, memberId), cancel);
        var title = SheetViews.Title(round);
        var entry = new LedgerEntry(turn, ResultText.DidMake(title)).Beside(before is null ? Change.Add(file) : Change.Replace(file, before.ETag));
        await tables.Commit(entry.Changes, cancel);
        log.ResultsOffered(turn.CellId, round.Id);
        return Reply.Replace(ResultCards.Made(round.Id, title, new Uri(address, $"/results/{secret}.xlsx"), file.Until), ResultText.Title);
    }
}

/// <summary>“Thu hồi địa chỉ”.</summary>
internal sealed class RevokeResults(ITables tables) : IHandle<SheetForm>
{
    public async Task<Reply> Handle(SheetForm form, Turn turn, CancellationToken cancel)
    {
        if (turn.Asker.MemberId is { } memberId && await tables.Find<ResultFileRow>(turn.CellId, ResultFileRow.KeyOf(memberId), cancel) is { } there)
        {
            await tables.Commit([Change.Delete(there.Row, there.ETag), Change.Add(InboxRow.Of(turn))], cancel);
        }

        return Reply.Replace(ResultCards.Revoked(form.Round), ResultText.Revoked);
    }
}

/// <summary>What is said before an address is made.</summary>
internal sealed class ResultReplies(Results results, IOptions<WebOptions> options)
{
    /// <summary>Enough to open the file on another machine, too little to be found in a chat next week.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(30);

    public bool CanServe => options.Value.Address is not null;

    public async Task<AdaptiveCard> Ask(Round round, Turn turn, CancellationToken cancel)
    {
        var lines = await results.Lines(turn.CellId, round, turn.At, cancel);
        return ResultCards.Ask(
            new(round.Id, SheetViews.Title(round), lines.Count, lines.Count(line => line.Proposal is not null), lines.Count(line => line.Decision is not null)),
            (int)Life.TotalMinutes);
    }
}

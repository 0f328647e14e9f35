using ChiBoBot.Cards;
using ChiBoBot.Turns;
using ChiBoBot.Understanding;

namespace ChiBoBot.Features.SelfAssessment;

/// <summary>“mở đợt kiểm điểm”: which one. Saying it opens nothing.</summary>
internal sealed record AskOpenRound
{
    public static AskOpenRound? Of(Said said) => said.Core is
        "mo dot kiem diem" or "mo dot tu danh gia" or "mo dot danh gia" or "mo dot cam ket" or "mo dot moi" or "mo dot"
        or "mo dot quy" or "mo dot kiem diem quy" or "mo dot kiem diem quy nay" or "mo dot quy 4" or "mo dot kiem diem quy 4" or "kiem diem quy 4"
        or "mo dot kiem diem cuoi nam" or "mo dot kiem diem nam nay" or "mo dot xep loai" or "bat dau dot kiem diem" ? new() : null;
}

/// <summary>“tiến độ kiểm điểm”: the board of the round.</summary>
internal sealed record AskBoard
{
    public static AskBoard? Of(Said said) => said.Core is
        "tien do kiem diem" or "tien do dot kiem diem" or "tien do tu danh gia" or "tien do dot" or "bang kiem diem" or "dong dot kiem diem" or "dong dot" or "dong dot tu danh gia"
        or "ghi xep loai" or "de xuat xep loai" or "ghi de xuat xep loai" or "ghi quyet dinh xep loai" ? new() : null;
}

/// <summary>“rút bản tự đánh giá”, “cam kết của tôi”: one's own sheets, with the buttons for it.</summary>
internal sealed record AskOwnSheets
{
    public static AskOwnSheets? Of(Said said) => said.Core is
        "rut ban tu danh gia" or "rut lai ban tu danh gia" or "rut ban kiem diem" or "rut lai ban kiem diem" or "cam ket cua toi" or "xem cam ket cua toi"
        or "ket qua xep loai cua toi" or "xep loai cua toi" ? new() : null;
}

/// <summary>“nhập bản giấy”: whose.</summary>
internal sealed record AskPaperForm
{
    public static AskPaperForm? Of(Said said) => said.Core is "nhap ban giay" or "nhap ban tu danh gia giay" or "nhap ban kiem diem giay" ? new() : null;
}

internal sealed class AskOpenRoundHandler : IHandle<AskOpenRound>
{
    public Task<Reply> Handle(AskOpenRound asked, Turn turn, CancellationToken cancel) =>
        Task.FromResult(Reply.Show(RoundDesk.Offer(turn.Today), AssessmentText.ChooseRound));
}

internal sealed class AskBoardHandler(RoundStore rounds, RoundBoard board) : IHandle<AskBoard>
{
    public async Task<Reply> Handle(AskBoard asked, Turn turn, CancellationToken cancel)
    {
        if (RoundStore.Current(await rounds.List(turn.CellId, cancel)) is not { } round)
        {
            return Reply.Show(RoundDesk.Offer(turn.Today), AssessmentText.ChooseRound);
        }

        var card = RoundCards.Board(await board.View(turn.CellId, round, turn.At, cancel));
        return Reply.Show(card, card.FallbackText!);
    }
}

internal sealed class AskOwnSheetsHandler(MySheets mine) : IHandle<AskOwnSheets>
{
    public async Task<Reply> Handle(AskOwnSheets asked, Turn turn, CancellationToken cancel) => await mine.Show(turn, cancel);
}

internal sealed class AskPaperFormHandler(RoundStore rounds, SheetChoices choices) : IHandle<AskPaperForm>
{
    public async Task<Reply> Handle(AskPaperForm asked, Turn turn, CancellationToken cancel) =>
        RoundStore.Current(await rounds.List(turn.CellId, cancel)) is not { } round ? Reply.Say(AssessmentText.NoRound)
        : await choices.OnPaper(turn.CellId, round, "", turn.At, cancel) is not { Of: > 0 } members ? Reply.Say(AssessmentText.NobodyToChoose)
        : Reply.Show(RoundCards.PaperAsk(round.Id, SheetViews.Title(round), members), AssessmentText.Paper);
}

using ChiBoBot.Features.Cells;

namespace ChiBoBot.Features.SelfAssessment;

/// <summary>Who has not handed in yet, for reminders: “nhắc những người chưa nộp tự đánh giá”.</summary>
internal sealed class AwaitedSheets(RoundStore rounds) : IAwaited
{
    public string About => "assessment";

    public async Task<IReadOnlyList<string>?> Find(string cellId, string? eventId, DateTimeOffset at, CancellationToken cancel)
    {
        if (RoundStore.Current(await rounds.List(cellId, cancel)) is not { IsOpen: true } round)
        {
            return null;
        }

        var sheets = await rounds.Sheets(cellId, round.Id, cancel);
        var members = await rounds.Members(cellId, cancel);
        return
        [
            .. round.Forms.Keys.Where(member =>
                sheets.GetValueOrDefault(member) is var sheet && sheet?.State != SheetState.HandedIn && !round.HasLeft(members.GetValueOrDefault(member), sheet, at)),
        ];
    }
}

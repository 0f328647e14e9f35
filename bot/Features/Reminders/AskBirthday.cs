using Azure;
using ChiBoBot.Cards;
using ChiBoBot.Features.Cells;
using ChiBoBot.Storage;
using ChiBoBot.Turns;
using ChiBoBot.Understanding;

namespace ChiBoBot.Features.Reminders;

/// <summary>“không chúc mừng sinh nhật”, “chúc mừng sinh nhật tôi lại”: the words lead to the card, its button sets it.</summary>
internal sealed record AskBirthday
{
    private static readonly string[] Openings =
        ["khong chuc mung sinh nhat", "dung chuc mung sinh nhat", "khong chuc sinh nhat", "dung chuc sinh nhat", "chuc mung sinh nhat toi", "chuc sinh nhat toi"];

    public static AskBirthday? Of(Said said) => Openings.Any(opening => said.Core.StartsWith(opening, StringComparison.Ordinal)) ? new() : null;
}

/// <summary>Shows how it is set, and sets it for the asker. Pressing again says the same.</summary>
internal sealed class OwnBirthday(ITables tables, Ladders ladders) : IHandle<AskBirthday>, IHandle<BirthdayForm>
{
    public async Task<Reply> Handle(AskBirthday asked, Turn turn, CancellationToken cancel) => Reply.Show(await Card(turn, cancel), BirthdayText.Title);

    public async Task<Reply> Handle(BirthdayForm form, Turn turn, CancellationToken cancel)
    {
        var row = new BirthdayRow(turn.CellId, turn.Asker.MemberId!);
        if (form.Do == BirthdayForm.Off)
        {
            await tables.Put(row, cancel);
        }
        else if (await tables.Find<BirthdayRow>(row.CellId, row.RowKey, cancel) is { } there)
        {
            await tables.Commit(Change.Delete(there.Row, ETag.All), cancel);
        }

        return Reply.Replace(await Card(turn, cancel), BirthdayText.Title);
    }

    private async Task<AdaptiveCard> Card(Turn turn, CancellationToken cancel) => BirthdayCards.Own(
        (await ladders.Of(turn.CellId, LadderKinds.Birthday, turn.At, cancel)).Count > 0,
        await tables.Find<BirthdayRow>(turn.CellId, BirthdayRow.Prefix + turn.Asker.MemberId, cancel) is not null);
}

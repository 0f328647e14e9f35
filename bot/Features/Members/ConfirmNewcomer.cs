using System.Text.Json.Serialization;
using ChiBoBot.Cards;
using ChiBoBot.Features.Cells;
using ChiBoBot.Storage;
using ChiBoBot.Turns;

namespace ChiBoBot.Features.Members;

/// <summary>The secretary pressed “Xác nhận” or “Từ chối”. The claim's row is the key: pressing again changes nothing.</summary>
internal sealed class ConfirmNewcomer(ITables tables, ILogger<ConfirmNewcomer> log) : IHandle<ConfirmForm>
{
    private const int Attempts = 5;

    public async Task<Reply> Handle(ConfirmForm form, Turn turn, CancellationToken cancel)
    {
        for (var attempt = 1; ; attempt++)
        {
            var member = (await tables.Find<PartRow<Member>>(turn.CellId, PartRow<Member>.KeyOf(form.Member), cancel))?.Row.Part;
            var read = await tables.Find<AccountRow>(turn.CellId, AccountRow.Prefix + form.Member, cancel);
            var claim = read?.Row.Claimants.FirstOrDefault(claimant => claimant.ObjectId == form.Account);
            if (member is null || read is null || claim is null || form.Answer is not (ConfirmForm.Yes or ConfirmForm.No))
            {
                return Reply.Notify(TurnsText.OldCard);
            }

            if (claim.State != ClaimState.Waiting || member.ObjectId is not null)
            {
                return Reply.Replace(MembersCards.Decided(Said(claim.State, member)), MembersText.ClaimTitle);
            }

            var isMember = form.Answer == ConfirmForm.Yes;
            try
            {
                if (isMember)
                {
                    // The index before what it points at.
                    await tables.Put(new PersonRow(PersonRow.KeyOfObjectId(claim.ObjectId), turn.CellId, member.Id), cancel);
                }

                await tables.Replace(read, Claims.Decide(read.Row, claim.ObjectId, isMember, turn.Asker.MemberId!, turn.At), cancel);
            }
            catch (ConflictException) when (attempt < Attempts)
            {
                continue;
            }

            log.ClaimDecided(turn.CellId, member.Id, isMember);
            return Reply.Replace(MembersCards.Decided(isMember ? MembersText.Confirmed(member.Name) : MembersText.Refused(member.Name)), MembersText.ClaimTitle);
        }
    }

    private static string Said(ClaimState state, Member member) => state switch
    {
        ClaimState.Confirmed => MembersText.Confirmed(member.Name),
        ClaimState.Refused => MembersText.Refused(member.Name),
        ClaimState.Disputed => MembersText.DisputeFor(member.Name),
        _ => MembersText.ClaimDecidedAlready,
    };
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(ConfirmForm))]
internal sealed partial class MembersJson : JsonSerializerContext;

using ChiBoBot.Features.Cells;

namespace ChiBoBot.Features.Members;

/// <summary>Decides what becomes of claims to a member. Pure: the same row and the same word, the same row after.</summary>
internal static class Claims
{
    /// <summary>Somebody comes with the member's user principal name. Where the row stays as it is, there is nothing to store.</summary>
    public static AccountRow Claim(AccountRow account, Claimant newcomer)
    {
        if (account.Claimants.Any(claimant => claimant.ObjectId == newcomer.ObjectId))
        {
            return account;
        }

        // A second account disputes what is still open. What the secretary has confirmed stands: a later claim can't take it away, and can't have it either.
        var isDisputed = account.Claimants.Any(claimant => claimant.State != ClaimState.Refused);
        return account with
        {
            Claimants =
            [
                .. account.Claimants.Select(claimant => isDisputed && claimant.State == ClaimState.Waiting
                    ? claimant with { State = ClaimState.Disputed, IsTold = false }
                    : claimant),
                newcomer with { State = isDisputed ? ClaimState.Disputed : ClaimState.Waiting, IsTold = false },
            ],
        };
    }

    /// <summary>The secretary says whether the account is the member. Only a waiting claim is decided; what is decided already or disputed stays.</summary>
    public static AccountRow Decide(AccountRow account, string objectId, bool isMember, string by, DateTimeOffset at) => account with
    {
        Claimants = [.. account.Claimants.Select(claimant => claimant is { State: ClaimState.Waiting } && claimant.ObjectId == objectId
            ? claimant with { State = isMember ? ClaimState.Confirmed : ClaimState.Refused, IsTold = true, DecidedBy = by, DecidedAt = at }
            : claimant)],
    };

    public static AccountRow Told(AccountRow account) => account with
    {
        Claimants = [.. account.Claimants.Select(claimant => claimant with { IsTold = true })],
    };
}

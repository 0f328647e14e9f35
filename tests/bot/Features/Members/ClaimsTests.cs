using ChiBoBot.Features.Cells;
using ChiBoBot.Features.Members;

namespace ChiBoBot.Tests.Features.Members;

/// <summary>The decision on claims, apart from rows.</summary>
public class ClaimsTests
{
    private static readonly AccountRow Nobody = new("hdnd", "m10");
    private static readonly DateTimeOffset At = MembersWorld.Now.AddMinutes(5);

    [Fact]
    public void The_first_claim_waits() => Assert.Equal([ClaimState.Waiting], States(Claims.Claim(Nobody, Account("a"))));

    [Fact]
    public void The_same_account_again_changes_nothing()
    {
        var once = Claims.Claim(Nobody, Account("a"));

        Assert.Same(once, Claims.Claim(once, Account("a")));
    }

    [Fact]
    public void A_second_account_disputes_both()
    {
        var both = Claims.Claim(Claims.Told(Claims.Claim(Nobody, Account("a"))), Account("b"));

        Assert.Equal([ClaimState.Disputed, ClaimState.Disputed], States(both));
        Assert.All(both.Claimants, claimant => Assert.False(claimant.IsTold));
    }

    [Fact]
    public void A_third_account_is_disputed_too() =>
        Assert.Equal([ClaimState.Disputed, ClaimState.Disputed, ClaimState.Disputed], States(Claims.Claim(Claims.Claim(Claims.Claim(Nobody, Account("a")), Account("b")), Account("c"))));

    [Fact]
    public void After_a_refusal_the_right_account_may_come() =>
        Assert.Equal([ClaimState.Refused, ClaimState.Waiting], States(Claims.Claim(Claims.Decide(Claims.Claim(Nobody, Account("a")), "a", isMember: false, "m01", At), Account("b"))));

    [Fact]
    public void A_confirmed_account_stays_and_a_later_one_is_disputed() =>
        Assert.Equal([ClaimState.Confirmed, ClaimState.Disputed], States(Claims.Claim(Claims.Decide(Claims.Claim(Nobody, Account("a")), "a", isMember: true, "m01", At), Account("b"))));

    [Fact]
    public void What_is_decided_or_disputed_is_not_decided_again()
    {
        var disputed = Claims.Claim(Claims.Claim(Nobody, Account("a")), Account("b"));
        var refused = Claims.Decide(Claims.Claim(Nobody, Account("a")), "a", isMember: false, "m01", At);

        Assert.Equal([ClaimState.Disputed, ClaimState.Disputed], States(Claims.Decide(disputed, "a", isMember: true, "m01", At)));
        Assert.Equal([ClaimState.Refused], States(Claims.Decide(refused, "a", isMember: true, "m01", At)));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Who_decided_is_kept_and_when(bool isMember)
    {
        var decided = Assert.Single(Claims.Decide(Claims.Claim(Nobody, Account("a")), "a", isMember, "m02", At).Claimants);

        Assert.Equal(("m02", At), (decided.DecidedBy, decided.DecidedAt));
    }

    private static Claimant Account(string objectId) => new(objectId, "Ai đó", "x@example.org", MembersWorld.Now, ClaimState.Waiting);

    private static IEnumerable<ClaimState> States(AccountRow account) => account.Claimants.Select(claimant => claimant.State);
}

using ChiBoBot.Cards;
using ChiBoBot.Features.Cells;
using ChiBoBot.Storage;

namespace ChiBoBot.Features.Reminders;

/// <summary>Whom a reminder concerns at a moment: never somebody who has left, is exempt or suspended, or has done what is waited for.</summary>
internal sealed class Crowd(ITables tables, IEnumerable<IAwaited> awaited) : IPauses
{
    public async Task<IReadOnlyList<Member>> Of(string cellId, Recipients to, DateTimeOffset at, CancellationToken cancel)
    {
        var today = VietnamTime.DateOf(at);
        var members = (await tables.List<PartRow<Member>>(cellId, PartRow<Member>.Range, cancel))
            .Select(row => row.Row.Part)
            .Where(member => member.IsIn(today) && member.StandingOn(today) != Standing.Suspended);
        var open = to.Circle is Circle.NotSubmitted or Circle.NotCheckedIn ? await Open(cellId, to, at, cancel) ?? [] : null;
        return
        [
            .. members.Where(member => to.Circle switch
            {
                Circle.All => member.StandingOn(today) != Standing.Exempt,
                Circle.Committee => member.PostsOn(today).Any(post => post is Post.Secretary or Post.DeputySecretary or Post.CommitteeMember),
                Circle.Person or Circle.Self => to.Members.Contains(member.Id),
                _ => open!.Contains(member.Id),
            }),
        ];
    }

    /// <summary>Who is still waited for; null where nothing is being waited for.</summary>
    public async Task<IReadOnlyList<string>?> Open(string cellId, Recipients to, DateTimeOffset at, CancellationToken cancel)
    {
        foreach (var one in awaited.Where(one => one.About == to.About))
        {
            if (await one.Find(cellId, null, at, cancel) is { } members)
            {
                return members;
            }
        }

        return null;
    }

    public async Task<bool> IsPaused(string cellId, string memberId, DateTimeOffset at, CancellationToken cancel) =>
        (await tables.Find<PauseRow>(cellId, PauseRow.Prefix + memberId, cancel))?.Row.Holds(VietnamTime.DateOf(at)) ?? false;
}

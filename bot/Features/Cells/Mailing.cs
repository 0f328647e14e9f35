using ChiBoBot.Turns;

namespace ChiBoBot.Features.Cells;

/// <summary>Writing to members in their own chats.</summary>
internal sealed class Mailing(Contacts contacts, Reaches reaches)
{
    /// <summary>Null for who never met the bot, or removed it.</summary>
    public Task<Reach?> ToMember(string cellId, Member member, CancellationToken cancel) =>
        reaches.Find(cellId, member.Id, () => contacts.AccountOf(cellId, member, cancel), cancel);

    /// <summary>The secretary, or the deputy where the secretary can't be reached or is among those whom it is about. A suspension takes that from them, as it does what they may ask.</summary>
    public async Task<Reach?> ToSecretary(string cellId, IReadOnlyList<Member> members, DateOnly day, CancellationToken cancel, params IReadOnlyList<string> about)
    {
        foreach (var role in (Role[])[Role.Secretary, Role.DeputySecretary])
        {
            foreach (var member in members.Where(member => !about.Contains(member.Id) && (member.RolesOn(day) & role) != 0))
            {
                if (await ToMember(cellId, member, cancel) is { } reach)
                {
                    return reach;
                }
            }
        }

        return null;
    }
}

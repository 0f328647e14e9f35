using ChiBoBot.Understanding;

namespace ChiBoBot.Turns;

/// <summary>What each person last asked in each conversation, for some minutes, so that “còn tháng sau?” can be read.</summary>
internal sealed class PreviousRequests(TimeProvider clock)
{
    private readonly RecentMap<(string Conversation, string Person), Request> _asked = new(TimeSpan.FromMinutes(5), 50_000, clock);

    public Request? Of(Turn turn) => _asked.TryGet(KeyOf(turn), out var request) ? request : null;

    public void Keep(Turn turn, Request request) => _asked.Set(KeyOf(turn), request);

    private static (string, string) KeyOf(Turn turn) => (turn.Conversation.Id, turn.Sender.TeamsId);
}

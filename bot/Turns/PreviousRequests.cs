using System.Text.Json;
using ChiBoBot.Storage;
using ChiBoBot.Understanding;

namespace ChiBoBot.Turns;

/// <summary>What each person last asked in each conversation, for some minutes, so that “còn tháng sau?” can be read, also by another instance where several share a store.</summary>
internal sealed class PreviousRequests(ITables tables, bool isShared, TimeProvider clock)
{
    /// <summary>Longer sentences say everything themselves.</summary>
    private const int MostWords = 14;

    private static readonly TimeSpan Span = TimeSpan.FromMinutes(5);

    private readonly RecentMap<(string Conversation, string Person), Asked> _asked = new(Span, 50_000, clock);

    /// <summary>What this text may lean on; null where there is nothing. The store is asked only where the person has not been here for minutes.</summary>
    public ValueTask<Request?> Of(string text, Turn turn, CancellationToken cancel) =>
        _asked.TryGet(KeyOf(turn), out var asked) ? new(asked.Request)
        : isShared && text.AsSpan().Count(' ') < MostWords ? new(Shared(turn, cancel))
        : default;

    public void Keep(Turn turn, Request request) => _asked.Set(KeyOf(turn), new(request, turn.Id));

    /// <summary>Lets the other instances know. Called when the answer has gone out, so that nobody waits for it; what is refused or declined stays here.</summary>
    public Task Share(Turn turn, CancellationToken cancel) =>
        isShared && _asked.TryGet(KeyOf(turn), out var asked) && asked.TurnId == turn.Id && IsWorthSharing(asked.Request.Intent)
            ? tables.Put(new AskedRow(turn.Conversation.Id, turn.Sender.TeamsId, asked.Request, turn.At), cancel)
            : Task.CompletedTask;

    private async Task<Request?> Shared(Turn turn, CancellationToken cancel)
    {
        try
        {
            return await tables.Find<AskedRow>(ConversationRow.KeyOf(turn.Conversation.Id), AskedRow.KeyOf(turn.Sender.TeamsId), cancel) is { Row: var asked } && turn.At - asked.At <= Span
                ? asked.Request
                : null;
        }
        catch (JsonException)
        {
            // Another release of the bot knows other intents.
            return null;
        }
    }

    private static bool IsWorthSharing(Intent intent) =>
        !IntentNames.IsTalk(intent) && intent is not (Intent.OutOfScope or Intent.ConfidentialRequest or Intent.UnsafeInput);

    private static (string, string) KeyOf(Turn turn) => (turn.Conversation.Id, turn.Sender.TeamsId);

    private sealed record Asked(Request Request, string TurnId);
}

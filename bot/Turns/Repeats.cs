using ChiBoBot.Teams;

namespace ChiBoBot.Turns;

/// <summary>Teams delivers an activity again when the answer was slow or lost. A repeat waits for the first one's answer, and nothing is done again.</summary>
internal sealed class Repeats(TimeProvider clock)
{
    // Presses are remembered with the cards that answer them, so many would weigh. What changed something is known as a repeat beyond that.
    private const int Remembered = 20_000;

    // Redeliveries were seen within about half a minute of the first; ten minutes leaves room.
    private readonly RecentMap<(Type Kind, string Conversation, string Activity), Entry> _seen = new(TimeSpan.FromMinutes(10), Remembered, clock);

    // An edit or a deletion carries the id of the message that it is about, hence the kind.
    public Task<Answer> Once(Inbound inbound, Func<Task<Answer>> run)
    {
        var mine = new Entry();
        var first = mine.Answer;
        var there = _seen.GetOrAdd((inbound.GetType(), inbound.Envelope.Conversation.Id, inbound.Envelope.ActivityId), mine);
        if (there != mine)
        {
            return there.Answer;
        }

        _ = mine.Run(run);
        return first;
    }

    private sealed class Entry
    {
        private TaskCompletionSource<Answer>? _first = new();
        private volatile Task<Answer> _answer;

        public Entry() => _answer = _first.Task;

        public Task<Answer> Answer => _answer;

        public async Task Run(Func<Task<Answer>> run)
        {
            var first = _first!;
            _first = null;
            try
            {
                var answer = await run();
                _answer = Task.FromResult(answer.Kept());
                first.SetResult(answer);
            }
            catch (Exception fault)
            {
                first.SetException(fault);
            }
        }
    }
}

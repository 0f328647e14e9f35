using ChiBoBot.Teams;

namespace ChiBoBot.Turns;

/// <summary>Teams delivers an activity again when the answer was slow or lost. A repeat waits for the first one's answer, and nothing is done again.</summary>
internal sealed class Repeats(TimeProvider clock)
{
    private const int Remembered = 100_000;

    // Redeliveries were seen within about half a minute of the first; ten minutes leaves room.
    private readonly RecentMap<(string Conversation, string Activity), Entry> _seen = new(TimeSpan.FromMinutes(10), Remembered, clock);

    public Task<Answer> Once(Envelope envelope, Func<Task<Answer>> run)
    {
        var mine = new Entry();
        var first = _seen.GetOrAdd((envelope.Conversation.Id, envelope.ActivityId), mine);
        if (ReferenceEquals(first, mine))
        {
            _ = mine.Run(run);
        }

        return first.Answer;
    }

    private sealed class Entry
    {
        private readonly TaskCompletionSource<Answer> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task<Answer> Answer => _answer.Task;

        public async Task Run(Func<Task<Answer>> run)
        {
            try
            {
                _answer.SetResult(await run());
            }
            catch (Exception fault)
            {
                _answer.SetException(fault);
            }
        }
    }
}

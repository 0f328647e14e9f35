namespace ChiBoBot.Turns;

/// <summary>Lets what one person says in one conversation be worked on in the order in which it came: the answers come in that order too, and “còn tháng sau?” is read after what it leans on. Others don't wait.</summary>
internal sealed class Sequence
{
    private readonly Dictionary<(string Conversation, string Person), Task> _last = [];

    /// <summary>Does the work when everything before it under the key has ended, however it ended.</summary>
    public async Task<T> Run<T>((string Conversation, string Person) key, Func<Task<T>> work)
    {
        var mine = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Task? before;
        lock (_last)
        {
            _last.TryGetValue(key, out before);
            _last[key] = mine.Task;
        }

        try
        {
            if (before is not null)
            {
                await before;
            }

            return await work();
        }
        finally
        {
            lock (_last)
            {
                if (_last[key] == mine.Task)
                {
                    _last.Remove(key);
                }
            }

            mine.SetResult();
        }
    }
}

using System.Globalization;
using Azure;

namespace ChiBoBot.Storage;

/// <summary>The one writer of the file: takes all commits that are waiting and makes them durable by one write to the disk, each of them whole or not at all.</summary>
internal sealed class SqliteWrites : IDisposable
{
    private readonly Lock _gate = new();
    private readonly SemaphoreSlim _work = new(0);
    private readonly SqliteFile _file;
    private readonly SqliteStatement _begin;
    private readonly SqliteStatement _commit;
    private readonly SqliteStatement _mark;
    private readonly SqliteStatement _undo;
    private readonly SqliteStatement _release;
    private readonly SqliteStatement _lastTag;
    private readonly SqliteStatement _keepLastTag;
    private readonly SqliteChanges _changes;
    private readonly List<(Change Change, long Tag)> _made = [];
    private readonly Thread _thread;
    private List<Waiting> _waiting = [];
    private List<Waiting> _taken = [];
    private bool _closed;

    public SqliteWrites(string path)
    {
        _file = SqliteFile.OpenToWrite(path);
        _begin = _file.Prepare("BEGIN IMMEDIATE");
        _commit = _file.Prepare("COMMIT");
        _mark = _file.Prepare("SAVEPOINT one");
        _undo = _file.Prepare("ROLLBACK TO one");
        _release = _file.Prepare("RELEASE one");
        _lastTag = _file.Prepare("SELECT etag FROM stored WHERE tbl = '' AND pk = '' AND rk = ''");
        _keepLastTag = _file.Prepare("UPDATE stored SET etag = ?1 WHERE tbl = '' AND pk = '' AND rk = ''");
        _changes = new SqliteChanges(_file);
        var states = _file.States();
        Memory = new SqliteMemory(() => states.Current);
        _thread = new Thread(Run) { IsBackground = true, Name = "storage writer" };
        _thread.Start();
    }

    /// <summary>What was read of the file and still holds.</summary>
    public SqliteMemory Memory { get; }

    /// <summary>Ends when the changes are on the disk.</summary>
    /// <returns>The tag of the last changed row.</returns>
    public Task<ETag> Commit(IReadOnlyList<Change> changes, CancellationToken cancel)
    {
        var waiting = new Waiting(changes, cancel);
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_closed, this);
            _waiting.Add(waiting);
            if (_waiting.Count == 1)
            {
                _work.Release();
            }
        }

        return waiting.Task;
    }

    public void Dispose()
    {
        lock (_gate)
        {
            if (_closed)
            {
                return;
            }

            _closed = true;
            _work.Release();
        }

        _thread.Join();
        foreach (var statement in (SqliteStatement[])[_begin, _commit, _mark, _undo, _release, _lastTag, _keepLastTag])
        {
            statement.Dispose();
        }

        _changes.Dispose();

        // The last connection to close brings everything into the file and takes its write-ahead log away.
        _file.Dispose();
        _work.Dispose();
    }

    private void Run()
    {
        bool closed;
        do
        {
            _work.Wait();
            lock (_gate)
            {
                (_taken, _waiting) = (_waiting, _taken);
                closed = _closed;
            }

            if (_taken.Count > 0)
            {
                MakeTogether(_taken);
                _taken.Clear();
            }
        }
        while (!closed);
    }

    private void MakeTogether(List<Waiting> commits)
    {
        _made.Clear();
        try
        {
            _begin.Run();
            Memory.Begin();
            var before = LastTag();
            var tag = before;
            foreach (var commit in commits)
            {
                Make(commit, ref tag);
            }

            if (tag != before)
            {
                _keepLastTag.Bind(1, tag).Run();
            }

            _commit.Run();
        }
        catch (Exception failed)
        {
            _file.GiveUp();
            Memory.Fail();
            foreach (var commit in commits)
            {
                commit.SetException(failed);
            }

            return;
        }

        Memory.End(_made);
        foreach (var commit in commits)
        {
            commit.Finish();
        }
    }

    private void Make(Waiting commit, ref long tag)
    {
        if (commit.IsCancelled)
        {
            return;
        }

        var several = commit.Changes.Count > 1;
        if (several)
        {
            _mark.Run();
        }

        var madeBefore = _made.Count;
        foreach (var change in commit.Changes)
        {
            commit.Against = _changes.Make(change, ++tag);
            if (commit.Against is not null)
            {
                _made.RemoveRange(madeBefore, _made.Count - madeBefore);
                break;
            }

            _made.Add((change, tag));
            commit.Tag = change.Kind == ChangeKind.Delete ? default : new ETag(tag.ToString(CultureInfo.InvariantCulture));
        }

        if (several)
        {
            if (commit.Against is not null)
            {
                _undo.Run();
            }

            _release.Run();
        }
    }

    private long LastTag()
    {
        try
        {
            return _lastTag.Step() ? _lastTag.Long(0) : 0;
        }
        finally
        {
            _lastTag.Reset();
        }
    }

    /// <summary>A commit whose caller waits.</summary>
    private sealed class Waiting(IReadOnlyList<Change> changes, CancellationToken cancel)
        : TaskCompletionSource<ETag>(TaskCreationOptions.RunContinuationsAsynchronously)
    {
        private bool _cancelled;

        public IReadOnlyList<Change> Changes { get; } = changes;

        public ConflictException? Against { get; set; }

        public ETag Tag { get; set; }

        // Asked once, when its turn has come: from then on it is made.
        public bool IsCancelled => _cancelled = cancel.IsCancellationRequested;

        public void Finish()
        {
            if (_cancelled)
            {
                SetCanceled(cancel);
            }
            else if (Against is not null)
            {
                SetException(Against);
            }
            else
            {
                SetResult(Tag);
            }
        }
    }
}

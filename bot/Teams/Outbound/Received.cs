using System.Buffers;

namespace ChiBoBot.Teams.Outbound;

/// <summary>What came back of one attempt: an answer, or why there is none. Its body is borrowed until it is disposed of.</summary>
internal readonly struct Received(int status, TimeSpan? retryAfter, byte[]? rented, int length) : IDisposable
{
    /// <summary>The connection didn't come about; nothing was sent.</summary>
    public const int NoConnection = -1;

    /// <summary>The connection broke or the time was up after the call had gone out.</summary>
    public const int Silence = -2;

    public int Status => status;

    public Exception? Fault { get; init; }

    public TimeSpan? RetryAfter => retryAfter;

    public bool IsSuccess => status is >= 200 and < 300;

    public ReadOnlySpan<byte> Body => rented.AsSpan(0, length);

    public static Received Nothing(int why, Exception fault) => new(why, null, null, 0) { Fault = fault };

    public void Dispose()
    {
        if (rented is not null)
        {
            ArrayPool<byte>.Shared.Return(rented);
        }
    }
}

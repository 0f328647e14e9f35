using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace ChiBoBot.Bench;

/// <summary>Sends turns over a number of connections, one at a time on each, and measures how long each answer takes.</summary>
internal static class Load
{
    /// <param name="duration">How long it is measured, after half a second of warming up that counts for nothing.</param>
    public static async Task<LoadResult> Run(Target target, int connections, TimeSpan duration)
    {
        var warmEnd = Stopwatch.GetTimestamp() + (Stopwatch.Frequency / 2);
        var end = warmEnd + (long)(duration.TotalSeconds * Stopwatch.Frequency);
        var allocatedBefore = await target.Allocated();
        var cpuBefore = target.Server.Processor;
        var runs = await Task.WhenAll(Enumerable.Range(0, connections).Select(_ => Task.Run(() => Connection(target, warmEnd, end))));
        var cpuAfter = target.Server.Processor;
        var allocatedAfter = await target.Allocated();

        var sent = runs.Sum(run => run.Sent);
        var times = runs.SelectMany(run => run.Ticks).Order().ToArray();
        return new LoadResult(
            times.Length / duration.TotalSeconds,
            Milliseconds(times, 0.50),
            Milliseconds(times, 0.99),
            (cpuAfter - cpuBefore) * 1000 / sent,
            (double)(allocatedAfter - allocatedBefore) / sent,
            runs.Sum(run => run.Failed));
    }

    /// <summary>Sends one turn. False where nobody listens yet or the answer is no success.</summary>
    public static async Task<bool> Once(Target target)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, target.Port));
            await socket.SendAsync(target.NextRequest());
            var buffer = new byte[16 * 1024];
            var read = await socket.ReceiveAsync(buffer);
            return read > 10 && buffer[9] == (byte)'2';
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static double Milliseconds(long[] sorted, double quantile) =>
        sorted.Length == 0 ? double.NaN : sorted[(int)((sorted.Length - 1) * quantile)] * 1000.0 / Stopwatch.Frequency;

    private static async Task<(List<long> Ticks, long Sent, long Failed)> Connection(Target target, long warmEnd, long end)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, target.Port));
        var ticks = new List<long>(100_000);
        var buffer = new byte[16 * 1024];
        long sent = 0;
        long failed = 0;
        while (true)
        {
            var started = Stopwatch.GetTimestamp();
            if (started >= end)
            {
                return (ticks, sent, failed);
            }

            await socket.SendAsync(target.NextRequest());
            sent++;
            var filled = 0;
            int length;
            do
            {
                var read = await socket.ReceiveAsync(buffer.AsMemory(filled));
                if (read == 0)
                {
                    throw new IOException("The target closed the connection.");
                }

                filled += read;
            }
            while (!HttpFrame.TryRead(buffer.AsSpan(0, filled), out length));

            if (buffer.AsSpan(9, 1)[0] != (byte)'2')
            {
                failed++;
            }

            if (started >= warmEnd)
            {
                ticks.Add(Stopwatch.GetTimestamp() - started);
            }
        }
    }
}

/// <summary>One line of the table.</summary>
/// <param name="CpuPerTurn">Microseconds that the server's process was on a processor: says more than the rate where other programs run beside.</param>
internal sealed record LoadResult(double PerSecond, double P50, double P99, double CpuPerTurn, double AllocatedPerTurn, long Failed);

/// <summary>A server under load: where it is and what it is sent.</summary>
internal sealed class Target(string name, Server server, Func<long, byte[]> request)
{
    private static readonly HttpClient Http = new();
    private static long Sent;

    public string Name { get; } = name;

    public Server Server { get; } = server;

    public int Port => Server.Port;

    public byte[] NextRequest() => request(Interlocked.Increment(ref Sent));

    /// <summary>Bytes that the server has allocated since it started.</summary>
    public async Task<long> Allocated() =>
        long.Parse(await Http.GetStringAsync(new Uri($"http://127.0.0.1:{Port}/bench/allocated")), CultureInfo.InvariantCulture);

    public static byte[] Post(string path, string? authorization, byte[] body)
    {
        var head = new StringBuilder()
            .Append(CultureInfo.InvariantCulture, $"POST {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json; charset=utf-8\r\nContent-Length: {body.Length}\r\n");
        if (authorization is not null)
        {
            head.Append(CultureInfo.InvariantCulture, $"Authorization: {authorization}\r\n");
        }

        return [.. Encoding.ASCII.GetBytes(head.Append("\r\n").ToString()), .. body];
    }
}

using System.Net;
using System.Net.Sockets;
using System.Text;

namespace ChiBoBot.Bench;

/// <summary>The connector that replies are posted to: counts requests and answers each with 201 and an id, at the least cost.</summary>
internal sealed class Sink : IDisposable
{
    private static readonly byte[] Created = Encoding.ASCII.GetBytes(
        "HTTP/1.1 201 Created\r\nContent-Type: application/json\r\nContent-Length: 10\r\n\r\n{\"id\":\"1\"}");

    private readonly Socket _listener = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    private long _received;

    public Sink()
    {
        _listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        _listener.Listen(512);
        _ = Accept();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndPoint!).Port;

    public long Received => Interlocked.Read(ref _received);

    /// <summary>When the last request arrived, as a <see cref="System.Diagnostics.Stopwatch"/> time stamp.</summary>
    public long LastAt { get; private set; }

    public void Dispose() => _listener.Dispose();

    private async Task Accept()
    {
        try
        {
            while (true)
            {
                var socket = await _listener.AcceptAsync();
                socket.NoDelay = true;
                _ = Serve(socket);
            }
        }
        catch (SocketException)
        {
            // The sink was closed.
        }
        catch (ObjectDisposedException)
        {
            // The sink was closed.
        }
    }

    private async Task Serve(Socket socket)
    {
        using var _ = socket;
        var buffer = new byte[64 * 1024];
        var filled = 0;
        try
        {
            while (true)
            {
                var read = await socket.ReceiveAsync(buffer.AsMemory(filled));
                if (read == 0)
                {
                    return;
                }

                filled += read;
                while (HttpFrame.TryRead(buffer.AsSpan(0, filled), out var length))
                {
                    LastAt = System.Diagnostics.Stopwatch.GetTimestamp();
                    Interlocked.Increment(ref _received);
                    buffer.AsSpan(length, filled - length).CopyTo(buffer);
                    filled -= length;
                    await socket.SendAsync(Created);
                }
            }
        }
        catch (SocketException)
        {
            // The sender went away.
        }
    }
}

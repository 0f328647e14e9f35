using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace ChiBoBot.Bench;

/// <summary>A server under test in a process of its own.</summary>
internal sealed class Server : IDisposable
{
    private readonly Process _process;

    private Server(Process process, int port)
    {
        _process = process;
        Port = port;
    }

    public int Port { get; }

    /// <summary>Resident memory in MiB.</summary>
    public double Resident
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64 / 1024.0 / 1024.0;
        }
    }

    /// <summary>Processor time used so far, user and system, in milliseconds.</summary>
    public double Processor
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime.TotalMilliseconds;
        }
    }

    public static Server Start(string mode, params string[] arguments) => StartOf(Environment.ProcessPath!, mode, arguments);

    /// <param name="program">This bench, published in this or another way.</param>
    public static Server StartOf(string program, string mode, params string[] arguments)
    {
        var port = FreePort();
        var start = new ProcessStartInfo(program)
        {
            UseShellExecute = false,

            // ASP.NET Core watches the folder that it starts in; a large one would be half of the baseline's start.
            WorkingDirectory = Path.GetDirectoryName(program),
        };
        start.ArgumentList.Add(mode);
        start.ArgumentList.Add(port.ToString(CultureInfo.InvariantCulture));
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        return new Server(Process.Start(start)!, port);
    }

    public static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    public void Dispose()
    {
        _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
        _process.Dispose();
    }
}

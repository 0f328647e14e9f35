using System.Net;
using System.Net.Sockets;

namespace ChiBoBot.Commands;

/// <summary>Finds a port of this machine that nobody listens on.</summary>
internal static class DemoPort
{
    /// <summary>The wanted port, or any other when it is taken.</summary>
    public static int Near(int wanted) => Try(wanted) ?? Try(0) ?? throw new DemoException("No port is free on this machine.");

    private static int? Try(int port)
    {
        using var listener = new TcpListener(IPAddress.Loopback, port);
        try
        {
            listener.Start();
            return ((IPEndPoint)listener.LocalEndpoint).Port;
        }
        catch (SocketException)
        {
            return null;
        }
    }
}

using System.Net;
using System.Net.Sockets;

namespace ChiBoBot.Commands;

/// <summary>Finds a port of this machine that nobody listens on.</summary>
internal static class DemoPort
{
    private const int Tries = 100;

    /// <summary>The wanted port, or the next that is free: not any, because among those the system gives away itself an outgoing connection may take it before it is used.</summary>
    public static int Near(int wanted) => Enumerable.Range(wanted, Tries).Cast<int?>().FirstOrDefault(port => IsFree(port!.Value))
        ?? throw new DemoException($"No port from {wanted} to {wanted + Tries - 1} is free on this machine.");

    private static bool IsFree(int port)
    {
        using var listener = new TcpListener(IPAddress.Loopback, port);
        try
        {
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}

using ChiBoBot.Commands;

namespace ChiBoBot.Conformance;

/// <summary>Ports for the programs that the tests start: below those the system lends to outgoing connections, each given once.</summary>
internal static class Ports
{
    private const int Apart = 5;

    private static int Last = 21000;

    public static int Next() => DemoPort.Near(Interlocked.Add(ref Last, Apart));
}

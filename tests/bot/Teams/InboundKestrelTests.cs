using System.Net;
using System.Text;

namespace ChiBoBot.Tests.Teams;

/// <summary>What only a real connection can do to the door.</summary>
public class InboundKestrelTests
{
    [Fact]
    public async Task A_message_gets_in_over_a_real_connection()
    {
        await using var host = await InboundHost.Start(isOnTheWire: true);

        Assert.Equal(HttpStatusCode.OK, await host.Status());
        Assert.Equal("HTTP/1.1 200 OK", await host.Raw(Head(host) + InboundHost.Message));
    }

    [Fact]
    public async Task Two_Authorization_headers_are_none()
    {
        await using var host = await InboundHost.Start(isOnTheWire: true);

        Assert.Equal("HTTP/1.1 401 Unauthorized", await host.Raw(Head(host, $"Authorization: Bearer {host.Issuer.Token()}\r\n") + InboundHost.Message));
    }

    [Fact]
    public async Task A_body_without_an_end_is_cut_at_the_limit()
    {
        await using var host = await InboundHost.Start(isOnTheWire: true, settings: ("Teams:MaxBodyBytes", "4096"));
        var head = Head(host).Replace($"Content-Length: {Length}", "Transfer-Encoding: chunked", StringComparison.Ordinal);

        Assert.Equal("HTTP/1.1 413 Payload Too Large", await host.Raw(head + "2000\r\n" + new string(' ', 0x2000) + "\r\n2000\r\n"));
        Assert.Equal("HTTP/1.1 400 Bad Request", await host.Raw(head + "zz\r\n"));
    }

    [Fact]
    public async Task Who_hangs_up_in_the_middle_of_a_body_leaves_no_fault_behind()
    {
        await using var host = await InboundHost.Start(isOnTheWire: true);

        for (var i = 0; i < 10; i++)
        {
            await host.Raw(Head(host) + InboundHost.Message[..200], hangUp: true);
        }

        Assert.Equal(HttpStatusCode.OK, await host.Status());
        await host.Stop(CancellationToken.None);
        Assert.Single(host.Receiver.Received);
        Assert.DoesNotContain(host.Log.Lines, line => line.StartsWith("Error", StringComparison.Ordinal) || line.StartsWith("Critical", StringComparison.Ordinal));
    }

    private static int Length => Encoding.UTF8.GetByteCount(InboundHost.Message);

    private static string Head(InboundHost host, string more = "") =>
        $"POST /api/messages HTTP/1.1\r\nHost: bot\r\nContent-Type: application/json\r\nContent-Length: {Length}\r\nAuthorization: Bearer {host.Issuer.Token()}\r\n{more}\r\n";
}

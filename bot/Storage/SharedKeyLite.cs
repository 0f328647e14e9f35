using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Azure.Core;
using Azure.Core.Pipeline;

namespace ChiBoBot.Storage;

/// <summary>Signs each try of a request with the account's key and the time of that try.</summary>
internal sealed class SharedKeyLite(string account, byte[] key, TimeProvider clock) : HttpPipelineSynchronousPolicy
{
    public override void OnSendingRequest(HttpMessage message)
    {
        var request = message.Request;
        var date = clock.GetUtcNow().ToString("R", CultureInfo.InvariantCulture);

        // The path as it is on the wire, escapes and all; of the parameters only `comp` would belong here, which we never send.
        var signed = $"{date}\n/{account}{request.Uri.ToUri().AbsolutePath}";
        var signature = Convert.ToBase64String(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(signed)));
        request.Headers.SetValue("x-ms-date", date);
        request.Headers.SetValue("Authorization", $"SharedKeyLite {account}:{signature}");
    }
}

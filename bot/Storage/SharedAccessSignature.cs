using Azure.Core;
using Azure.Core.Pipeline;

namespace ChiBoBot.Storage;

/// <summary>Adds the signature that the account's owner gave out to the address of each request.</summary>
internal sealed class SharedAccessSignature(string signature) : HttpPipelineSynchronousPolicy
{
    private readonly string _signature = signature.TrimStart('?');

    public override void OnSendingRequest(HttpMessage message)
    {
        var address = message.Request.Uri;

        // A request that is sent again has it already.
        if (!address.Query.EndsWith(_signature, StringComparison.Ordinal))
        {
            address.Query = address.Query.Length <= 1 ? "?" + _signature : $"{address.Query}&{_signature}";
        }
    }
}

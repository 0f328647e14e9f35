using System.Globalization;
using System.Net;
using System.Text.Json;
using Azure;
using Azure.Core;

namespace ChiBoBot.Storage;

/// <summary>What the table service answered instead of what was asked for.</summary>
internal sealed record TableError(int Status, string Code, string Text)
{
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(15);

    // Set where the service's clock and ours are too far apart for it to trust a signature.
    private (DateTimeOffset Ours, DateTimeOffset Theirs)? Clocks { get; init; }

    public bool IsMissingRow => Status == (int)HttpStatusCode.NotFound && Code is "ResourceNotFound" or "EntityNotFound";

    public Conflict? Conflict => this switch
    {
        { Code: "EntityAlreadyExists" } => Storage.Conflict.Exists,
        { Status: (int)HttpStatusCode.PreconditionFailed } => Storage.Conflict.Changed,
        { IsMissingRow: true } => Storage.Conflict.Missing,
        _ => null,
    };

    /// <summary>Which change of a batch stood against it: its number is the beginning of the text.</summary>
    public int Index => Text.IndexOf(':', StringComparison.Ordinal) is var end and > 0
        && int.TryParse(Text.AsSpan(0, end), NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? index : 0;

    public static TableError Of(HttpMessage message)
    {
        var response = message.Response;
        var error = Of(response.Status, response.Content.ToMemory());
        if (error.Code.Length == 0 && response.Headers.TryGetValue("x-ms-error-code", out var code))
        {
            error = error with { Code = code };
        }

        return message.Request.Headers.TryGetValue("x-ms-date", out var date)
            && response.Headers.Date is { } theirs
            && DateTimeOffset.ParseExact(date, "R", CultureInfo.InvariantCulture) is var ours
            && (ours - theirs).Duration() > Skew
            ? error with { Clocks = (ours, theirs) }
            : error;
    }

    public static TableError Of(int status, ReadOnlyMemory<byte> body)
    {
        try
        {
            // Read as far as the object goes: in a batch something follows it.
            var reader = new Utf8JsonReader(body.Span);
            using var json = JsonDocument.ParseValue(ref reader);
            var error = json.RootElement.GetProperty("odata.error");
            return new(status, error.GetProperty("code").GetString() ?? "", error.GetProperty("message").GetProperty("value").GetString() ?? "");
        }
        catch (Exception unreadable) when (unreadable is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return new(status, "", "");
        }
    }

    /// <summary>The error as something that only a fault can cause; with advice for the operator where there is some.</summary>
    public Exception Fault()
    {
        var line = Text.Split('\n')[0].TrimEnd();
        var fault = new RequestFailedException(Status, $"The table service answered {Status} {Code}. {line}", Code, null);
        return (Status, Clocks) switch
        {
            (403, { } clocks) => new StorageUnusableException(
                FormattableString.Invariant($"Azure Storage refuses this machine's clock: it says {clocks.Ours:yyyy-MM-dd HH:mm} UTC, the service {clocks.Theirs:yyyy-MM-dd HH:mm} UTC. Set the clock (NTP) and start again."), fault),
            (401 or 403, _) => new StorageUnusableException(
                $"Azure Storage does not let the bot in ({Status} {Code}). Check the key or signature in Storage:ConnectionString, or give the bot's identity the role \"Storage Table Data Contributor\" on the account.", fault),
            (404, _) when Code == "TableNotFound" => new StorageUnusableException(
                "A table is missing in the storage account. Start the bot again, which makes its tables.", fault),
            _ => fault,
        };
    }
}

using Azure.Core;

namespace ChiBoBot.Storage;

/// <summary>How patiently the table service is asked: three more tries within some seconds, as a member is waiting.</summary>
internal sealed class TablesClientOptions : ClientOptions
{
    public TablesClientOptions()
    {
        Retry.Mode = RetryMode.Exponential;
        Retry.MaxRetries = 3;
        Retry.Delay = TimeSpan.FromSeconds(0.8);
        Retry.MaxDelay = TimeSpan.FromSeconds(10);
        Retry.NetworkTimeout = TimeSpan.FromSeconds(10);
        Diagnostics.ApplicationId = "ChiBoBot";
    }
}

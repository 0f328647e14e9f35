using System.Diagnostics.Metrics;

namespace ChiBoBot.Teams.Outbound;

/// <summary>What goes out to Teams, counted: calls by outcome, retries by reason, time spent waiting for one's turn. No ids.</summary>
internal sealed class ConnectorMetrics
{
    private readonly Counter<long> _calls;
    private readonly Counter<long> _retries;
    private readonly Histogram<double> _waits;

    public ConnectorMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(TeamsTelemetry.Name);
        _calls = meter.CreateCounter<long>("chibobot.connector.calls", "{call}", "Calls to Teams' connector by operation and outcome.");
        _retries = meter.CreateCounter<long>("chibobot.connector.retries", "{retry}", "Calls made again, by operation and HTTP status (0: no answer).");
        _waits = meter.CreateHistogram<double>("chibobot.connector.wait", "s", "Time a call waits for its turn and for Teams' limits.");
    }

    public bool CountsWaits => _waits.Enabled;

    public void Called(string operation, string outcome, int? status)
    {
        if (_calls.Enabled)
        {
            _calls.Add(1, new("operation", operation), new("outcome", outcome), new("status", status ?? 0));
        }
    }

    public void Retried(string operation, int? status)
    {
        if (_retries.Enabled)
        {
            _retries.Add(1, new("operation", operation), new("status", status ?? 0));
        }
    }

    public void Waited(string operation, TimeSpan wait) => _waits.Record(wait.TotalSeconds, new KeyValuePair<string, object?>("operation", operation));
}

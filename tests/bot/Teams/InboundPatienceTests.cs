using System.Diagnostics.Metrics;
using System.Net;
using ChiBoBot.Teams;

namespace ChiBoBot.Tests.Teams;

/// <summary>Teams waits fifteen seconds and then sends again: what the door answers when the work is slow or fails.</summary>
public class InboundPatienceTests
{
    private const string Execute = """ "name":"adaptiveCard/action","value":{"action":{"type":"Action.Execute","verb":"x","data":{}}} """;

    private readonly TaskCompletionSource _arrived = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<Answer> _work = new(TaskCreationOptions.RunContinuationsAsynchronously);

    [Fact]
    public async Task A_slow_message_is_acknowledged_after_ten_seconds_and_goes_on()
    {
        await using var host = await Slow();
        var request = host.Status();
        await _arrived.Task;

        host.Clock.Advance(TimeSpan.FromSeconds(9));
        Assert.False(request.IsCompleted);
        await MoveUntil(request, host.Clock);

        Assert.Equal(HttpStatusCode.OK, await request);
        Assert.False(host.Receiver.Cancel.IsCancellationRequested);
        Assert.Contains(host.Log.Lines, line => line.StartsWith("Warning 105 Activity 1485983408511 (Message)", StringComparison.Ordinal));
        _work.SetResult(new Answer.Accepted());
    }

    [Fact]
    public async Task A_slow_press_is_told_that_it_takes_longer()
    {
        await using var host = await Slow();
        var request = host.Post(InboundAnswerTests.Invoke(Execute));
        await _arrived.Task;

        await MoveUntil(request, host.Clock);

        using var response = await request;
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(
            """{"statusCode":500,"type":"application/vnd.microsoft.error","value":{"code":"Timeout","message":"Việc này lâu hơn thường lệ, tôi vẫn đang làm. Đồng chí đợi một lát rồi xem lại, chưa cần bấm lần nữa."}}""",
            await response.Content.ReadAsStringAsync());
        _work.SetResult(new Answer.Accepted());
    }

    [Fact]
    public async Task Who_hangs_up_cancels_nothing()
    {
        await using var host = await Slow();
        using var hangUp = new CancellationTokenSource();
        var request = host.Post(cancel: hangUp.Token);
        await _arrived.Task;

        await hangUp.CancelAsync();

        Assert.False(host.Receiver.Cancel.IsCancellationRequested);
        _work.SetResult(new Answer.Accepted());
        await Record.ExceptionAsync(() => request);
    }

    [Fact]
    public async Task The_host_waits_for_acknowledged_work_before_it_stops()
    {
        await using var host = await Slow();
        var request = host.Status();
        await _arrived.Task;
        await MoveUntil(request, host.Clock);

        var stopping = host.Stop(CancellationToken.None);
        Assert.False(stopping.IsCompleted);
        Assert.False(host.Receiver.Cancel.IsCancellationRequested);
        _work.SetResult(new Answer.Accepted());

        await stopping;
        Assert.True(host.Receiver.Cancel.IsCancellationRequested);
    }

    [Fact]
    public async Task A_host_that_may_wait_no_longer_cancels_the_work()
    {
        await using var host = await Slow();
        var request = host.Status();
        await _arrived.Task;
        await MoveUntil(request, host.Clock);

        await host.Stop(new CancellationToken(canceled: true));

        Assert.True(host.Receiver.Cancel.IsCancellationRequested);
        Assert.Contains("Warning 107 The host stops before 1 acknowledged turns are done.", host.Log.Lines);
        _work.SetResult(new Answer.Accepted());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_fault_of_a_message_is_500_so_that_it_comes_again_and_says_nothing(bool atOnce)
    {
        await using var host = await Failing(atOnce);

        using var response = await host.Post();

        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.Equal("", await response.Content.ReadAsStringAsync());
        Assert.Contains(host.Log.Lines, line => line.StartsWith("Error 106 Activity 1485983408511 (Message) failed.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_fault_of_a_press_is_an_apology_without_the_exceptions_words()
    {
        await using var host = await Failing(atOnce: false);

        using var response = await host.Post(InboundAnswerTests.Invoke(Execute));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(
            """{"statusCode":500,"type":"application/vnd.microsoft.error","value":{"code":"ServiceError","message":"Xin lỗi đồng chí, tôi gặp lỗi nên chưa làm được. Đồng chí thử lại sau ít phút; nếu vẫn lỗi, báo quản trị viên giúp."}}""",
            await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_time_out_inside_the_work_is_a_fault_not_patience()
    {
        await using var host = await InboundHost.Start(receiver: receiver => receiver.Answers = _ => Task.FromException<Answer>(new TimeoutException()));

        Assert.Equal(HttpStatusCode.InternalServerError, await host.Status());
    }

    [Fact]
    public async Task Work_that_fails_after_its_acknowledgement_is_logged()
    {
        await using var host = await Slow();
        var request = host.Status();
        await _arrived.Task;
        await MoveUntil(request, host.Clock);

        _work.SetException(new InvalidOperationException("boom"));
        await host.Stop(CancellationToken.None);

        Assert.Contains(host.Log.Lines, line => line.StartsWith("Error 106 Activity 1485983408511 (Message) failed.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Turns_and_refusals_are_counted_by_kind_and_reason()
    {
        var counted = new List<string>();
        using var meters = new MeterListener { InstrumentPublished = (instrument, listener) => { if (instrument.Meter.Name == TeamsTelemetry.Name) { listener.EnableMeasurementEvents(instrument); } } };
        meters.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Note($"{instrument.Name} {value} {string.Join(',', tags.ToArray().Select(tag => tag.Value))}"));
        meters.SetMeasurementEventCallback<double>((instrument, _, tags, _) => Note($"{instrument.Name} {string.Join(',', tags.ToArray().Select(tag => tag.Value))}"));
        meters.Start();
        await using var host = await InboundHost.Start();

        await host.Status();
        await host.Status(token: host.Issuer.Token(change: (_, payload) => payload["aud"] = "x"));

        Assert.Contains("chibobot.turns 1 Message,done", counted);
        Assert.Contains("chibobot.turn.duration Message,done", counted);
        Assert.Contains("chibobot.refused 1 audience", counted);

        void Note(string line)
        {
            lock (counted)
            {
                counted.Add(line);
            }
        }
    }

    /// <summary>The response is on its way back once the limit has passed; the clock moves on until it is there.</summary>
    private static async Task MoveUntil(Task request, FakeClock clock)
    {
        while (!request.IsCompleted)
        {
            clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }
    }

    private Task<InboundHost> Slow() => InboundHost.Start(receiver: receiver => receiver.Answers = _ =>
    {
        _arrived.TrySetResult();
        return _work.Task;
    });

    private static Task<InboundHost> Failing(bool atOnce) => InboundHost.Start(receiver: receiver => receiver.Answers = async _ =>
    {
        if (!atOnce)
        {
            await Task.Yield();
        }

        throw new InvalidOperationException("Nguyễn Thị Ánh's record is broken");
    });
}

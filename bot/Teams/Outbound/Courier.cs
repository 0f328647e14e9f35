using System.Buffers;
using System.Collections.Concurrent;
using System.Diagnostics;

namespace ChiBoBot.Teams.Outbound;

/// <summary>One call to the connector: what, where, and in whose turn.</summary>
/// <param name="Operation">Its name in logs and metrics.</param>
internal readonly record struct Errand(string Operation, HttpMethod Method, Address To, Draft? Body, Repeat Repeat, Lane Lane, string TenantId, IAttempts? Attempts = null);

/// <summary>Carries calls to Teams' connector: with the token, within the limits, and again where the error table says so.</summary>
internal sealed class Courier(
    ConnectorHttp http,
    Connections connections,
    BotCredential credential,
    Pace pace,
    ConnectorOptions options,
    ConnectorMetrics metrics,
    TimeProvider clock,
    Random random,
    ILogger<Courier> log)
{
    private const int LargestAnswer = 4 * 1024 * 1024;
    private const int MostTenants = 1024;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly ConcurrentDictionary<string, Uri> _moved = new(StringComparer.Ordinal);

    /// <summary>The answer where it is 2xx; everything else ends in a <see cref="ConnectorException"/>.</summary>
    public async Task<Received> Carry(Errand errand, CancellationToken cancel)
    {
        using var span = TeamsTelemetry.Source.StartActivity(errand.Operation, ActivityKind.Client);
        var to = Whereto(errand);
        Course? course = null;
        while (true)
        {
            var authorization = await credential.Header(cancel);
            await Wait(errand, cancel);
            if (errand.Attempts is { } attempt)
            {
                await attempt.Begins(cancel);
            }

            var received = await Exchange(errand, to, authorization, cancel);
            if (received.IsSuccess)
            {
                metrics.Called(errand.Operation, "ok", received.Status);
                return received;
            }

            using (received)
            {
                var (code, words) = AnswerReader.Error(received.Body);
                course ??= new(errand.Repeat, random);
                var step = After(course, received, words);
                if (step.Remedy == Remedy.FreshToken && !credential.Drop(authorization))
                {
                    step = Step.End(Delivery.Refused);
                }
                else if (step.Remedy == Remedy.OtherHost && !TryMove(errand, ref to))
                {
                    step = Step.End(Delivery.Refused);
                }

                var status = received.Status > 0 ? received.Status : (int?)null;
                if (step.GiveUp is { } delivery)
                {
                    throw Failed(errand, delivery, status, code, received.Fault, span);
                }

                metrics.Retried(errand.Operation, status);
                log.GoesAgain(received.Fault, errand.Operation, step.Wait.TotalSeconds, course.Retries, status ?? 0, code);
                if (step.Wait > TimeSpan.Zero)
                {
                    if (errand.Attempts is { } attempts)
                    {
                        await attempts.Waits(cancel);
                    }

                    await Task.Delay(step.Wait, clock, cancel);
                }
            }
        }
    }

    private static Step After(Course course, in Received received, IReadOnlyList<string> words) => received.Status switch
    {
        Received.NoConnection => course.AfterNoConnection(),
        Received.Silence => course.AfterSilence(),
        _ => course.AfterAnswer(Remedies.Find(received.Status, words), received.RetryAfter),
    };

    private async ValueTask Wait(Errand errand, CancellationToken cancel)
    {
        var since = metrics.CountsWaits ? clock.GetTimestamp() : 0;
        await pace.Wait(errand.Lane, errand.TenantId, cancel);
        if (since != 0)
        {
            metrics.Waited(errand.Operation, clock.GetElapsedTime(since));
        }
    }

    /// <summary>One attempt. A fault is a value here; only the caller's own cancellation is thrown.</summary>
    private async Task<Received> Exchange(Errand errand, Address to, string? authorization, CancellationToken cancel)
    {
        using var time = new CancellationTokenSource(Patience, clock);
        using var cancelled = cancel.UnsafeRegister(static time => ((CancellationTokenSource)time!).Cancel(), time);
        using var request = new HttpRequestMessage(errand.Method, to.Uri);
        if (authorization is not null)
        {
            request.Headers.TryAddWithoutValidation("Authorization", authorization);
        }

        if (errand.Body is { } body)
        {
            request.Content = new ReadOnlyMemoryContent(body.Bytes);
            request.Content.Headers.TryAddWithoutValidation("Content-Type", "application/json; charset=utf-8");
        }

        try
        {
            using var response = await http.SendAsync(request, time.Token);
            return await Read(response, errand.Repeat, time.Token);
        }
        catch (HttpRequestException fault) when (NothingWasSent(fault))
        {
            return Received.Nothing(Received.NoConnection, fault);
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException)
        {
            return Received.Nothing(Received.Silence, fault);
        }
        catch (OperationCanceledException fault) when (!cancel.IsCancellationRequested)
        {
            // Neither the caller nor our own limit: the connection took too long to come about.
            return Received.Nothing(time.IsCancellationRequested ? Received.Silence : Received.NoConnection, fault);
        }
    }

    private static bool NothingWasSent(HttpRequestException fault) => fault.HttpRequestError
        is HttpRequestError.ConnectionError
        or HttpRequestError.NameResolutionError
        or HttpRequestError.SecureConnectionError
        or HttpRequestError.ProxyTunnelError;

    private async ValueTask<Received> Read(HttpResponseMessage response, Repeat repeat, CancellationToken cancel)
    {
        var status = (int)response.StatusCode;
        var retryAfter = status < 300 || response.Headers.RetryAfter is not { } after ? null
            : after.Delta ?? (after.Date is { } date ? Later(date - clock.GetUtcNow()) : (TimeSpan?)null);
        var buffer = ArrayPool<byte>.Shared.Rent(1024);
        var length = 0;
        try
        {
            using var stream = await response.Content.ReadAsStreamAsync(cancel);
            for (int read; (read = await stream.ReadAsync(buffer.AsMemory(length), cancel)) > 0;)
            {
                length += read;
                if (length == buffer.Length)
                {
                    buffer = Grow(buffer, length);
                }
            }
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException or OperationCanceledException)
        {
            if (repeat == Repeat.Harmless || status >= 300)
            {
                ArrayPool<byte>.Shared.Return(buffer);
                throw;
            }

            // Teams took the message in; only its id is lost. Sending again would double it.
            length = 0;
        }

        return new(status, retryAfter, buffer, length);
    }

    private static TimeSpan Later(TimeSpan wait) => wait > TimeSpan.Zero ? wait : TimeSpan.Zero;

    private static byte[] Grow(byte[] buffer, int length)
    {
        if (length >= LargestAnswer)
        {
            throw new IOException("The connector's answer is too large.");
        }

        var larger = ArrayPool<byte>.Shared.Rent(length * 2);
        buffer.AsSpan(0, length).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(buffer);
        return larger;
    }

    /// <summary>A tenant that was found in the government cloud stays there.</summary>
    private Address Whereto(in Errand errand) =>
        _moved.IsEmpty || !_moved.TryGetValue(errand.TenantId, out var moved) ? errand.To : errand.To.On(connections.To(moved));

    private bool TryMove(in Errand errand, ref Address to)
    {
        if (to.Connection.ServiceUrl == Connections.Government || !connections.IsAllowed(Connections.Government))
        {
            return false;
        }

        if (_moved.Count < MostTenants && _moved.TryAdd(errand.TenantId, Connections.Government))
        {
            log.MovedToGovernment(Connections.Government.Host);
        }

        to = to.On(connections.To(Connections.Government));
        return true;
    }

    private ConnectorException Failed(in Errand errand, Delivery delivery, int? status, string? code, Exception? fault, Activity? span)
    {
        if (status == 401)
        {
            log.TokenRefused(options.Credential, options.ClientId, options.TenantId, options.Scope);
        }

        code ??= fault is HttpRequestException { HttpRequestError: var error } ? error.ToString() : null;

        // A member who isn't there or a chat that is gone is an everyday answer; an unreachable connector is not.
        var level = delivery is Delivery.Unavailable or Delivery.Unknown ? LogLevel.Warning : LogLevel.Information;
        log.Failed(level, fault, errand.Operation, delivery, status ?? 0, code);
        metrics.Called(errand.Operation, delivery.ToString(), status);
        span?.SetStatus(ActivityStatusCode.Error, delivery.ToString());
        return new(delivery, status, code, fault);
    }
}

using ChiBoBot.Cards;
using ChiBoBot.Teams.InboundAuth;
using ChiBoBot.Teams.Wire;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace ChiBoBot.Teams;

/// <summary>The bot's only door: checks who comes, reads what they bring, hands it in and answers within Teams' patience.</summary>
internal sealed class MessagesEndpoint(
    TokenGate tokens,
    ActivityGate activities,
    InboundReader reader,
    IReceiver receiver,
    OpenTurns open,
    TimeProvider clock,
    IOptions<TeamsOptions> options,
    ILogger<MessagesEndpoint> log)
{
    private readonly TeamsOptions _options = options.Value;

    public async Task Handle(HttpContext http)
    {
        var started = clock.GetTimestamp();
        var (inbound, refusal) = await Admit(http);
        if (inbound is null)
        {
            Refuse(http.Response, refusal!);
            return;
        }

        var kind = inbound.GetType().Name;
        var (answer, outcome) = await Work(inbound, kind);
        TeamsTelemetry.Turn(kind, outcome, clock.GetElapsedTime(started));
        if (answer is null)
        {
            http.Response.StatusCode = StatusCodes.Status500InternalServerError;
            return;
        }

        await AnswerWriter.Write(http.Response, inbound, answer);
    }

    private async ValueTask<(Inbound? Inbound, Refusal? Refusal)> Admit(HttpContext http)
    {
        if (ActivityBody.Unfit(http.Request, _options.MaxBodyBytes) is { } unfit)
        {
            return (null, unfit);
        }

        var (caller, refusal) = _options.DangerouslyAllowUnauthenticatedRequests
            ? LocalGate.Check(http)
            : await tokens.Check(http.Request.Headers.Authorization);
        if (caller is null)
        {
            return (null, refusal);
        }

        (var activity, refusal) = await ActivityBody.Read(http.Request, _options.MaxBodyBytes);
        if (activity is null)
        {
            return (null, refusal);
        }

        (var service, refusal) = activities.Check(activity, caller);
        if (service is null)
        {
            return (null, refusal);
        }

        return reader.Read(activity, service) is { } inbound ? (inbound, null) : (null, Refusal.Malformed);
    }

    private void Refuse(HttpResponse response, Refusal refusal)
    {
        TeamsTelemetry.Refused(refusal);
        if (refusal.Status is not (StatusCodes.Status401Unauthorized or StatusCodes.Status503ServiceUnavailable))
        {
            // Of those the token gate has logged more.
            log.RequestRefused(refusal.Reason);
        }

        response.StatusCode = refusal.Status;
        if (refusal.Status == StatusCodes.Status401Unauthorized)
        {
            response.Headers[HeaderNames.WWWAuthenticate] = "Bearer";
        }
    }

    /// <summary>
    /// The answer, or null where a turn without an answer of its own failed altogether: then Teams sends it again, which costs nothing
    /// if it had been done. The caller's going away cancels nothing: what it asked for is done all the same.
    /// </summary>
    private async Task<Worked> Work(Inbound inbound, string kind)
    {
        var isAwaited = AnswerWriter.IsAwaited(inbound);
        var limit = isAwaited ? _options.InvokeLimit : _options.MessageLimit;
        Task<Answer>? work = null;
        try
        {
            work = receiver.Receive(inbound, open.End);
            return new(work.IsCompletedSuccessfully ? work.Result : await work.WaitAsync(limit, clock), "done");
        }
        catch (TimeoutException) when (work is { IsCompletedSuccessfully: true })
        {
            // It was done in the very moment in which the waiting ended.
            return new(work.Result, "done");
        }
        catch (TimeoutException) when (work is { IsCompleted: false })
        {
            log.TakesLonger(inbound.Envelope.ActivityId, kind, limit);
            open.Add(LogFailure(work, inbound.Envelope.ActivityId, kind));
            return new(isAwaited ? new Answer.Failed(StatusCodes.Status500InternalServerError, "Timeout", DoorText.TakesLonger) : new Answer.Accepted(), "late");
        }
        catch (Exception failure)
        {
            log.Failed(failure, inbound.Envelope.ActivityId, kind);
            return new(isAwaited ? new Answer.Failed(StatusCodes.Status500InternalServerError, "ServiceError", DoorText.Fault) : null, "failed");
        }
    }

    private async Task LogFailure(Task work, string activityId, string kind)
    {
        try
        {
            await work;
        }
        catch (Exception failure)
        {
            log.Failed(failure, activityId, kind);
        }
    }

    /// <summary>No tuple: what waits for one can't be compiled ahead.</summary>
    private readonly record struct Worked(Answer? Answer, string Outcome);
}

using System.Runtime.CompilerServices;
using Microsoft.Extensions.ObjectPool;

namespace ChiBoBot.Teams.Outbound;

/// <summary>Teams' Bot Connector: spells the calls, puts them in their lanes and reads the answers.</summary>
internal sealed class Connector(Courier courier, Connections connections, Pace pace) : IConnector
{
    private const string ThreadMark = ";messageid=";
    private const int PageSize = 200;
    private const int MostPages = 1000;
    private const string Targeted = "?isTargetedActivity=true";
    private readonly ObjectPool<Draft> _drafts = ObjectPool.Create<Draft>();

    public Task<string?> Send(Conversation to, Outgoing message, CancellationToken cancel) => Post(to, message, Repeat.OneMore, null, cancel);

    public Task<string?> SendOnce(Conversation to, Outgoing message, IAttempts attempts, CancellationToken cancel) =>
        Post(to, message, Repeat.Never, attempts, cancel);

    public async Task Update(Conversation at, string messageId, Outgoing message, CancellationToken cancel)
    {
        var draft = _drafts.Get();
        ActivityWriter.Write(draft.Json, message);
        var path = $"{Thread(at)}/activities/{Segment(messageId)}{(message.OnlyFor is null ? "" : Targeted)}";
        (await Carry("update", HttpMethod.Put, at, path, draft.Done(), Traffic.Send, at.Id, Repeat.Harmless, cancel)).Dispose();
        _drafts.Return(draft);
    }

    public async Task Delete(Conversation at, string messageId, CancellationToken cancel) =>
        (await Carry("delete", HttpMethod.Delete, at, $"{Thread(at)}/activities/{Segment(messageId)}", null, Traffic.Send, at.Id, Repeat.Harmless, cancel)).Dispose();

    public async Task<Conversation> OpenPersonal(Conversation near, string teamsId, CancellationToken cancel)
    {
        var draft = _drafts.Get();
        ActivityWriter.WritePersonal(draft.Json, near, teamsId);
        using var received = await Carry(
            "open", HttpMethod.Post, near, "/v3/conversations", draft.Done(), Traffic.Send, teamsId, Repeat.Harmless, cancel);
        _drafts.Return(draft);

        var created = AnswerReader.Read(received, ConnectorJson.Default.CreatedAnswer);
        return new(IdOf(created, received.Status), Place.Personal, near.TenantId, ServiceUrl(created, near), near.BotId);
    }

    public async Task<Conversation> StartThread(Conversation near, string channelId, Outgoing message, CancellationToken cancel)
    {
        var draft = _drafts.Get();
        ActivityWriter.WriteThread(draft.Json, near, channelId, message);
        using var received = await Carry(
            "start thread", HttpMethod.Post, near, "/v3/conversations", draft.Done(), Traffic.Send, channelId, Repeat.OneMore, cancel);
        _drafts.Return(draft);

        var created = AnswerReader.Read(received, ConnectorJson.Default.CreatedAnswer);
        var id = IdOf(created, received.Status);
        var mark = id.IndexOf(ThreadMark, StringComparison.Ordinal);
        return new(mark < 0 ? channelId : id[..mark], Place.Channel, near.TenantId, ServiceUrl(created, near), near.BotId)
        {
            ThreadRoot = mark < 0 ? created.ActivityId : id[(mark + ThreadMark.Length)..],
            TeamId = near.TeamId,
            ChannelId = channelId,
        };
    }

    public async Task<RosterMember?> FindMember(Conversation at, string id, CancellationToken cancel)
    {
        try
        {
            using var received = await Get("find member", at, $"{Of(at.Id)}/members/{Segment(id)}", at.Id, cancel);
            return AnswerReader.Read(received, ConnectorJson.Default.MemberAnswer).Member;
        }
        catch (ConnectorException fault) when (fault is { Status: 404, Delivery: Delivery.Refused })
        {
            return null;
        }
    }

    public async IAsyncEnumerable<RosterMember> ListMembers(Conversation at, [EnumeratorCancellation] CancellationToken cancel)
    {
        var next = "";
        for (var page = 0; page < MostPages; page++)
        {
            MembersAnswer answer;
            using (var received = await Get("list members", at, $"{Of(at.Id)}/pagedmembers?pageSize={PageSize}{next}", at.Id, cancel))
            {
                answer = AnswerReader.Read(received, ConnectorJson.Default.MembersAnswer);
            }

            foreach (var member in answer.Members ?? [])
            {
                if (member?.Member is { } known)
                {
                    yield return known;
                }
            }

            if (string.IsNullOrEmpty(answer.ContinuationToken))
            {
                yield break;
            }

            next = "&continuationToken=" + Uri.EscapeDataString(answer.ContinuationToken);
        }
    }

    public async Task<IReadOnlyList<RosterMember>> ListRecipients(Conversation at, string messageId, CancellationToken cancel)
    {
        using var received = await Get("list recipients", at, $"{Thread(at)}/activities/{Segment(messageId)}/members", at.Id, cancel);
        return [.. AnswerReader.Read(received, ConnectorJson.Default.ListMemberAnswer).Select(member => member?.Member).OfType<RosterMember>()];
    }

    public async Task<TeamDetails> GetTeam(Conversation at, string teamId, CancellationToken cancel)
    {
        using var received = await Get("get team", at, $"/v3/teams/{Segment(teamId)}", teamId, cancel);
        var team = AnswerReader.Read(received, ConnectorJson.Default.TeamAnswer);
        return new(team.Id ?? teamId, team.Name, team.AadGroupId);
    }

    public async Task<IReadOnlyList<ChannelDetails>> ListChannels(Conversation at, string teamId, CancellationToken cancel)
    {
        using var received = await Get("list channels", at, $"/v3/teams/{Segment(teamId)}/conversations", teamId, cancel);
        var channels = AnswerReader.Read(received, ConnectorJson.Default.ChannelsAnswer).Conversations ?? [];
        return [.. channels.Where(channel => !string.IsNullOrEmpty(channel?.Id)).Select(channel => new ChannelDetails(channel!.Id!, channel.Name))];
    }

    /// <summary>The lane is entered before anything is awaited: messages go out in the order in which they were handed in.</summary>
    private async Task<string?> Post(Conversation to, Outgoing message, Repeat repeat, IAttempts? attempts, CancellationToken cancel)
    {
        var draft = _drafts.Get();
        ActivityWriter.Write(draft.Json, message, message.OnlyFor);
        draft.Done();

        var connection = connections.To(to.ServiceUrl);
        var lane = pace.Enter(Traffic.Send, to.TenantId, to.Id);
        try
        {
            await lane.Turn(cancel);
            try
            {
                var path = message.OnlyFor is null ? "" : Targeted;
                using var received = await courier.Carry(
                    new("send", HttpMethod.Post, ActivitiesOf(to, path, connection, lane), draft, repeat, lane, to.TenantId, attempts), cancel);
                _drafts.Return(draft);
                return AnswerReader.Id(received.Body);
            }
            finally
            {
                lane.EndTurn();
            }
        }
        finally
        {
            pace.Leave(lane);
        }
    }

    private Task<Received> Get(string operation, Conversation at, string path, string thread, CancellationToken cancel) =>
        Carry(operation, HttpMethod.Get, at, path, null, Traffic.Read, thread, Repeat.Harmless, cancel);

    private async Task<Received> Carry(
        string operation, HttpMethod method, Conversation at, string path, Draft? draft, Traffic traffic, string thread, Repeat repeat, CancellationToken cancel)
    {
        var address = new Address(connections.To(at.ServiceUrl), path);
        var lane = pace.Enter(traffic, at.TenantId, thread);
        try
        {
            await lane.Turn(cancel);
            try
            {
                return await courier.Carry(new(operation, method, address, draft, repeat, lane, at.TenantId), cancel);
            }
            finally
            {
                lane.EndTurn();
            }
        }
        finally
        {
            pace.Leave(lane);
        }
    }

    /// <summary>Where messages of a conversation are posted; spelled once for a talk.</summary>
    private static Address ActivitiesOf(Conversation to, string query, Connection connection, Lane lane)
    {
        if (lane.Address is { } last && last.Is(connection, to.ThreadRoot, query))
        {
            return last;
        }

        return lane.Address = new(connection, $"{Thread(to)}/activities{query}", to.ThreadRoot, query);
    }

    private static string Thread(Conversation at) => Of(at.ThreadRoot is null ? at.Id : at.Id + ThreadMark + at.ThreadRoot);

    private static string Of(string conversationId) => "/v3/conversations/" + Segment(conversationId);

    private static string Segment(string id) =>
        id.AsSpan().Trim('.').IsEmpty
            ? throw ActivityWriter.Refused("IdIsEmpty", "An id of Teams is never empty, nor dots alone: those would name another resource.")
            : Uri.EscapeDataString(id);

    private static string IdOf(CreatedAnswer created, int status) =>
        string.IsNullOrEmpty(created.Id) ? throw new ConnectorException(Delivery.Unavailable, status, "NoConversationId") : created.Id;

    /// <summary>Teams may name another connector for the new conversation; it is followed only where the bot may go.</summary>
    private Uri ServiceUrl(CreatedAnswer created, Conversation near) =>
        Uri.TryCreate(created.ServiceUrl, UriKind.Absolute, out var named) && connections.IsAllowed(named) ? named : near.ServiceUrl;
}

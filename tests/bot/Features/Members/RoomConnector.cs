using ChiBoBot.Cards;
using ChiBoBot.Teams;

namespace ChiBoBot.Tests.Features.Members;

/// <summary>A Teams that has a roster and keeps what is sent to whom.</summary>
internal sealed class RoomConnector : IConnector
{
    private readonly Dictionary<string, RosterMember> _roster = [];

    public List<(string To, string Text)> Sent { get; } = [];

    /// <summary>What every send fails with, if anything.</summary>
    public Delivery? Fails { get; set; }

    public void Has(string objectId, string? upn) => _roster["29:" + objectId] = new("29:" + objectId, objectId, "Tài khoản " + objectId, upn, "user");

    public Task<string?> Send(Conversation to, Outgoing message, CancellationToken cancel)
    {
        if (Fails is { } delivery)
        {
            throw new ConnectorException(delivery, 403, null);
        }

        Sent.Add((to.Id, message is Outgoing.Card card ? CardText.Of(card.Content) : ((Outgoing.Words)message).Text));
        return Task.FromResult<string?>("message-1");
    }

    public Task<Conversation> OpenPersonal(Conversation near, string teamsId, CancellationToken cancel) =>
        Task.FromResult(near with { Id = teamsId, Place = Place.Personal });

    public Task<RosterMember?> FindMember(Conversation at, string id, CancellationToken cancel) => Task.FromResult(_roster.GetValueOrDefault(id));

    public async Task<string?> SendOnce(Conversation to, Outgoing message, IAttempts attempts, CancellationToken cancel)
    {
        await attempts.Begins(cancel);
        return await Send(to, message, cancel);
    }

    public Task Update(Conversation at, string messageId, Outgoing message, CancellationToken cancel) => throw new NotSupportedException();

    public Task Delete(Conversation at, string messageId, CancellationToken cancel) => throw new NotSupportedException();

    public Task<Conversation> StartThread(Conversation near, string channelId, Outgoing message, CancellationToken cancel) => throw new NotSupportedException();

    public IAsyncEnumerable<RosterMember> ListMembers(Conversation at, CancellationToken cancel) => throw new NotSupportedException();

    public Task<TeamDetails> GetTeam(Conversation at, string teamId, CancellationToken cancel) => throw new NotSupportedException();

    public Task<IReadOnlyList<ChannelDetails>> ListChannels(Conversation at, string teamId, CancellationToken cancel) => throw new NotSupportedException();
}

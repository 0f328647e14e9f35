using System.Globalization;
using System.Runtime.CompilerServices;
using ChiBoBot.Cards;
using ChiBoBot.Teams;

namespace ChiBoBot.Tests;

/// <summary>Teams' side of the talk, in memory: keeps what was sent, knows who is where, and refuses where it is told to.</summary>
internal sealed class FakeConnector : IConnector
{
    private readonly Lock _gate = new();
    private readonly List<Post> _posts = [];

    /// <summary>Everything that stands in the conversations, in the order it was posted.</summary>
    public IReadOnlyList<Post> Posts
    {
        get
        {
            lock (_gate)
            {
                return [.. _posts];
            }
        }
    }

    /// <summary>Who is in which conversation.</summary>
    public Dictionary<string, List<RosterMember>> Rosters { get; } = [];

    /// <summary>The own chats of people by Teams id, where they are called otherwise than <c>a:</c> and that id.</summary>
    public Dictionary<string, string> OwnChats { get; } = [];

    /// <summary>Refuses to open these people's own chats.</summary>
    public Dictionary<string, Delivery> NoPersonalChat { get; } = [];

    /// <summary>Refuses whatever is sent to these conversations.</summary>
    public Dictionary<string, Delivery> Refuses { get; } = [];

    /// <summary>Throws at the next sends, one by one.</summary>
    public Queue<ConnectorException> Failures { get; } = [];

    /// <summary>What happens before a message that is sent once arrives.</summary>
    public Func<IAttempts, Task> Attempt { get; set; } = static attempts => attempts.Begins(default);

    /// <summary>When those are answered for.</summary>
    public Task Answer { get; set; } = Task.CompletedTask;

    /// <summary>How many times a message was changed.</summary>
    public int Updates { get; private set; }

    public Task<string?> Send(Conversation to, Outgoing message, CancellationToken cancel)
    {
        lock (_gate)
        {
            if (Failures.TryDequeue(out var failure))
            {
                throw failure;
            }

            if (Refuses.TryGetValue(to.Id, out var refusal))
            {
                throw new ConnectorException(refusal, 403, refusal.ToString());
            }

            var id = (_posts.Count + 1).ToString(CultureInfo.InvariantCulture);
            _posts.Add(new Post(to.Id, id, message));
            return Task.FromResult<string?>(id);
        }
    }

    public async Task<string?> SendOnce(Conversation to, Outgoing message, IAttempts attempts, CancellationToken cancel)
    {
        await Attempt(attempts);
        var id = await Send(to, message, cancel);
        await Answer;
        return id;
    }

    public Task Update(Conversation at, string messageId, Outgoing message, CancellationToken cancel)
    {
        lock (_gate)
        {
            var index = _posts.FindIndex(post => post.Conversation == at.Id && post.Id == messageId);
            if (index < 0)
            {
                throw new ConnectorException(Delivery.Gone, 404, "ActivityNotFoundInConversation");
            }

            if (_posts[index].Message is Outgoing.Card && message is not Outgoing.Card { Summary.Length: > 0 })
            {
                throw new InvalidOperationException("A card that is changed to anything but a card with its summary is blank in Teams until it is loaded anew.");
            }

            Updates++;
            _posts[index] = new Post(at.Id, messageId, message);
            return Task.CompletedTask;
        }
    }

    public Task Delete(Conversation at, string messageId, CancellationToken cancel)
    {
        lock (_gate)
        {
            _posts.RemoveAll(post => post.Conversation == at.Id && post.Id == messageId);
            return Task.CompletedTask;
        }
    }

    public Task<Conversation> OpenPersonal(Conversation near, string teamsId, CancellationToken cancel) =>
        NoPersonalChat.TryGetValue(teamsId, out var delivery)
            ? throw new ConnectorException(delivery, 403, "ForbiddenOperationException")
            : Task.FromResult(near with { Id = OwnChats.GetValueOrDefault(teamsId, "a:" + teamsId), Place = Place.Personal, ThreadRoot = null });

    public async Task<Conversation> StartThread(Conversation near, string channelId, Outgoing message, CancellationToken cancel)
    {
        var thread = near with { Id = channelId, Place = Place.Channel };
        var root = await Send(thread, message, cancel);
        return thread with { ThreadRoot = root };
    }

    public Task<RosterMember?> FindMember(Conversation at, string id, CancellationToken cancel) =>
        Task.FromResult(Rosters.GetValueOrDefault(at.Id)?.Find(member => member.TeamsId == id || member.ObjectId == id || member.UserPrincipalName == id));

    public async IAsyncEnumerable<RosterMember> ListMembers(Conversation at, [EnumeratorCancellation] CancellationToken cancel)
    {
        await Task.CompletedTask;
        foreach (var member in Rosters.GetValueOrDefault(at.Id) ?? [])
        {
            yield return member;
        }
    }

    public Task<TeamDetails> GetTeam(Conversation at, string teamId, CancellationToken cancel) =>
        Task.FromResult(new TeamDetails(teamId, "Chi bộ", null));

    public Task<IReadOnlyList<ChannelDetails>> ListChannels(Conversation at, string teamId, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<ChannelDetails>>([new ChannelDetails(teamId, null)]);

    /// <summary>Something that stands in a conversation.</summary>
    internal sealed record Post(string Conversation, string Id, Outgoing Message)
    {
        /// <summary>What a person reads.</summary>
        public string Text => Message switch
        {
            Outgoing.Words words => words.Text,
            Outgoing.Card card => CardText.Of(card.Content),
            _ => "",
        };
    }
}

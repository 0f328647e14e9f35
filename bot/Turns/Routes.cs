using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using ChiBoBot.Understanding;

namespace ChiBoBot.Turns;

/// <summary>The table of what the bot answers: which handler takes which intent and which card verb, and as which <see cref="Act"/> the access table judges it.</summary>
internal sealed class Routes
{
    private readonly Dictionary<Intent, Func<Request, Route<Request>?>> _questions = [];
    private readonly Dictionary<Intent, Func<Request, Route<Request>?>> _parts = [];
    private readonly Dictionary<string, Route<JsonElement>> _verbs = new(StringComparer.Ordinal);
    private readonly List<Func<Said, Route<Said>?>> _phrases = [];

    /// <summary>Sends an intent to a handler. <paramref name="read"/> makes the question from the request's slots; null where the handler doesn't serve it.</summary>
    public Routes Question<TAsked, THandler>(Intent intent, Act act, Func<Request, TAsked?> read)
        where TAsked : class
        where THandler : IHandle<TAsked>
    {
        Add<TAsked, THandler>(_questions, intent, act, read);
        return this;
    }

    /// <summary>Sends a part of an intent's requests to another handler than the rest: “hủy cuộc họp chiều mai” is no “thôi khoan”. <paramref name="read"/> leaves the rest with null.</summary>
    public Routes Part<TAsked, THandler>(Intent intent, Act act, Func<Request, TAsked?> read)
        where TAsked : class
        where THandler : IHandle<TAsked>
    {
        Add<TAsked, THandler>(_parts, intent, act, read);
        return this;
    }

    /// <summary>Sends certain words to a handler before any intent is looked at: <paramref name="read"/> takes only what can mean nothing else, e.g. “có mặt”, and leaves everything else with null.</summary>
    public Routes Phrase<TAsked, THandler>(Act act, Func<Said, TAsked?> read)
        where TAsked : class
        where THandler : IHandle<TAsked>
    {
        _phrases.Add(said => read(said) is { } asked
            ? new(act, (services, _, turn, cancel) => services.GetRequiredService<THandler>().Handle(asked, turn, cancel))
            : null);
        return this;
    }

    /// <summary>Sends a card's verb to a handler. <paramref name="form"/> tells how what the card sent is read; it is asked at a press, for making all of them at the start takes time.</summary>
    public Routes Verb<TForm, THandler>(string verb, Act act, Func<JsonTypeInfo<TForm>> form)
        where THandler : IHandle<TForm>
    {
        if (!_verbs.TryAdd(verb, new(act, (services, data, turn, cancel) =>
            services.GetRequiredService<THandler>().Handle(Read(data, form()), turn, cancel))))
        {
            throw new InvalidOperationException($"Two handlers take the verb '{verb}': give one card another verb.");
        }

        return this;
    }

    /// <summary>All verbs that cards may send.</summary>
    public IEnumerable<string> Verbs => _verbs.Keys;

    public Route<Request>? Find(Request request) =>
        _parts.GetValueOrDefault(request.Intent)?.Invoke(request) ?? _questions.GetValueOrDefault(request.Intent)?.Invoke(request);

    /// <summary>The first phrase that takes what was said.</summary>
    public Route<Said>? Find(Said said)
    {
        foreach (var phrase in _phrases)
        {
            if (phrase(said) is { } route)
            {
                return route;
            }
        }

        return null;
    }

    public Route<JsonElement>? Find(string verb) => _verbs.GetValueOrDefault(verb);

    private static void Add<TAsked, THandler>(Dictionary<Intent, Func<Request, Route<Request>?>> routes, Intent intent, Act act, Func<Request, TAsked?> read)
        where TAsked : class
        where THandler : IHandle<TAsked>
    {
        if (!routes.TryAdd(intent, request => read(request) is { } asked
            ? new(act, (services, _, turn, cancel) => services.GetRequiredService<THandler>().Handle(asked, turn, cancel))
            : null))
        {
            throw new InvalidOperationException($"Two handlers take the intent {intent}: remove one from the Map… methods.");
        }
    }

    private static TForm Read<TForm>(JsonElement data, JsonTypeInfo<TForm> form) =>
        data.Deserialize(form) ?? throw new JsonException("The card sent nothing.");
}

/// <summary>One line of the table.</summary>
internal sealed record Route<TAsked>(Act Act, Func<IServiceProvider, TAsked, Turn, CancellationToken, Task<Reply>> Handle);

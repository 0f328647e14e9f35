using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using ChiBoBot.Understanding;

namespace ChiBoBot.Turns;

/// <summary>The table of what the bot answers: which handler takes which intent and which card verb, and as which <see cref="Act"/> the access table judges it.</summary>
internal sealed class Routes
{
    private readonly Dictionary<Intent, List<Func<Request, Route<Request>?>>> _questions = [];
    private readonly Dictionary<string, Route<JsonElement>> _verbs = new(StringComparer.Ordinal);
    private readonly List<Func<Said, Route<Said>?>> _phrases = [];

    /// <summary>Sends an intent to a handler. <paramref name="read"/> makes the question from the request's slots; null where the handler doesn't serve it and another may: “thôi” and “hủy cuộc họp chiều mai” are one intent and two handlers' things.</summary>
    public Routes Question<TAsked, THandler>(Intent intent, Act act, Func<Request, TAsked?> read)
        where TAsked : class
        where THandler : IHandle<TAsked>
    {
        if (!_questions.TryGetValue(intent, out var questions))
        {
            _questions.Add(intent, questions = []);
        }

        questions.Add(request => read(request) is { } asked
            ? new(act, (services, _, turn, cancel) => services.GetRequiredService<THandler>().Handle(asked, turn, cancel))
            : null);
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

    /// <summary>The handler that takes the request; two that would both take it are a mistake of the Map… methods.</summary>
    public Route<Request>? Find(Request request)
    {
        Route<Request>? found = null;
        foreach (var question in _questions.GetValueOrDefault(request.Intent, []))
        {
            if (question(request) is { } route)
            {
                found = found is null ? route : throw new InvalidOperationException($"Two handlers take the same request of the intent {request.Intent}.");
            }
        }

        return found;
    }

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

    private static TForm Read<TForm>(JsonElement data, JsonTypeInfo<TForm> form) =>
        data.Deserialize(form) ?? throw new JsonException("The card sent nothing.");
}

/// <summary>One line of the table.</summary>
internal sealed record Route<TAsked>(Act Act, Func<IServiceProvider, TAsked, Turn, CancellationToken, Task<Reply>> Handle);

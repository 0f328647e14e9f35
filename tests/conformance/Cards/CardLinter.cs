using System.Text.Json;

namespace ChiBoBot.Conformance;

/// <summary>What every card keeps to, so that phones, which are sure of Adaptive Cards 1.2 only, show it whole.</summary>
internal sealed class CardLinter
{
    private const int MostActions = 6;
    private const int MostColumns = 3;
    private const int MostRefreshed = 60;

    private static readonly string[] Core =
    [
        "TextBlock", "RichTextBlock", "Image", "ImageSet", "FactSet", "Container", "ColumnSet", "Column", "ActionSet",
        "Input.Text", "Input.Number", "Input.Date", "Input.Time", "Input.Toggle", "Input.ChoiceSet",
        "Action.Submit", "Action.OpenUrl",
    ];

    private readonly List<string> _faults = [];
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);
    private readonly HashSet<string> _inputs = new(StringComparer.Ordinal);
    private readonly List<(string Path, string Key)> _dataKeys = [];

    private CardLinter()
    {
    }

    public static IReadOnlyList<string> Faults(JsonElement card)
    {
        var linter = new CardLinter();
        linter.Card(card);
        return linter._faults;
    }

    private void Card(JsonElement card)
    {
        Want(Text(card, "type") == "AdaptiveCard", "card", "its type is not AdaptiveCard");
        Want(Text(card, "version") == "1.5", "card", "its version is not 1.5");
        Want(Text(card, "lang") == "vi", "card", "its language is not vi");
        Want(!card.TryGetProperty("actions", out _), "card", "its buttons stand outside an ActionSet, where old clients ignore fallbacks");
        if (card.TryGetProperty("refresh", out var refresh))
        {
            Want(Text(refresh.GetProperty("action"), "verb").Length > 0, "card/refresh", "its action has no verb");
            Want(refresh.TryGetProperty("userIds", out var users) && users.GetArrayLength() <= MostRefreshed, "card/refresh", $"it names not up to {MostRefreshed} people: Teams refreshes the card for nobody");
        }

        foreach (var (element, path) in Children(card, "body", "card"))
        {
            Element(element, path);
        }

        foreach (var (path, key) in _dataKeys)
        {
            Want(!_inputs.Contains(key), path, $"its data '{key}' has the name of an input");
        }
    }

    private void Element(JsonElement element, string path)
    {
        var type = Text(element, "type");
        Want(Core.Contains(type) || element.TryGetProperty("fallback", out _), path, $"'{type}' is newer than 1.2 and has no fallback");
        if (Text(element, "id") is { Length: > 0 } id)
        {
            Want(_ids.Add(id), path, $"the id '{id}' is taken");
        }

        switch (type)
        {
            case "TextBlock":
                Want(Text(element, "text").Trim().Length > 0, path, "its text is empty");
                Want(Flag(element, "wrap"), path, "it does not wrap");
                break;
            case "FactSet":
                foreach (var (fact, at) in Children(element, "facts", path))
                {
                    Want(Text(fact, "title").Trim().Length > 0 && Text(fact, "value").Trim().Length > 0, at, "its title or value is empty");
                }

                break;
            case "Image":
                Want(element.TryGetProperty("altText", out _), path, "it has no altText");
                break;
            case "ColumnSet":
                Want(Children(element, "columns", path).Count <= MostColumns, path, $"it has more than {MostColumns} columns");
                break;
            case "ActionSet":
                var actions = Children(element, "actions", path);
                Want(actions.Count is > 0 and <= MostActions, path, $"it has {actions.Count} buttons, not 1 to {MostActions}");
                Want(actions.Select(action => Text(action.Item, "title")).Distinct().Count() == actions.Count, path, "two buttons have the same title");
                actions.ForEach(action => Action(action.Item, action.Path));
                break;
            case var input when input.StartsWith("Input.", StringComparison.Ordinal):
                Input(element, path);
                break;
        }

        foreach (var (child, at) in Children(element, "items", path).Concat(Children(element, "columns", path)))
        {
            Element(child, at);
        }
    }

    private void Input(JsonElement input, string path)
    {
        Want(Text(input, "id").Length > 0, path, "it has no id");
        Want(Text(input, "label").Trim().Length > 0, path, "it has no label");
        Want(!Flag(input, "isRequired") || Text(input, "errorMessage").Trim().Length > 0, path, "it is required and has no errorMessage");
        _inputs.Add(Text(input, "id"));
    }

    private void Action(JsonElement action, string path)
    {
        var type = Text(action, "type");
        Want(Text(action, "title").Trim().Length > 0, path, "it has no title");
        Data(action, path);
        if (type != "Action.Execute")
        {
            Want(Core.Contains(type), path, $"'{type}' is not a button for every client");
            return;
        }

        Want(Text(action, "verb").Length > 0, path, "it has no verb");
        if (!action.TryGetProperty("fallback", out var fallback) || fallback.ValueKind != JsonValueKind.Object || Text(fallback, "type") != "Action.Submit")
        {
            Want(false, path, "it has no Action.Submit as fallback");
            return;
        }

        Want(Text(fallback, "title") == Text(action, "title"), path, "its fallback has another title");
        var wanted = Pairs(action);
        wanted["verb"] = Text(action, "verb");
        Want(wanted.OrderBy(pair => pair.Key).SequenceEqual(Pairs(fallback).OrderBy(pair => pair.Key)), path, "its fallback carries other data");
    }

    private void Data(JsonElement action, string path) => _dataKeys.AddRange(Pairs(action).Keys.Append("verb").Select(key => (path, key)));

    private static Dictionary<string, string> Pairs(JsonElement action) =>
        action.TryGetProperty("data", out var data) && data.ValueKind == JsonValueKind.Object
            ? data.EnumerateObject().ToDictionary(pair => pair.Name, pair => pair.Value.ToString())
            : [];

    private static List<(JsonElement Item, string Path)> Children(JsonElement parent, string name, string path) =>
        parent.TryGetProperty(name, out var items) && items.ValueKind == JsonValueKind.Array
            ? [.. items.EnumerateArray().Select((item, index) => (item, $"{path}/{name}[{index}]"))]
            : [];

    private static string Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";

    private static bool Flag(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.True;

    private void Want(bool holds, string path, string otherwise)
    {
        if (!holds)
        {
            _faults.Add($"{path}: {otherwise}.");
        }
    }
}

using System.Text.Json;

namespace ChiBoBot.Cards;

/// <summary>Cards as JSON. Written by hand: a serializer would first have to learn what each kind of element consists of, which the first answer waits for.</summary>
internal static class CardWriter
{
    public static void Write(Utf8JsonWriter json, AdaptiveCard card)
    {
        json.WriteStartObject();
        json.WriteString("type", "AdaptiveCard");
        json.WriteString("$schema", "http://adaptivecards.io/schemas/adaptive-card.json");
        json.WriteString("version", "1.5");
        json.WriteString("lang", "vi");
        WriteElements(json, "body", card.Body);
        WriteGiven(json, "fallbackText", card.FallbackText);
        if (card.Refresh is { } refresh)
        {
            json.WriteStartObject("refresh");
            json.WritePropertyName("action");
            WriteAction(json, refresh.Action);
            json.WriteStartArray("userIds");
            foreach (var id in refresh.UserIds)
            {
                json.WriteStringValue(id);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WriteElements(Utf8JsonWriter json, string name, IReadOnlyList<CardElement> elements)
    {
        json.WriteStartArray(name);
        foreach (var element in elements)
        {
            json.WriteStartObject();
            WriteElement(json, element);
            WriteGiven(json, "spacing", element.Spacing?.ToString());
            WriteGiven(json, "separator", element.Separator);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteElement(Utf8JsonWriter json, CardElement element)
    {
        switch (element)
        {
            case TextBlock block:
                json.WriteString("type", "TextBlock");
                json.WriteString("text", block.Text);
                json.WriteBoolean("wrap", true);
                WriteGiven(json, "size", block.Size?.ToString());
                WriteGiven(json, "weight", block.Weight?.ToString());
                WriteGiven(json, "color", block.Color?.ToString());
                WriteGiven(json, "isSubtle", block.IsSubtle);
                WriteGiven(json, "horizontalAlignment", block.HorizontalAlignment?.ToString());
                WriteGiven(json, "style", block.Style);
                break;
            case FactSet set:
                json.WriteString("type", "FactSet");
                json.WriteStartArray("facts");
                foreach (var fact in set.Facts)
                {
                    WritePair(json, fact.Title, fact.Value);
                }

                json.WriteEndArray();
                break;
            case Container container:
                json.WriteString("type", "Container");
                WriteElements(json, "items", container.Items);
                WriteGiven(json, "style", container.Style?.ToString());
                WriteGiven(json, "bleed", container.Bleed);
                break;
            case ColumnSet set:
                json.WriteString("type", "ColumnSet");
                WriteElements(json, "columns", set.Columns);
                break;
            case Column column:
                json.WriteString("type", "Column");
                json.WriteString("width", column.Width);
                WriteElements(json, "items", column.Items);
                WriteGiven(json, "style", column.Style?.ToString());
                break;
            case ActionSet set:
                json.WriteString("type", "ActionSet");
                json.WriteStartArray("actions");
                foreach (var action in set.Actions)
                {
                    WriteAction(json, action);
                }

                json.WriteEndArray();
                break;
            case CardInput input:
                WriteInput(json, input);
                json.WriteString("id", input.Id);
                json.WriteString("label", input.Label);
                WriteGiven(json, "isRequired", input.IsRequired);
                WriteGiven(json, "errorMessage", input.ErrorMessage);
                break;
            default:
                throw new NotSupportedException($"Nobody has written how {element.GetType().Name} is written.");
        }
    }

    private static void WriteInput(Utf8JsonWriter json, CardInput input)
    {
        switch (input)
        {
            case TextInput text:
                json.WriteString("type", "Input.Text");
                WriteGiven(json, "value", text.Value);
                WriteGiven(json, "placeholder", text.Placeholder);
                WriteGiven(json, "isMultiline", text.IsMultiline);
                WriteGiven(json, "maxLength", text.MaxLength);
                break;
            case NumberInput number:
                json.WriteString("type", "Input.Number");
                WriteGiven(json, "value", number.Value);
                WriteGiven(json, "min", number.Min);
                WriteGiven(json, "max", number.Max);
                break;
            case DateInput date:
                json.WriteString("type", "Input.Date");
                WriteGiven(json, "value", date.Value);
                break;
            case TimeInput time:
                json.WriteString("type", "Input.Time");
                WriteGiven(json, "value", time.Value);
                break;
            case ToggleInput toggle:
                json.WriteString("type", "Input.Toggle");
                json.WriteString("title", toggle.Title);
                WriteGiven(json, "value", toggle.Value);
                break;
            case ChoiceInput choice:
                json.WriteString("type", "Input.ChoiceSet");
                json.WriteStartArray("choices");
                foreach (var one in choice.Choices)
                {
                    WritePair(json, one.Title, one.Value);
                }

                json.WriteEndArray();
                WriteGiven(json, "value", choice.Value);
                WriteGiven(json, "isMultiSelect", choice.IsMultiSelect);
                WriteGiven(json, "style", choice.Style);
                if (choice.Style == "expanded")
                {
                    // Otherwise a long line is cut off.
                    json.WriteBoolean("wrap", true);
                }

                break;
            default:
                throw new NotSupportedException($"Nobody has written how {input.GetType().Name} is written.");
        }
    }

    private static void WriteAction(Utf8JsonWriter json, CardAction action)
    {
        json.WriteStartObject();
        switch (action)
        {
            case ExecuteAction execute:
                json.WriteString("type", "Action.Execute");
                json.WriteString("verb", execute.Verb);
                WriteData(json, execute.Data);
                json.WritePropertyName("fallback");
                WriteAction(json, execute.Fallback);
                break;
            case SubmitAction submit:
                json.WriteString("type", "Action.Submit");
                WriteData(json, submit.Data);
                break;
            case OpenUrlAction open:
                json.WriteString("type", "Action.OpenUrl");
                json.WriteString("url", open.Url.OriginalString);
                break;
            default:
                throw new NotSupportedException($"Nobody has written how {action.GetType().Name} is written.");
        }

        json.WriteString("title", action.Title);
        json.WriteEndObject();
    }

    private static void WriteData(Utf8JsonWriter json, IReadOnlyDictionary<string, string> data)
    {
        json.WriteStartObject("data");
        foreach (var (name, value) in data)
        {
            json.WriteString(name, value);
        }

        json.WriteEndObject();
    }

    private static void WritePair(Utf8JsonWriter json, string title, string value)
    {
        json.WriteStartObject();
        json.WriteString("title", title);
        json.WriteString("value", value);
        json.WriteEndObject();
    }

    private static void WriteGiven(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }

    private static void WriteGiven(Utf8JsonWriter json, string name, bool? value)
    {
        if (value is { } given)
        {
            json.WriteBoolean(name, given);
        }
    }

    private static void WriteGiven(Utf8JsonWriter json, string name, double? value)
    {
        if (value is { } given)
        {
            json.WriteNumber(name, given);
        }
    }
}

using System.Globalization;
using System.Text;

namespace ChiBoBot.Cards;

/// <summary>A card as plain text: what a screen without cards shows, and what is read aloud.</summary>
public static class CardText
{
    public static string Of(AdaptiveCard card)
    {
        var text = new StringBuilder();
        foreach (var element in card.Body)
        {
            Write(text, element);
        }

        // Bold is all the markup that cards use.
        return text.Replace("**", "").ToString().TrimEnd('\n');
    }

    private static void Write(StringBuilder text, CardElement element)
    {
        switch (element)
        {
            case TextBlock block:
                text.Append(block.Text).Append('\n');
                break;
            case FactSet set:
                foreach (var fact in set.Facts)
                {
                    text.Append(fact.Title).Append(": ").Append(fact.Value).Append('\n');
                }

                break;
            case Container container:
                WriteAll(text, container.Items);
                break;
            case ColumnSet columns:
                text.AppendJoin(" · ", columns.Columns.Select(Line).Where(line => line.Length > 0)).Append('\n');
                break;
            case Column column:
                WriteAll(text, column.Items);
                break;
            case ChoiceInput { Value.Length: > 0 } chosen when chosen.Choices.Any(choice => Values(chosen).Contains(choice.Value)):
                text.Append(chosen.Label).Append(": ").AppendJoin(", ", chosen.Choices.Where(choice => Values(chosen).Contains(choice.Value)).Select(choice => choice.Title)).Append(" ▾\n");
                break;
            case ChoiceInput choices:
                text.Append(choices.Label).Append(": ").AppendJoin(" / ", choices.Choices.Select(choice => choice.Title)).Append('\n');
                break;
            case CardInput input:
                text.Append(input.Label).Append(": ").Append(FilledIn(input) is { Length: > 0 } value ? $"[{value}]" : "____").Append('\n');
                break;
            case ActionSet set:
                text.AppendJoin(" ", set.Actions.Select(action => $"[{action.Title}]")).Append('\n');
                break;
        }
    }

    private static string[] Values(ChoiceInput chosen) => chosen.Value?.Split(',') ?? [];

    private static string? FilledIn(CardInput input) => input switch
    {
        TextInput text => text.Value,
        NumberInput number => number.Value?.ToString(CultureInfo.InvariantCulture),
        DateInput date => DateOnly.TryParseExact(date.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? VietnamTime.Date(day) : null,
        TimeInput time => time.Value,
        ToggleInput toggle => toggle.Value == "true" ? "✔" : null,
        _ => null,
    };

    private static void WriteAll(StringBuilder text, IReadOnlyList<CardElement> elements)
    {
        foreach (var element in elements)
        {
            Write(text, element);
        }
    }

    private static string Line(Column column)
    {
        var text = new StringBuilder();
        WriteAll(text, column.Items);
        return text.ToString().Trim('\n').Replace("\n", " ", StringComparison.Ordinal);
    }
}

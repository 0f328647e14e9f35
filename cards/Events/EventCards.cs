namespace ChiBoBot.Cards;

/// <summary>The cards that answer questions about meetings and other events: when first, then what and where.</summary>
public static class EventCards
{
    private const int MostLines = 10;

    /// <summary>Beside the way into the meeting and two questions, so that there are never more than six buttons.</summary>
    private const int MostDocuments = 3;

    /// <summary>The next event, and what follows it.</summary>
    public static AdaptiveCard Next(EventView next, IReadOnlyList<EventView> after, IReadOnlyList<AnniversaryView> anniversaries)
    {
        List<CardElement> body =
        [
            TextBlock.Figure(EventsText.When(next)),
            .. Details(next),
        ];
        AddLines(body, EventsText.After, after);
        AddAnniversaries(body, anniversaries);
        return Card(body, $"{EventsText.Line(next)}{Where(next)}.", EventsText.AskMonth, EventsText.AskAgenda);
    }

    /// <summary>What is on the calendar in a stretch of days.</summary>
    /// <param name="range">The days as people call them.</param>
    /// <param name="missing">What these days should have and don't, for those who plan.</param>
    public static AdaptiveCard List(string range, IReadOnlyList<EventView> events, IReadOnlyList<AnniversaryView> anniversaries, params IReadOnlyList<string> missing)
    {
        List<CardElement> body = [TextBlock.Heading(range), TextBlock.Figure(EventsText.Count(events.Count))];
        body.AddRange(missing.Select(warning => new TextBlock(warning)));
        foreach (var happening in events.Take(MostLines))
        {
            var lines = new List<CardElement>(2) { new TextBlock(EventsText.Line(happening)) { Weight = TextWeight.Bolder } };
            if (happening.Place is { } place)
            {
                lines.Add(TextBlock.Small(place));
            }

            body.Add(new Container(lines) { Style = happening.IsCancelled ? ContainerStyle.Warning : ContainerStyle.Emphasis });
        }

        if (events.Count > MostLines)
        {
            body.Add(TextBlock.Small(EventsText.More(events.Count - MostLines)));
        }

        AddAnniversaries(body, anniversaries);
        return Card(body, EventsText.ListSummary(range, events.Count), missing.Count > 0
            ? [RegularText.Title, RegularText.PlanThematic, EventsText.AskUpcoming]
            : [EventsText.AskUpcoming, EventsText.AskAgenda]);
    }

    /// <summary>One event, with what was asked of it first.</summary>
    /// <param name="others">Other events of the days that were asked for.</param>
    /// <param name="actions">What the asker can do with it.</param>
    public static AdaptiveCard Detail(EventView happening, EventField field, IReadOnlyList<EventView> others, params IReadOnlyList<CardAction> actions)
    {
        List<CardElement> body = [TextBlock.Figure(Answer(happening, field))];
        if (field != EventField.Time)
        {
            body.Add(new TextBlock(EventsText.When(happening)));
        }

        body.AddRange(Details(happening));
        AddLines(body, EventsText.SameDays, others);
        if (actions.Count > 0)
        {
            body.Add(new ActionSet(actions));
        }

        return Card(body, $"{EventsText.Line(happening)}{Where(happening)}.", EventsText.AskUpcoming, EventsText.AskMonth);
    }

    /// <summary>One event under a line that says what has just become of it.</summary>
    /// <param name="actions">What can be done with it.</param>
    public static AdaptiveCard WithLine(string line, EventView happening, params IReadOnlyList<CardAction> actions) => Card(
        [
            new TextBlock(line) { Color = TextColor.Good, Weight = TextWeight.Bolder },
            TextBlock.Figure(EventsText.When(happening)),
            .. Details(happening),
            .. actions.Count > 0 ? [new ActionSet(actions)] : Array.Empty<CardElement>(),
        ],
        $"{line} {EventsText.Line(happening)}.",
        EventsText.AskUpcoming,
        EventsText.AskMonth);

    private static string Answer(EventView happening, EventField field) => field switch
    {
        EventField.Place => happening.Place,
        EventField.Agenda => happening.Agenda.Count > 0 ? EventsText.Items(happening.Agenda.Count) : null,
        EventField.Chair => happening.Chair is { } chair ? EventsText.Comrade(chair) : null,
        EventField.Duration => happening.Minutes is { } minutes ? EventsText.Minutes(minutes) : null,
        EventField.Documents => happening.Documents.Count > 0 ? EventsText.DocumentCount(happening.Documents.Count) : null,
        EventField.Link => happening.Link is null ? null : EventsText.Online,
        EventField.Clerk => happening.Clerk is { } clerk ? EventsText.Comrade(clerk) : null,
        _ => EventsText.When(happening),
    } ?? EventsText.Missing(field);

    private static IEnumerable<CardElement> Details(EventView happening)
    {
        yield return TextBlock.Bold(happening.Title);
        if (happening.IsCancelled)
        {
            yield return new TextBlock(EventsText.Cancelled) { Color = TextColor.Attention, Weight = TextWeight.Bolder };
        }

        var facts = Facts(happening).ToList();
        if (facts.Count > 0)
        {
            yield return new FactSet(facts);
        }

        if (happening.Agenda.Count > 0)
        {
            yield return TextBlock.Bold(EventsText.Agenda);
            for (var i = 0; i < happening.Agenda.Count; i++)
            {
                yield return new TextBlock(EventsText.Item(i + 1, happening.Agenda[i])) { Spacing = Spacing.Small };
            }
        }

        if (happening.Documents.Count > 0)
        {
            yield return TextBlock.Bold(EventsText.Documents);
            foreach (var document in happening.Documents)
            {
                yield return new TextBlock(document.Title) { Spacing = Spacing.Small };
            }
        }

        if (happening.Note is { } note)
        {
            yield return TextBlock.Small(EventsText.Note(note));
        }

        List<CardAction> pages = [.. happening.Documents.Take(MostDocuments).Select(document => new OpenUrlAction(EventsText.Open(document.Title), document.Link))];
        if (happening.Link is { } link)
        {
            pages.Insert(0, new OpenUrlAction(EventsText.JoinOnline, new Uri(link)));
        }

        if (pages.Count > 0)
        {
            yield return new ActionSet(pages);
        }
    }

    private static IEnumerable<Fact> Facts(EventView happening)
    {
        if (happening.Place is { } place)
        {
            yield return new(EventsText.Place, place);
        }

        if (happening.Minutes is { } minutes)
        {
            yield return new(EventsText.Length, happening.Time is { } time ? EventsText.MinutesUntil(minutes, time.AddMinutes(minutes)) : EventsText.Minutes(minutes));
        }

        if (happening.Called is { } called)
        {
            yield return new(AgendaText.Summons, called);
        }

        if (happening.Chair is { } chair)
        {
            yield return new(EventsText.Chair, EventsText.Comrade(chair));
        }

        if (happening.Clerk is { } clerk)
        {
            yield return new(EventsText.Clerk, EventsText.Comrade(clerk));
        }

        if (happening.Guests.Count > 0)
        {
            yield return new(EventsText.Guests, string.Join(", ", happening.Guests));
        }
    }

    private static void AddLines(List<CardElement> body, string title, IReadOnlyList<EventView> events)
    {
        if (events.Count > 0)
        {
            body.Add(TextBlock.Bold(title));
            body.AddRange(events.Take(MostLines).Select(happening => new TextBlock(EventsText.Line(happening)) { Spacing = Spacing.Small }));
        }
    }

    private static void AddAnniversaries(List<CardElement> body, IReadOnlyList<AnniversaryView> anniversaries)
    {
        if (anniversaries.Count > 0)
        {
            body.Add(TextBlock.Bold(EventsText.Anniversaries));
            body.AddRange(anniversaries.Take(MostLines).Select(anniversary => new TextBlock(EventsText.Line(anniversary)) { Spacing = Spacing.Small }));
        }
    }

    private static string Where(EventView happening) => happening.Place is { } place ? $", {place}" : "";

    private static AdaptiveCard Card(List<CardElement> body, string summary, params IReadOnlyList<string> questions)
    {
        body.Add(TextBlock.Small(EventsText.Source));
        body.Add(new ActionSet([.. questions.Select(question =>
            new ExecuteAction(question, HelpCards.AskVerb, new Dictionary<string, string>(1) { ["text"] = question }))]));
        return new(body) { FallbackText = summary };
    }
}

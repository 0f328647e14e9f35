using System.Text.Json;
using System.Text.Json.Serialization;

namespace ChiBoBot.Cards;

/// <summary>What a card of a command about targets sent: the id of the command that waits, and the fields as the person left them, by name.</summary>
public sealed record TargetForm(string Id)
{
    [JsonExtensionData]
    public IDictionary<string, JsonElement> Inputs { get; set; } = new Dictionary<string, JsonElement>();

    /// <summary>A field without the blanks around it; null where it is empty.</summary>
    public string? Text(string name) => Inputs.TryGetValue(name, out var value) && value.ValueKind is JsonValueKind.String or JsonValueKind.Number && value.ToString().Trim() is { Length: > 0 } text ? text : null;

    public bool Flag(string name) => Inputs.TryGetValue(name, out var value) && (value.ValueKind == JsonValueKind.True || (value.ValueKind == JsonValueKind.String && value.GetString() == "true"));
}

/// <summary>One clause in the card that records a result.</summary>
/// <param name="Number">The clause's number, from 1.</param>
/// <param name="Was">What is recorded now; null where nothing is.</param>
public sealed record RecordedClauseView(int Number, string Text, bool IsShare, (int Count, int? Of)? Was)
{
    /// <summary>What the card proposes to record.</summary>
    public int? Count { get; init; }

    public int? Of { get; init; }
}

/// <summary>A result that is about to be recorded.</summary>
/// <param name="Id">The id of the command that waits.</param>
/// <param name="Year">The year it is of; null for the whole term.</param>
/// <param name="Status">One of <see cref="TargetCommandText.Statuses"/>.</param>
public sealed record RecordView(string Id, int Number, string Title, string Text, (int From, int To) Term, int? Year, IReadOnlyList<RecordedClauseView> Clauses, string Status)
{
    /// <summary>The status that is recorded now.</summary>
    public string? WasStatus { get; init; }

    public string? Note { get; init; }

    /// <summary>Who changed the result since the card was shown; the name is unknown where it is empty.</summary>
    public string? ChangedBy { get; init; }
}

/// <summary>A target that a deed can count for, with how many it has now.</summary>
public sealed record DeedTargetView(string Id, int Number, string Title, int? Entered, int Recorded);

/// <summary>Something done that is about to be recorded.</summary>
public sealed record DeedView(string Id, string Title, DateOnly Date, string Kind, IReadOnlyList<DeedTargetView> Targets, string? Target);

/// <summary>Titles that are about to be recorded.</summary>
/// <param name="Members">The ids and names of those who may have them.</param>
public sealed record AwardView(string Id, int Year, string Title, IReadOnlyList<(string Id, string Name)> Members, string? Chosen, IReadOnlyList<string> Units);

/// <summary>A target that is about to be added or changed.</summary>
/// <param name="Clauses">The clauses in words, one a line.</param>
/// <param name="Resolutions">The ids and titles of the resolutions that it may belong to.</param>
public sealed record EditTargetView(string Id, bool IsNew, string Number, string Title, string Text, string Clauses, string? Owner, IReadOnlyList<(string Id, string Name)> Members, IReadOnlyList<(string Id, string Title)> Resolutions, string Resolution);

/// <summary>A target as it will be, after its clauses were read.</summary>
public sealed record TargetChangeView(string Id, bool IsNew, int Number, string Title, string Text, IReadOnlyList<string> Clauses, IReadOnlyList<string> Was);

/// <summary>The results that closing a period will conclude, and the targets that stay open.</summary>
public sealed record CloseView(string Id, int? Year, (int From, int To) Term, IReadOnlyList<(int Number, string Title, TargetOutcome Outcome, string Numbers)> Concluded, IReadOnlyList<(int Number, string Title, TargetOutcome Outcome)> Open);

using System.Globalization;
using ChiBoBot.Features.Cells;
using ChiBoBot.Rules;

namespace ChiBoBot.Features.SelfAssessment;

/// <summary>What an answer lacks.</summary>
internal enum Flaw
{
    Missing,
    TooShort,
    TooLong,
    NoNumber,
    OutOfRange,
    UnknownChoice,
    NoDate,

    /// <summary>The answer wants a reason.</summary>
    NoReason,

    /// <summary>It can't be measured: it names no number.</summary>
    Vague,
}

/// <summary>What is wrong at which field. <paramref name="Length"/> is that of the text.</summary>
internal sealed record FieldMistake(FormQuestion Question, string Field, Flaw Flaw, int Length = 0);

/// <summary>Whether answers are what their questions ask for. A draft may be anything; only what is right can be handed in.</summary>
internal static class FormCheck
{
    public static IReadOnlyList<FieldMistake> Of(FormSection section, IReadOnlyDictionary<string, string> answers)
    {
        var mistakes = new List<FieldMistake>();
        foreach (var question in section.Questions)
        {
            Check(question, answers, mistakes);
        }

        // An optional item is asked for as a whole once a part of it is there.
        if (section.Questions.Any(question => Has(answers, question.Id)))
        {
            foreach (var question in section.Questions)
            {
                if (question.Kind is QuestionKind.Measure or QuestionKind.Date && !Has(answers, question.Id) && !mistakes.Exists(mistake => mistake.Field == question.Id))
                {
                    mistakes.Add(new(question, question.Id, Flaw.Missing));
                }
            }
        }

        return mistakes;
    }

    /// <summary>The fields of a section: its questions, and the reasons that some want.</summary>
    public static IEnumerable<string> Fields(FormSection section) =>
        section.Questions.SelectMany(question => question.ReasonFor is null ? [question.Id] : new[] { question.Id, question.ReasonId });

    /// <summary>The longest text that a field takes; what isn't a text is short.</summary>
    public static int LongestOf(FormSection section, string field)
    {
        const int Short = 100;
        var question = section.Questions.First(one => one.Id == field || (one.ReasonFor is not null && one.ReasonId == field));
        return question.Kind is QuestionKind.Text or QuestionKind.Measure || field == question.ReasonId ? question.MaxLength : Short;
    }

    /// <summary>Points added up; null where the form has none or some are missing.</summary>
    public static decimal? Points(Form form, IReadOnlyDictionary<string, string> answers, ScorePart? part = null)
    {
        decimal sum = 0;
        var any = false;
        foreach (var question in form.Sections.SelectMany(section => section.Questions))
        {
            if (question.Score is { } score && (part is null || score == part))
            {
                any = true;
                if (Number(answers.GetValueOrDefault(question.Id)) is not { } points)
                {
                    return null;
                }

                sum += points;
            }
        }

        return any ? sum : null;
    }

    /// <summary>As cards send it (a dot), and as Vietnamese people type it (a comma).</summary>
    public static decimal? Number(string? text) =>
        decimal.TryParse(text?.Trim().Replace(',', '.'), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    public static Grade? Grade(string? text) => Enum.TryParse<Grade>(text, out var grade) && Enum.IsDefined(grade) ? grade : null;

    public static DateOnly? Date(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static void Check(FormQuestion question, IReadOnlyDictionary<string, string> answers, List<FieldMistake> mistakes)
    {
        var text = answers.GetValueOrDefault(question.Id)?.Trim() ?? "";
        if (text.Length == 0)
        {
            if (question.Required)
            {
                mistakes.Add(new(question, question.Id, Flaw.Missing));
            }

            return;
        }

        if (FlawOf(question, text) is { } flaw)
        {
            mistakes.Add(new(question, question.Id, flaw, text.Length));
        }

        if (question.ReasonFor is not null && question.ReasonFor == text)
        {
            var reason = answers.GetValueOrDefault(question.ReasonId)?.Trim() ?? "";
            if (reason.Length == 0 || reason.Length > question.MaxLength)
            {
                mistakes.Add(new(question, question.ReasonId, reason.Length == 0 ? Flaw.NoReason : Flaw.TooLong, reason.Length));
            }
        }
    }

    private static Flaw? FlawOf(FormQuestion question, string text) => question.Kind switch
    {
        QuestionKind.Text or QuestionKind.Measure when text.Length > question.MaxLength => Flaw.TooLong,
        QuestionKind.Text or QuestionKind.Measure when text.Length < question.MinLength => Flaw.TooShort,
        QuestionKind.Measure when !text.Any(char.IsAsciiDigit) => Flaw.Vague,
        QuestionKind.Number or QuestionKind.Scale when Number(text) is not { } => Flaw.NoNumber,
        QuestionKind.Number or QuestionKind.Scale when Number(text) is { } number
            && (number < question.Min || number > question.Max || (question.Kind == QuestionKind.Scale && number != decimal.Truncate(number))) => Flaw.OutOfRange,
        QuestionKind.Choice when question.Choices.All(choice => choice.Id != text) => Flaw.UnknownChoice,
        QuestionKind.YesNo when text is not ("yes" or "no") => Flaw.UnknownChoice,
        QuestionKind.Date when Date(text) is null => Flaw.NoDate,
        QuestionKind.Grade when Grade(text) is null => Flaw.UnknownChoice,
        _ => null,
    };

    private static bool Has(IReadOnlyDictionary<string, string> answers, string field) => !string.IsNullOrWhiteSpace(answers.GetValueOrDefault(field));
}

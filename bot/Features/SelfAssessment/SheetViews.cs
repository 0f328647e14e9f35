using System.Globalization;
using ChiBoBot.Cards;
using ChiBoBot.Features.Cells;
using ChiBoBot.Rules;

namespace ChiBoBot.Features.SelfAssessment;

/// <summary>Sheets as their cards show them.</summary>
internal static class SheetViews
{
    // What an outline may show of all texts together, and of one where there is more than that (UTF-16 code units).
    private const int OutlineLength = 5000;
    private const int ShortenedLength = 160;

    public static SheetRef Ref(OpenSheet open) => new(open.Round.Id, open.Pen.IsClerks ? open.Pen.Member : null);

    public static string Title(Round round) => AssessmentText.Title(round.Kind.ToString(), round.Year, round.Quarter);

    public static SectionView Section(OpenSheet open, FormSection section, IReadOnlyDictionary<string, string> answers, bool isChecked, GradeRules grades)
    {
        var mistakes = isChecked ? FormCheck.Of(section, answers) : [];
        return new(
            Ref(open),
            open.Form.Title,
            section.Id,
            section.Title,
            open.Form.IndexOf(section.Id) + 1,
            open.Form.Sections.Count,
            open.Sheet.RevisionOf(section.Id),
            Fields(section, answers, mistakes, grades))
        {
            Guidance = section.Guidance,
            IsChecked = mistakes.Count > 0,
        };
    }

    public static IReadOnlyList<FieldView> Fields(FormSection section, IReadOnlyDictionary<string, string> answers, IReadOnlyList<FieldMistake> mistakes, GradeRules grades) =>
        [.. section.Questions.SelectMany(question => Fields(question, answers, mistakes, grades))];

    public static OutlineSection Outline(FormSection section, IReadOnlyDictionary<string, string> answers, GradeRules grades, int longest = int.MaxValue) => new(
        section.Id,
        section.Title,
        FormCheck.Of(section, answers).Count,
        [.. section.Questions.SelectMany(question => Lines(question, answers, grades, longest))]);

    public static OutlineView Outline(OpenSheet open, IReadOnlyDictionary<string, string> answers, GradeRules grades)
    {
        var whole = Outline(Ref(open), open.Form, answers, grades);
        return whole with { CanHandIn = whole.Sections.All(section => section.Mistakes == 0) && SheetFlow.MayWrite(open.Round, open.Sheet) is null };
    }

    public static OutlineView Outline(SheetRef sheet, Form form, IReadOnlyDictionary<string, string> answers, GradeRules grades)
    {
        var longest = answers.Values.Sum(text => text.Length) > OutlineLength ? ShortenedLength : int.MaxValue;
        return new(sheet, form.Title, [.. form.Sections.Select(section => Outline(section, answers, grades, longest))])
        {
            Points = PointsLine(form, answers, grades),
            Grades = GradeLines(form, answers, grades),
        };
    }

    public static string Name(Grade grade, GradeRules rules) => grade switch
    {
        Grade.Excellent => rules.Names.Excellent,
        Grade.Good => rules.Names.Good,
        Grade.Completed => rules.Names.Completed,
        _ => rules.Names.NotCompleted,
    };

    public static IReadOnlyList<Choice> Choices(GradeRules rules) =>
        [.. Enum.GetValues<Grade>().Select(grade => new Choice(AssessmentText.Capital(Name(grade, rules)), grade.ToString()))];

    private static IEnumerable<FieldView> Fields(FormQuestion question, IReadOnlyDictionary<string, string> answers, IReadOnlyList<FieldMistake> mistakes, GradeRules grades)
    {
        var value = answers.GetValueOrDefault(question.Id, "");
        var field = new FieldView(question.Id, Kind(question), question.Text)
        {
            Value = value,
            Guidance = question.Guidance,
            IsRequired = question.Required,
            MaxLength = question.MaxLength,
            Error = Error(question.Id),
        };
        yield return question.Kind switch
        {
            QuestionKind.Number => field with
            {
                Label = question.Score is null ? question.Text : AssessmentText.ScoredLabel(question.Text, question.Max),
                Value = FormCheck.Number(value)?.ToString(CultureInfo.InvariantCulture) ?? "",
                Min = question.Min,
                Max = question.Max,
            },
            QuestionKind.Scale => field with
            {
                Choices = [.. Enumerable.Range(question.Min, question.Max - question.Min + 1)
                    .Select(number => number.ToString(CultureInfo.InvariantCulture)).Select(number => new Choice(number, number))],
            },
            QuestionKind.Choice => field with { Choices = [.. question.Choices.Select(choice => new Choice(choice.Text, choice.Id))] },
            QuestionKind.YesNo => field with { Choices = [new(AssessmentText.Yes, "yes"), new(AssessmentText.No, "no")] },
            QuestionKind.Grade => field with { Choices = Choices(grades) },
            _ => field,
        };
        if (question.ReasonFor is { } answer)
        {
            yield return new(question.ReasonId, FieldKind.Text, AssessmentText.ReasonLabel(answer == "yes" ? AssessmentText.Yes : AssessmentText.No))
            {
                Value = answers.GetValueOrDefault(question.ReasonId, ""),
                MaxLength = question.MaxLength,
                Error = Error(question.ReasonId),
            };
        }

        string? Error(string id) => mistakes.FirstOrDefault(mistake => mistake.Field == id) is { } mistake ? Words(mistake) : null;
    }

    private static FieldKind Kind(FormQuestion question) => question.Kind switch
    {
        QuestionKind.Text when question.MaxLength > 300 => FieldKind.Text,
        QuestionKind.Text or QuestionKind.Measure => FieldKind.ShortText,
        QuestionKind.Number => FieldKind.Number,
        QuestionKind.Date => FieldKind.Date,
        _ => FieldKind.Choice,
    };

    public static string Words(FieldMistake mistake) => mistake.Flaw switch
    {
        Flaw.TooShort => AssessmentText.TooShort(mistake.Question.MinLength),
        Flaw.TooLong => AssessmentText.TooLong(mistake.Length, mistake.Question.MaxLength),
        Flaw.NoNumber => AssessmentText.FlawNoNumber,
        Flaw.OutOfRange => AssessmentText.OutOfRange(mistake.Question.Min, mistake.Question.Max),
        Flaw.UnknownChoice => AssessmentText.FlawUnknownChoice,
        Flaw.NoDate => AssessmentText.FlawNoDate,
        Flaw.NoReason => AssessmentText.FlawNoReason,
        Flaw.Vague => AssessmentText.FlawVague,
        _ => AssessmentText.FlawMissing,
    };

    private static IEnumerable<Fact> Lines(FormQuestion question, IReadOnlyDictionary<string, string> answers, GradeRules grades, int longest)
    {
        yield return new(question.Text, Shown(question, answers.GetValueOrDefault(question.Id, ""), grades, longest));
        if (question.ReasonFor is { } answer && answers.GetValueOrDefault(question.ReasonId) is { Length: > 0 } reason)
        {
            yield return new(AssessmentText.ReasonLabel(answer == "yes" ? AssessmentText.Yes : AssessmentText.No), Shorten(reason, longest));
        }
    }

    private static string Shown(FormQuestion question, string value, GradeRules grades, int longest) => question.Kind switch
    {
        _ when value.Length == 0 => AssessmentText.Empty,
        QuestionKind.Number when FormCheck.Number(value) is { } number => question.Score is null
            ? VietnamNumbers.Number(number)
            : $"{VietnamNumbers.Number(number)}/{question.Max}",
        QuestionKind.Choice => question.Choices.FirstOrDefault(choice => choice.Id == value)?.Text ?? value,
        QuestionKind.YesNo => value == "yes" ? AssessmentText.Yes : AssessmentText.No,
        QuestionKind.Grade when FormCheck.Grade(value) is { } grade => AssessmentText.Capital(Name(grade, grades)),
        QuestionKind.Date when FormCheck.Date(value) is { } day => VietnamTime.Date(day),
        _ => Shorten(value, longest),
    };

    private static string Shorten(string text, int longest)
    {
        if (text.Length <= longest)
        {
            return text;
        }

        var cut = char.IsHighSurrogate(text[longest - 1]) ? longest - 1 : longest;
        return AssessmentText.Shortened(text[..cut], text.Length - cut);
    }

    private static string? PointsLine(Form form, IReadOnlyDictionary<string, string> answers, GradeRules grades) =>
        grades.Points is { } points && FormCheck.Points(form, answers, ScorePart.General) is { } general && FormCheck.Points(form, answers, ScorePart.Tasks) is { } tasks
            ? AssessmentText.Points(general, points.General, tasks, points.Tasks)
            : null;

    private static List<string> GradeLines(Form form, IReadOnlyDictionary<string, string> answers, GradeRules grades)
    {
        if (grades.Points is not { } points || form.Sections.SelectMany(section => section.Questions).FirstOrDefault(question => question.Kind == QuestionKind.Grade) is not { } asked)
        {
            return [];
        }

        var lines = new List<string>(6)
        {
            AssessmentText.Threshold(grades.Names.Excellent, points.Excellent),
            AssessmentText.Threshold(grades.Names.Good, points.Good),
            AssessmentText.Threshold(grades.Names.Completed, points.Completed),
            AssessmentText.ThresholdBelow(grades.Names.NotCompleted, points.Completed),
        };
        if (grades.ExceededTasksPercent is { } percent)
        {
            lines.Add(AssessmentText.ExceededTasks(grades.Names.Excellent, percent));
        }

        if (FormCheck.Grade(answers.GetValueOrDefault(asked.Id)) is { } self && FormCheck.Points(form, answers) is { } sum && GradeOf(sum, points) is var byPoints && self != byPoints)
        {
            lines.Add(AssessmentText.PointsDiffer(Name(self, grades), Name(byPoints, grades)));
        }

        return lines;
    }

    private static Grade GradeOf(decimal sum, GradePoints points) =>
        sum >= points.Excellent ? Grade.Excellent : sum >= points.Good ? Grade.Good : sum >= points.Completed ? Grade.Completed : Grade.NotCompleted;
}

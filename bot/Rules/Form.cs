namespace ChiBoBot.Rules;

/// <summary>Mẫu kiểm điểm: what a person is asked, section by section. Data; nothing in the code knows a single question.</summary>
/// <param name="Id">As papers call it, e.g. <c>2A</c>.</param>
internal sealed record Form(string Id, string Title, IReadOnlyList<FormSection> Sections)
{
    /// <summary>The most characters that the texts of one section may take together, so that its card stays within 28 KB (UTF-16).</summary>
    public const int SectionLength = 8000;

    /// <summary>For whom it is, in words: “đảng viên không giữ chức vụ”.</summary>
    public string? For { get; init; }

    public FormSection? Find(string section) => Sections.FirstOrDefault(one => one.Id == section);

    public int IndexOf(string section)
    {
        for (var i = 0; i < Sections.Count; i++)
        {
            if (Sections[i].Id == section)
            {
                return i;
            }
        }

        return -1;
    }
}

/// <summary>One step of a form: one card.</summary>
internal sealed record FormSection(string Id, string Title, IReadOnlyList<FormQuestion> Questions)
{
    public string? Guidance { get; init; }
}

/// <summary>One thing that is asked. Answers are kept by its id, so that an id never gets another meaning.</summary>
internal sealed record FormQuestion(string Id, QuestionKind Kind, string Text)
{
    public string? Guidance { get; init; }

    public bool Required { get; init; }

    /// <summary>The longest text, in UTF-16 code units.</summary>
    public int MaxLength { get; init; } = 1000;

    /// <summary>A text shorter than this says too little.</summary>
    public int MinLength { get; init; }

    /// <summary>The bounds of a number or a scale.</summary>
    public int Min { get; init; }

    public int Max { get; init; } = 10;

    /// <summary>Where a number is points: the part of the 100 that it counts for.</summary>
    public ScorePart? Score { get; init; }

    public IReadOnlyList<FormChoice> Choices { get; init; } = [];

    /// <summary>The answer of a yes-or-no question that wants a reason.</summary>
    public string? ReasonFor { get; init; }

    /// <summary>What the cell knows already and puts in, for the person to change.</summary>
    public Prefill? Prefill { get; init; }

    /// <summary>Something else is made of its answer: a cell may word it anew but not leave it out.</summary>
    public bool Fixed { get; init; }

    /// <summary>So are points and the grade.</summary>
    public bool IsFixed => Fixed || Score is not null || Kind == QuestionKind.Grade;

    /// <summary>Where the reason of a yes-or-no question is kept.</summary>
    public string ReasonId => Id + "_reason";
}

/// <summary>One thing to choose.</summary>
internal sealed record FormChoice(string Id, string Text);

/// <summary>How a question is answered.</summary>
internal enum QuestionKind
{
    Text,

    /// <summary>A number, with decimals, from <see cref="FormQuestion.Min"/> to <see cref="FormQuestion.Max"/>; points where it has a <see cref="FormQuestion.Score"/>.</summary>
    Number,

    /// <summary>A whole number, chosen from all there are.</summary>
    Scale,
    Choice,

    /// <summary>Yes or no, with a reason where the answer wants one.</summary>
    YesNo,
    Date,

    /// <summary>A text that can be measured: it names a number.</summary>
    Measure,

    /// <summary>The self-proposed grade.</summary>
    Grade,
}

/// <summary>The two parts of the 100 points.</summary>
internal enum ScorePart
{
    /// <summary>Tiêu chí chung.</summary>
    General,

    /// <summary>Kết quả thực hiện nhiệm vụ.</summary>
    Tasks,
}

/// <summary>What a cell knows of a member.</summary>
internal enum Prefill
{
    /// <summary>Chức vụ and công tác.</summary>
    Duties,

    /// <summary>The meetings of the year: how many of how many.</summary>
    Attendance,

    /// <summary>Phát biểu and tham luận of the year.</summary>
    Contributions,

    /// <summary>The first, second or third commitment of the year.</summary>
    Commitment1,
    Commitment2,
    Commitment3,
}

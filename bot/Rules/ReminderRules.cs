using System.Globalization;
using System.Text.Json.Serialization;

namespace ChiBoBot.Rules;

/// <summary>Nhắc việc: when the bot speaks by itself, and when it is quiet.</summary>
/// <param name="Ladders">The steps of each kind of thing (<see cref="Cards.LadderKinds"/>), the earliest first.</param>
/// <param name="SpreadMinutes">What many cells would send at one moment is spread over so many minutes after it.</param>
internal sealed record ReminderRules(QuietHours Quiet, IReadOnlyDictionary<string, IReadOnlyList<LadderStep>> Ladders, int SpreadMinutes)
{
    public static RuleBook<ReminderRules> Book { get; } = RuleBook.Load("reminders", ReminderRulesJson.Default.ReminderRules);

    public static ReminderRules On(DateTimeOffset at) => Book.InForce(Cards.VietnamTime.DateOf(at)).Rules;

    /// <summary>When a step comes: never at a quiet hour, rather before it, or after it where it follows the term; what many cells send at one hour is spread.</summary>
    public DateTimeOffset At(LadderStep step, DateTimeOffset term, string cellId)
    {
        var at = step.DaysAfter is null ? Quiet.Previous(step.From(term)) : Quiet.Next(step.From(term));
        return step.HoursBefore is null ? at + TimeSpan.FromSeconds(Seed(cellId) % (60 * SpreadMinutes)) : at;
    }

    /// <summary>What becomes of a step whose time has come, with the ladder and the term as they are now.</summary>
    /// <param name="term">The meeting's beginning, the round's deadline.</param>
    public StepNow Look(IReadOnlyList<LadderStep> ladder, string code, DateTimeOffset term, string cellId, DateTimeOffset now)
    {
        if (ladder.FirstOrDefault(one => one.Code == code) is not { } step)
        {
            return new StepNow.Over();
        }

        if (step.DaysAfter is null && term <= now)
        {
            return new StepNow.Over();
        }

        // A later step to the same people has come meanwhile, or at the same moment before holidays: one message is enough.
        if (ladder.Any(later => later.To == step.To && later.From(term) > step.From(term) && At(later, term, cellId) is var at && at >= At(step, term, cellId) && at <= now))
        {
            return new StepNow.Over();
        }

        if (!Quiet.IsQuiet(now))
        {
            return new StepNow.Take(step);
        }

        // Only after the bot was down: the plan itself keeps away from these hours.
        var next = Quiet.Next(now);
        return step.DaysAfter is not null || next < term ? new StepNow.Later(next) : new StepNow.Over();
    }

    /// <summary>The same for a cell wherever it is computed.</summary>
    private static int Seed(string cellId) => cellId.Aggregate(17, static (sum, letter) => ((sum * 31) + letter) & 0x7FFFFFFF);
}

/// <summary>What becomes of a step whose time has come.</summary>
internal abstract record StepNow
{
    private StepNow()
    {
    }

    /// <summary>The ladder has no such step any more, or it would come too late.</summary>
    internal sealed record Over : StepNow;

    internal sealed record Later(DateTimeOffset At) : StepNow;

    internal sealed record Take(LadderStep Step) : StepNow;
}

/// <summary>One step of a ladder: so many days before or after at an hour, or so many hours before.</summary>
internal sealed record LadderStep(LadderTo To)
{
    public int? DaysBefore { get; init; }

    public TimeOnly? At { get; init; }

    public int? DaysAfter { get; init; }

    public int? HoursBefore { get; init; }

    /// <summary>What it is, in some letters that a row's key can bear: the plan of a step names it by these, whatever stands around it in the ladder.</summary>
    public string Code => HoursBefore is { } hours ? string.Create(CultureInfo.InvariantCulture, $"{To}-{hours}h")
        : DaysAfter is { } after ? string.Create(CultureInfo.InvariantCulture, $"{To}-{after}a{Hour:HHmm}")
        : string.Create(CultureInfo.InvariantCulture, $"{To}-{DaysBefore ?? 0}d{Hour:HHmm}");

    public TimeOnly Hour => At ?? new TimeOnly(8, 0);

    /// <summary>The moment, whatever the hour is.</summary>
    public DateTimeOffset From(DateTimeOffset term) =>
        HoursBefore is { } hours
            ? term.AddHours(-hours)
            : Cards.VietnamTime.At(Cards.VietnamTime.DateOf(term).AddDays((DaysAfter ?? 0) - (DaysBefore ?? 0)), Hour);
}

/// <summary>Whom a step speaks to.</summary>
internal enum LadderTo
{
    /// <summary>The cell's group.</summary>
    Group,

    /// <summary>Each of those who have not answered, in their own chat.</summary>
    Unanswered,

    /// <summary>The secretary: a summary.</summary>
    Secretary,
}

/// <summary>Giờ yên tĩnh.</summary>
/// <param name="From">In the evening.</param>
/// <param name="To">In the morning.</param>
internal sealed record QuietHours(TimeOnly From, TimeOnly To, bool Sundays, bool Holidays)
{
    public bool IsQuiet(DateTimeOffset at)
    {
        var time = TimeOnly.FromDateTime(at.ToOffset(Cards.VietnamTime.Offset).DateTime);
        return time >= From || time < To || IsQuietDay(Cards.VietnamTime.DateOf(at));
    }

    /// <summary>That moment, or the first one after it that isn't quiet.</summary>
    public DateTimeOffset Next(DateTimeOffset at)
    {
        if (!IsQuiet(at))
        {
            return at;
        }

        var day = Cards.VietnamTime.DateOf(at);
        var morning = Cards.VietnamTime.At(day, To);
        for (day = morning > at ? day : day.AddDays(1); IsQuietDay(day);)
        {
            day = day.AddDays(1);
        }

        return Cards.VietnamTime.At(day, To);
    }

    /// <summary>That moment, or the last evening hour before it that isn't quiet.</summary>
    public DateTimeOffset Previous(DateTimeOffset at)
    {
        if (!IsQuiet(at))
        {
            return at;
        }

        var evening = From.AddHours(-1);
        var day = Cards.VietnamTime.DateOf(at);
        for (day = Cards.VietnamTime.At(day, evening) < at ? day : day.AddDays(-1); IsQuietDay(day);)
        {
            day = day.AddDays(-1);
        }

        return Cards.VietnamTime.At(day, evening);
    }

    private bool IsQuietDay(DateOnly day) => (Sundays && day.DayOfWeek == DayOfWeek.Sunday) || (Holidays && WorkingDays.IsHoliday(day));
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    UseStringEnumConverter = true,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(ReminderRules))]
internal sealed partial class ReminderRulesJson : JsonSerializerContext;

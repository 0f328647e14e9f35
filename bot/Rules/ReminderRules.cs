using System.Globalization;
using System.Text.Json.Serialization;

namespace ChiBoBot.Rules;

/// <summary>Nhắc việc: when the bot speaks by itself, and when it is quiet.</summary>
/// <param name="Meeting">The steps before a meeting, the earliest first.</param>
/// <param name="SpreadMinutes">What many cells would send at one moment is spread over so many minutes after it.</param>
internal sealed record ReminderRules(QuietHours Quiet, IReadOnlyList<LadderStep> Meeting, int SpreadMinutes)
{
    public static RuleBook<ReminderRules> Book { get; } = RuleBook.Load("reminders", ReminderRulesJson.Default.ReminderRules);
}

/// <summary>One step of a ladder: so many days before at an hour, or so many hours before.</summary>
internal sealed record LadderStep(LadderTo To)
{
    public int? DaysBefore { get; init; }

    public TimeOnly? At { get; init; }

    public int? HoursBefore { get; init; }

    /// <summary>What it is, in some letters that a row's key can bear: the plan of a step names it by these, whatever stands around it in the ladder.</summary>
    public string Code => HoursBefore is { } hours
        ? string.Create(CultureInfo.InvariantCulture, $"{To}-{hours}h")
        : string.Create(CultureInfo.InvariantCulture, $"{To}-{DaysBefore ?? 0}d{At ?? new TimeOnly(8, 0):HHmm}");

    public DateTimeOffset Before(DateTimeOffset start) =>
        HoursBefore is { } hours
            ? start.AddHours(-hours)
            : Cards.VietnamTime.At(Cards.VietnamTime.DateOf(start).AddDays(-(DaysBefore ?? 0)), At ?? new TimeOnly(8, 0));
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

using System.Text.Json.Serialization;

namespace ChiBoBot.Rules;

/// <summary>Kiểm điểm, xếp loại: what the grades are called, how many points each takes, and how many may be rated the best.</summary>
internal sealed record GradeRules(GradeNames Names, Quota Quota)
{
    public static RuleBook<GradeRules> Book { get; } = RuleBook.Load("grades", GradeRulesJson.Default.GradeRules);

    /// <summary>The points of each grade; null where grades aren't given by points.</summary>
    public GradePoints? Points { get; init; }

    /// <summary>Of a person's tasks at least so many percent are done better than asked for, to be rated the best.</summary>
    public int? ExceededTasksPercent { get; init; }
}

/// <summary>The four grades in words, the best first.</summary>
internal sealed record GradeNames(string Excellent, string Good, string Completed, string NotCompleted);

/// <summary>Of 100 points: the parts they are made of, and from how many on each grade is given.</summary>
internal sealed record GradePoints(int General, int Tasks, int Excellent, int Good, int Completed);

/// <summary>Trần xuất sắc: at most so many percent of a base may be rated the best, within a scope.</summary>
internal sealed record Quota(int Percent, QuotaBase Base, QuotaScope Scope)
{
    /// <summary>How many of a number of rated people can be rated the best at most, when all others of the base are rated good.</summary>
    /// <remarks>Of the good ones only: x ≤ p·(n − x), so x ≤ p·n / (100 + p). Of the good or better: x ≤ p·n.</remarks>
    public int MostOf(int rated) => Base == QuotaBase.GoodOnly ? Percent * rated / (100 + Percent) : Percent * rated / 100;
}

internal enum QuotaBase
{
    /// <summary>Those rated hoàn thành tốt.</summary>
    GoodOnly,

    /// <summary>Those rated hoàn thành tốt or xuất sắc.</summary>
    GoodOrBetter,
}

internal enum QuotaScope
{
    /// <summary>Within each cell.</summary>
    Cell,

    /// <summary>Within the tổ chức cơ sở đảng, over all its cells.</summary>
    GrassrootsOrganisation,
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    UseStringEnumConverter = true,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(GradeRules))]
internal sealed partial class GradeRulesJson : JsonSerializerContext;

using System.Text.Json.Serialization;

namespace ChiBoBot.Rules;

/// <summary>Kiểm điểm: which rounds there are, who takes part in which, and with which form.</summary>
internal sealed record FormRules(IReadOnlyList<RoundRules> Rounds, IReadOnlyList<Form> Forms)
{
    public static RuleBook<FormRules> Book { get; } = RuleBook.Load("forms", FormRulesJson.Default.FormRules);

    public RoundRules Of(RoundKind kind) =>
        Rounds.FirstOrDefault(round => round.Kind == kind) ?? throw new RulesException($"Rules/forms: no round of the kind {kind}.");

    public Form Form(string id) =>
        Forms.FirstOrDefault(form => form.Id == id) ?? throw new RulesException($"Rules/forms: no form '{id}'.");
}

/// <summary>One kind of round.</summary>
/// <param name="Forms">The first that fits a member is his.</param>
internal sealed record RoundRules(RoundKind Kind, IReadOnlyList<FormFor> Forms)
{
    /// <summary>Only who is rated takes part; otherwise also those on probation.</summary>
    public bool RatedOnly { get; init; }

    /// <summary>Ends with grades: the cell proposes, the level above decides.</summary>
    public bool IsRated { get; init; }

    /// <summary>The quarters that have a round of their own; what is asked about another is part of the year's.</summary>
    public IReadOnlyList<int> Quarters { get; init; } = [];

    /// <summary>The cell proposes a grade when more than so many percent of its số thành viên voted for it.</summary>
    public int VoteMoreThanPercent { get; init; }
}

/// <summary>A form and whom it fits: who holds one of the posts, or serves so, or everybody who is left.</summary>
internal sealed record FormFor(string Form)
{
    /// <summary>Names of <c>Post</c>.</summary>
    public IReadOnlyList<string>? Posts { get; init; }

    /// <summary>Names of <c>Service</c>; <c>None</c> for who doesn't serve the state.</summary>
    public IReadOnlyList<string>? Services { get; init; }

    public bool Fits(IEnumerable<string> posts, string service) =>
        (Posts is null && Services is null)
        || (Posts is not null && posts.Any(Posts.Contains))
        || (Services is not null && Services.Contains(service));
}

/// <summary>What a round is for.</summary>
internal enum RoundKind
{
    /// <summary>Tự đánh giá cuối năm.</summary>
    Year,

    /// <summary>Rà soát cam kết giữa năm.</summary>
    HalfYear,

    /// <summary>Kiểm điểm theo quý đối với cán bộ lãnh đạo.</summary>
    Quarter,

    /// <summary>Đăng ký cam kết đầu năm.</summary>
    Commitments,
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    UseStringEnumConverter = true,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(FormRules))]
internal sealed partial class FormRulesJson : JsonSerializerContext;

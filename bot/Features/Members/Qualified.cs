using ChiBoBot.Features.Cells;

namespace ChiBoBot.Features.Members;

/// <summary>Who has which qualification, as people count it: a degree holds for the lower ones too, of levels and ranks only the highest is meant.</summary>
internal static class Qualified
{
    private static readonly QualificationKind[] PoliticsAdvanced = [QualificationKind.PoliticsAdvanced, QualificationKind.PoliticsBachelor];
    private static readonly QualificationKind[] Politics = [.. PoliticsAdvanced, QualificationKind.PoliticsIntermediate];
    private static readonly QualificationKind[] Ranks = [QualificationKind.SeniorSpecialist, QualificationKind.PrincipalSpecialist, QualificationKind.Specialist];

    /// <summary>Whether the member is among those who have it (“ai có trung cấp?”): who has gone beyond it is not.</summary>
    /// <param name="qualification">The slot's value.</param>
    public static bool Has(Member member, string qualification) => qualification switch
    {
        "politics_advanced" => Holds(member, PoliticsAdvanced),
        "politics_intermediate" => Holds(member, QualificationKind.PoliticsIntermediate) && !Holds(member, PoliticsAdvanced),
        "principal_specialist" => Holds(member, QualificationKind.PrincipalSpecialist) && !Holds(member, QualificationKind.SeniorSpecialist),
        _ => HasAtLeast(member, qualification),
    };

    /// <summary>Whether the member has it or more (“ai chưa có trung cấp?” does not mean those with cao cấp).</summary>
    public static bool HasAtLeast(Member member, string qualification) => qualification switch
    {
        "politics_advanced" => Holds(member, PoliticsAdvanced),
        "politics_intermediate" => Holds(member, Politics),
        "bachelor" => Holds(member, QualificationKind.Bachelor, QualificationKind.Master, QualificationKind.Doctor),
        "bachelor_law" => Held(member).Any(held => held.Kind == QualificationKind.Bachelor && Names(held, Cards.MembersText.Law)),
        "master" => Holds(member, QualificationKind.Master, QualificationKind.Doctor),
        "doctor" => Holds(member, QualificationKind.Doctor),
        "principal_specialist" => Holds(member, QualificationKind.PrincipalSpecialist, QualificationKind.SeniorSpecialist),
        "english_certificate" => Holds(member, QualificationKind.EnglishCertificate),
        _ => false,
    };

    /// <summary>Whether the member is on the course for it.</summary>
    public static bool IsStudying(Member member, string qualification) => member.Qualifications.Any(one => one.Studying && KindsOf(qualification).Contains(one.Kind));

    public static bool HasMajor(Member member, string major) => Held(member).Any(held => Names(held, major));

    /// <summary>The subjects of what was asked for.</summary>
    public static IReadOnlyList<string> Subjects(Member member, string? qualification, string? major) =>
    [
        .. member.Qualifications
            .Where(one => major is not null ? Names(one, major) : qualification is not null && KindsOf(qualification).Contains(one.Kind))
            .Select(one => one.Subject)
            .OfType<string>(),
    ];

    /// <summary>What a member's card shows: degrees with their subject, the highest political level, the highest rank.</summary>
    public static IReadOnlyList<Qualification> Shown(Member member, bool politicsOnly) =>
    [
        .. politicsOnly ? [] : member.Qualifications.Where(one => one.Kind is QualificationKind.Bachelor or QualificationKind.Master or QualificationKind.Doctor or QualificationKind.EnglishCertificate),
        .. member.Qualifications.Where(one => one.Studying && Politics.Contains(one.Kind)),
        .. Highest(member, Politics),
        .. politicsOnly ? [] : Highest(member, Ranks),
    ];

    private static IEnumerable<Qualification> Highest(Member member, QualificationKind[] fromTheHighest) =>
        Held(member).Where(held => fromTheHighest.Contains(held.Kind)).OrderBy(held => Array.IndexOf(fromTheHighest, held.Kind)).Take(1);

    private static QualificationKind[] KindsOf(string qualification) => qualification switch
    {
        "politics_advanced" => PoliticsAdvanced,
        "politics_intermediate" => [QualificationKind.PoliticsIntermediate],
        "bachelor" or "bachelor_law" => [QualificationKind.Bachelor],
        "master" => [QualificationKind.Master],
        "doctor" => [QualificationKind.Doctor],
        "principal_specialist" => [QualificationKind.PrincipalSpecialist],
        "english_certificate" => [QualificationKind.EnglishCertificate],
        _ => [],
    };

    private static bool Holds(Member member, params ReadOnlySpan<QualificationKind> kinds)
    {
        foreach (var held in Held(member))
        {
            if (kinds.Contains(held.Kind))
            {
                return true;
            }
        }

        return false;
    }

    private static IEnumerable<Qualification> Held(Member member) => member.Qualifications.Where(one => !one.Studying);

    private static bool Names(Qualification held, string words) => held.Subject?.Contains(words, StringComparison.OrdinalIgnoreCase) == true;
}

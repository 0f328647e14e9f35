using System.Text.Json.Serialization.Metadata;

namespace ChiBoBot.Features.Cells;

/// <summary>Đảng viên of a cell, also one who has left it: the past is counted too.</summary>
internal sealed record Member(string Id, string Name, Gender Gender) : ICellPart<Member>
{
    public PartialDate? Born { get; init; }

    /// <summary>Ngày kết nạp: probation begins.</summary>
    public required PartialDate Joined { get; init; }

    /// <summary>Ngày chính thức; null while on probation.</summary>
    public PartialDate? Official { get; init; }

    /// <summary>Periods in which the member counts differently.</summary>
    public IReadOnlyList<StandingPeriod> Standings { get; init; } = [];

    public IReadOnlyList<HeldPost> Posts { get; init; } = [];

    public IReadOnlyList<Transfer> Transfers { get; init; } = [];

    public IReadOnlyList<Qualification> Qualifications { get; init; } = [];

    /// <summary>Cán bộ or công chức: some targets count only these.</summary>
    public Service? Service { get; init; }

    /// <summary>The state post, e.g. head of a division.</summary>
    public string? Job { get; init; }

    /// <summary>The division that the member works in.</summary>
    public string? Unit { get; init; }

    /// <summary>The member is under the management of the provincial Standing Committee.</summary>
    public bool ManagedByProvince { get; init; }

    /// <summary>Duties beside the posts, e.g. in the trade union.</summary>
    public IReadOnlyList<string> Duties { get; init; } = [];

    /// <summary>The account's user principal name: a newcomer is recognised by it.</summary>
    public string? Upn { get; init; }

    /// <summary>The account's Entra object id, where it is known from the start.</summary>
    public string? ObjectId { get; init; }

    public static string Kind => "member";

    public static JsonTypeInfo<Member> Json => CellJson.Default.Member;

    string ICellPart<Member>.Key => Id;
}

internal enum Gender
{
    Male,
    Female,
}

/// <summary>Whether a member serves the state as cán bộ or as công chức.</summary>
internal enum Service
{
    Cadre,
    CivilServant,
}

/// <summary>How a member counts: every denominator asks for it.</summary>
internal enum Standing
{
    /// <summary>Đảng viên chính thức.</summary>
    Official,

    /// <summary>Đảng viên dự bị.</summary>
    Probationary,

    /// <summary>Miễn công tác và sinh hoạt Đảng.</summary>
    Exempt,

    /// <summary>Sinh hoạt tạm thời here, member of another cell.</summary>
    TemporaryHere,

    /// <summary>Sinh hoạt tạm thời elsewhere, member of this cell.</summary>
    TemporaryAway,

    /// <summary>Đình chỉ sinh hoạt.</summary>
    Suspended,
}

/// <summary>A member counts as <paramref name="Standing"/> from a day until another, both included; without an end until further notice.</summary>
internal sealed record StandingPeriod(Standing Standing, PartialDate From, PartialDate? To = null);

/// <summary>Chức vụ of the cell.</summary>
internal enum Post
{
    /// <summary>Bí thư.</summary>
    Secretary,

    /// <summary>Phó bí thư.</summary>
    DeputySecretary,

    /// <summary>Chi ủy viên.</summary>
    CommitteeMember,

    /// <summary>Thư ký.</summary>
    Clerk,

    /// <summary>Đảng viên thu đảng phí.</summary>
    DuesCollector,
}

/// <summary>How somebody came to a post.</summary>
internal enum Appointment
{
    Elected,

    /// <summary>Bầu bổ sung, within a term.</summary>
    ElectedInAddition,

    /// <summary>Chỉ định or phân công.</summary>
    Appointed,
}

/// <summary>A post with its dates, both included.</summary>
internal sealed record HeldPost(Post Post, PartialDate From, PartialDate? To = null)
{
    public Appointment By { get; init; } = Appointment.Elected;
}

internal enum Direction
{
    In,
    Out,
}

/// <summary>Why a member comes or goes.</summary>
internal enum TransferReason
{
    /// <summary>Điều động, bổ nhiệm.</summary>
    Reassigned,

    /// <summary>Nghỉ hưu.</summary>
    Retired,

    /// <summary>Mới được tuyển dụng hoặc tiếp nhận.</summary>
    Recruited,

    /// <summary>Anything else.</summary>
    Other,
}

/// <summary>Chuyển sinh hoạt: a member comes into the cell or leaves it. The day in the cell and the day in the job may differ; both are kept.</summary>
/// <param name="Effective">Coming: a member of this cell from then on. Going: no longer one from then on.</param>
internal sealed record Transfer(Direction Direction, PartialDate Effective, TransferReason Reason)
{
    /// <summary>From when the new job counts.</summary>
    public PartialDate? Job { get; init; }

    /// <summary>The cell on the other side.</summary>
    public string? Other { get; init; }

    public string? Decision { get; init; }
}

internal enum QualificationKind
{
    Bachelor,
    Master,
    Doctor,
    PoliticsIntermediate,
    PoliticsAdvanced,

    /// <summary>Cử nhân chính trị; counts beside cao cấp.</summary>
    PoliticsBachelor,

    /// <summary>Ngạch chuyên viên.</summary>
    Specialist,

    /// <summary>Ngạch chuyên viên chính.</summary>
    PrincipalSpecialist,

    /// <summary>Ngạch chuyên viên cao cấp.</summary>
    SeniorSpecialist,
    EnglishCertificate,

    /// <summary>A course; <see cref="Qualification.Subject"/> says which.</summary>
    Course,
}

/// <summary>A degree, a level of political theory, a rank or a course.</summary>
internal sealed record Qualification(QualificationKind Kind)
{
    public string? Subject { get; init; }

    public int? Year { get; init; }

    /// <summary>Still being studied for: it doesn't count yet.</summary>
    public bool Studying { get; init; }
}

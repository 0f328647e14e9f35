namespace ChiBoBot.Turns;

/// <summary>What a person is to a cell on a day. A person may be several at once: a secretary is a member too.</summary>
[Flags]
internal enum Role
{
    /// <summary>Nobody the cell knows.</summary>
    Stranger = 0,

    /// <summary>Nobody the cell knows, but in its group.</summary>
    Guest = 1 << 0,

    /// <summary>Left the cell; sees nothing of it any more.</summary>
    FormerMember = 1 << 1,

    /// <summary>Đảng viên, official or probationary.</summary>
    Member = 1 << 2,

    /// <summary>Thư ký.</summary>
    Clerk = 1 << 3,

    /// <summary>Chi ủy viên.</summary>
    CommitteeMember = 1 << 4,

    /// <summary>Phó bí thư.</summary>
    DeputySecretary = 1 << 5,

    /// <summary>Bí thư.</summary>
    Secretary = 1 << 6,

    /// <summary>Sets up cells; reads no personal record.</summary>
    Administrator = 1 << 7,
}

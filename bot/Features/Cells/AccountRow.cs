using System.Text.Json;
using System.Text.Json.Serialization;
using ChiBoBot.Storage;

namespace ChiBoBot.Features.Cells;

/// <summary>Who said to be a member whose object id no file named, and what became of it. One row a member, so that two who claim the same one meet in it.</summary>
internal sealed record AccountRow(string CellId, string MemberId) : ITableRow<AccountRow>
{
    public const string Prefix = "account|";

    public IReadOnlyList<Claimant> Claimants { get; init; } = [];

    /// <summary>The account that the secretary confirmed.</summary>
    public string? ConfirmedObjectId => Claimants.FirstOrDefault(claimant => claimant.State == ClaimState.Confirmed)?.ObjectId;

    public static string Table => CellRow.Table;

    public string PartitionKey => CellId;

    public string RowKey => Prefix + MemberId;

    public void Write(RowWriter row) => row.Text("Claimants", JsonSerializer.Serialize(Claimants, AccountJson.Default.IReadOnlyListClaimant));

    public static AccountRow Read(RowReader row) => new(row.PartitionKey, row.RowKey[Prefix.Length..])
    {
        Claimants = JsonSerializer.Deserialize(row.Text("Claimants"), AccountJson.Default.IReadOnlyListClaimant) ?? [],
    };
}

/// <summary>An account that came with the member's user principal name.</summary>
internal sealed record Claimant(string ObjectId, string Name, string Upn, DateTimeOffset At, ClaimState State)
{
    /// <summary>The secretary was shown it as it stands now.</summary>
    public bool IsTold { get; init; }

    /// <summary>The member who confirmed or refused it.</summary>
    public string? DecidedBy { get; init; }

    public DateTimeOffset? DecidedAt { get; init; }
}

/// <summary>How a claim stands.</summary>
internal enum ClaimState
{
    /// <summary>The secretary has not said yet.</summary>
    Waiting,

    /// <summary>The secretary said that it is the member.</summary>
    Confirmed,

    /// <summary>The secretary said that it is not.</summary>
    Refused,

    /// <summary>Another account claims the same member: neither gets it.</summary>
    Disputed,
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(IReadOnlyList<Claimant>))]
internal sealed partial class AccountJson : JsonSerializerContext;

using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace ChiBoBot.Storage;

/// <summary>Where the cells' records are kept: the section "Storage".</summary>
internal sealed partial class StorageOptions : IValidatableObject
{
    public const string Section = "Storage";

    public StorageEngine Engine { get; set; } = StorageEngine.Sqlite;

    /// <summary>For <see cref="StorageEngine.Sqlite"/>: the file, on a local disk. It and its folder are made where they are missing.</summary>
    public string Path { get; set; } = "data/chibobot.db";

    /// <summary>For <see cref="StorageEngine.AzureTables"/>: a connection string with a key or a shared access signature.</summary>
    public string? ConnectionString { get; set; }

    /// <summary>For <see cref="StorageEngine.AzureTables"/>: the address of the account's tables, entered with the bot's own identity.</summary>
    public Uri? Endpoint { get; set; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) =>
        Complaint() is { } complaint ? [new ValidationResult(complaint)] : [];

    private string? Complaint() => Engine switch
    {
        StorageEngine.Sqlite when string.IsNullOrWhiteSpace(Path) =>
            "Storage:Path is empty. Name the file that keeps the records, e.g. data/chibobot.db.",
        StorageEngine.Sqlite => null,
        _ when ConnectionString is null == Endpoint is null =>
            "Storage:Engine is AzureTables: set either Storage:ConnectionString, or Storage:Endpoint to use the bot's own identity.",
        _ when ConnectionString is not null => ComplaintAbout(ConnectionString),
        _ when Endpoint is not { IsAbsoluteUri: true, Scheme: "https" } =>
            "Storage:Endpoint is not an https address such as https://ACCOUNT.table.core.windows.net.",
        _ => null,
    };

    private static string? ComplaintAbout(string connectionString)
    {
        try
        {
            TablesAccount.Of(connectionString, TimeProvider.System);
            return null;
        }
        catch (FormatException wrong)
        {
            return "Storage:ConnectionString: " + wrong.Message;
        }
    }

    [OptionsValidator]
    internal sealed partial class Validator : IValidateOptions<StorageOptions>;
}

/// <summary>What keeps the tables.</summary>
internal enum StorageEngine
{
    /// <summary>One file on the bot's own machine.</summary>
    Sqlite,

    /// <summary>An Azure Storage account, or its emulator.</summary>
    AzureTables,
}

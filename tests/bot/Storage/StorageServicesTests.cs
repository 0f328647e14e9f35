using ChiBoBot.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace ChiBoBot.Tests.Storage;

public sealed class StorageServicesTests
{
    [Fact]
    public void Without_any_setting_the_tables_are_a_file()
    {
        using var services = Services();

        Assert.IsType<Sqlite>(services.GetRequiredService<ITables>());
        Assert.Equal("data/chibobot.db", services.GetRequiredService<IOptions<StorageOptions>>().Value.Path);
    }

    [Theory]
    [InlineData("Storage:ConnectionString", "UseDevelopmentStorage=true")]
    [InlineData("Storage:Endpoint", "https://cell.table.core.windows.net")]
    public void An_account_is_used_where_one_is_named(string name, string value)
    {
        using var services = Services(("Storage:Engine", "AzureTables"), (name, value));

        services.GetRequiredService<IStartupValidator>().Validate();
        Assert.IsType<AzureTables>(services.GetRequiredService<ITables>());
    }

    [Theory]
    [InlineData("Sqlite", "", null, null, "Storage:Path is empty. Name the file that keeps the records, e.g. data/chibobot.db.")]
    [InlineData("AzureTables", null, null, null, "Storage:Engine is AzureTables: set either Storage:ConnectionString, or Storage:Endpoint to use the bot's own identity.")]
    [InlineData("AzureTables", null, "UseDevelopmentStorage=true", "https://x.example", "Storage:Engine is AzureTables: set either Storage:ConnectionString, or Storage:Endpoint to use the bot's own identity.")]
    [InlineData("AzureTables", null, "AccountName=cell", null, "Storage:ConnectionString: The connection string needs AccountName and AccountKey, or SharedAccessSignature.")]
    [InlineData("AzureTables", null, "AccountName=cell;AccountKey=x", null, "Storage:ConnectionString: The AccountKey of the connection string is not Base64: it was not copied whole.")]
    [InlineData("AzureTables", null, null, "http://cell.table.core.windows.net", "Storage:Endpoint is not an https address such as https://ACCOUNT.table.core.windows.net.")]
    public void A_setting_that_can_not_work_stops_the_start_with_a_sentence(string engine, string? path, string? connection, string? endpoint, string sentence)
    {
        using var services = Services(("Storage:Engine", engine), ("Storage:Path", path), ("Storage:ConnectionString", connection), ("Storage:Endpoint", endpoint));

        var refused = Assert.Throws<OptionsValidationException>(() => services.GetRequiredService<IStartupValidator>().Validate());

        Assert.Contains(sentence, refused.Message, StringComparison.Ordinal);
    }

    private static ServiceProvider Services(params (string Name, string? Value)[] settings) => new ServiceCollection()
        .AddSingleton<IConfiguration>(new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Where(setting => setting.Value is not null).Select(setting => KeyValuePair.Create(setting.Name, setting.Value)))
            .Build())
        .AddStorage()
        .BuildServiceProvider();
}

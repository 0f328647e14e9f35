using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Azure.Identity;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace ChiBoBot.Storage;

/// <summary>Chooses the engine that the section "Storage" names.</summary>
internal static class StorageServices
{
    private const int MarkDigits = 32;

    public static IServiceCollection AddStorage(this IServiceCollection services)
    {
        services.AddOptionsWithValidateOnStart<StorageOptions, StorageOptions.Validator>().BindConfiguration(StorageOptions.Section);
        services.TryAddSingleton(TimeProvider.System);
        return services.AddSingleton<ITables>(provider =>
        {
            var options = provider.GetRequiredService<IOptions<StorageOptions>>().Value;
            return options.Engine == StorageEngine.Sqlite
                ? new Sqlite(options.Path)
                : new AzureTables(
                    Account(options, provider.GetRequiredService<TimeProvider>()),
                    new TablesClientOptions(),
                    () => RandomNumberGenerator.GetHexString(MarkDigits, lowercase: true));
        });
    }

    private static TablesAccount Account(StorageOptions options, TimeProvider clock) => options.ConnectionString is { } connection
        ? TablesAccount.Of(connection, clock)
        : WithOwnIdentity(options.Endpoint!);

    // A method of its own, so that the identity libraries are loaded only by those who use them.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static TablesAccount WithOwnIdentity(Uri endpoint) => TablesAccount.Of(endpoint, new DefaultAzureCredential());
}

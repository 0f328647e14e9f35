using System.CommandLine;
using Azure.Core;
using Azure.Identity;
using ChiBoBot.Commands;
using ChiBoBot.Storage;
using Moq;

namespace ChiBoBot.Tests.Commands;

/// <summary>What whoever runs the commands reads when something of theirs is wrong.</summary>
public sealed class OperatorTests
{
    [Fact]
    public void What_cannot_be_a_cells_id_is_said_before_anything_is_opened() =>
        Assert.Equal(
            "'a/b' is no cell's id: letters, digits, '-', '_' and '.', at most 64 of them.",
            Assert.Single(new RootCommand { AskCommand.Create() }.Parse(["ask", "--cell", "a/b", "--as", "m01", "trợ giúp"]).Errors).Message);

    [Fact]
    public async Task Settings_that_cannot_work_are_listed()
    {
        var (code, said) = await Run(() => throw new Microsoft.Extensions.Options.OptionsValidationException("", typeof(object), ["Storage:Path is empty.", "Teams:AppId is no GUID."]));

        Assert.Equal("The settings are wrong:\n  Storage:Path is empty.\n  Teams:AppId is no GUID.\n", said);
        Assert.Equal(1, code);
    }

    [Fact]
    public async Task A_folder_that_may_not_be_written_to_is_named() =>
        Assert.Equal((1, "Access to the path '/data' is denied.\n"), await Run(() => throw new UnauthorizedAccessException("Access to the path '/data' is denied.")));

    [Fact]
    public async Task A_storage_account_that_nobody_answers_at_is_named_with_what_to_look_at()
    {
        var options = new TablesClientOptions();
        options.Retry.MaxRetries = 1;
        options.Retry.Delay = TimeSpan.FromMilliseconds(1);
        var account = TablesAccount.Of("DefaultEndpointsProtocol=http;AccountName=a;AccountKey=a2V5;TableEndpoint=http://127.0.0.1:9/a;", TimeProvider.System);
        var tables = new AzureTables(account, options, () => "mark");

        var (code, said) = await Run(async () =>
        {
            await tables.Prepare(["Cells"], default);
            return 0;
        });

        Assert.Equal(1, code);
        Assert.StartsWith("Azure Storage does not answer at http://127.0.0.1:9/a", said, StringComparison.Ordinal);
        Assert.EndsWith("Check the address in Storage:ConnectionString or Storage:Endpoint, the network and the account's firewall.\n", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_the_machine_has_no_identity_that_is_said_with_what_to_do()
    {
        var identity = new Mock<TokenCredential>();
        identity
            .Setup(none => none.GetTokenAsync(It.IsAny<TokenRequestContext>(), It.IsAny<CancellationToken>()))
            .ThrowsAsync(new CredentialUnavailableException("No credential could be found.\n- EnvironmentCredential is not configured.\n- Another is not."));
        var tables = new AzureTables(TablesAccount.Of(new Uri("https://127.0.0.1:9/acct"), identity.Object), new TablesClientOptions(), () => "mark");

        var (code, said) = await Run(async () =>
        {
            await tables.Prepare(["Cells"], default);
            return 0;
        });

        Assert.Equal(1, code);
        Assert.Equal(
            "The bot has no identity here by which Azure Storage could know it: No credential could be found. "
            + "Give the machine a managed identity with the role \"Storage Table Data Contributor\" on the account, or set Storage:ConnectionString.\n",
            said);
    }

    [Fact]
    public async Task What_a_wrong_address_answers_is_said() =>
        Assert.Equal(
            (1, "The table service answered 400 InvalidUri. The requested URI does not represent any resource on the server.\n"),
            await Run(() => throw new TableError(400, "InvalidUri", "The requested URI does not represent any resource on the server.\nRequestId:1").Fault()));

    [Fact]
    public async Task A_fault_of_the_program_is_not_dressed_up_as_theirs() =>
        await Assert.ThrowsAsync<InvalidOperationException>(() => Run(() => throw new InvalidOperationException("A bug.")));

    private static async Task<(int Code, string Said)> Run(Func<Task<int>> command)
    {
        using var error = new StringWriter { NewLine = "\n" };
        var asked = new RootCommand().Parse([]);
        asked.InvocationConfiguration.Error = error;
        return (await Operator.Run(asked, command), error.ToString());
    }
}

using ChiBoBot.Commands;
using ChiBoBot.Features.Cells;
using ChiBoBot.Features.Cells.Sample;
using ChiBoBot.Storage;
using ChiBoBot.Tests.Features.Cells;
using ChiBoBot.Tests.Storage;

namespace ChiBoBot.Tests.Commands;

/// <summary>What the operator reads.</summary>
public sealed class ImportCommandTests : IDisposable
{
    private readonly ScratchFolder _folder = new();
    private readonly InMemoryTables _tables = new();
    private readonly StringWriter _output = new() { NewLine = "\n" };
    private readonly StringWriter _error = new() { NewLine = "\n" };

    [Fact]
    public async Task It_says_what_it_did_and_the_second_time_that_nothing_was_to_do()
    {
        Assert.Equal(0, await Import(SampleFiles.CouncilText));
        Assert.Equal(0, await Import(SampleFiles.CouncilText));

        Assert.Equal(
            "Cell hdnd imported: 95 added, 0 changed, 0 removed, 0 unchanged.\nCell hdnd is up to date: 0 added, 0 changed, 0 removed, 95 unchanged.\n",
            _output.ToString());
    }

    [Fact]
    public async Task A_wrong_file_leaves_everything_as_it_was()
    {
        Assert.Equal(1, await Import(SampleFiles.With("\"post\": \"secretary\"", "\"post\": \"boss\"")));

        Assert.Equal(
            """
            cell.json is not imported, nothing has changed. 1 to mend:
              line 26, $.members[0].posts[0].post: is 'boss'; it must be one of secretary, deputySecretary, committeeMember, clerk, duesCollector

            """.ReplaceLineEndings("\n"),
            _error.ToString());
        Assert.Equal(0, _tables.Count);
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_said_in_a_sentence()
    {
        var file = new FileInfo(_folder.File("none.json"));

        Assert.Equal(1, await ImportCommand.Run(file, _tables, _output, _error, CancellationToken.None));
        Assert.StartsWith(file.FullName + " cannot be read: ", _error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_bot_wrote_is_named_where_it_is_kept()
    {
        await Import(SampleFiles.CouncilText);
        await _tables.Add(new PartRow<Result>(SampleCells.CellId, new Result("B1", ResultStatus.Met) { Year = 2025 }), CancellationToken.None);

        Assert.Equal(0, await Import(SampleFiles.With("\"target\": \"B8\"", "\"target\": \"B1\", \"year\": 2025")));

        Assert.Contains("  kept as the bot has it, the file says otherwise: result|B1|2025\n", _output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_command_is_called_import_and_takes_a_file() =>
        Assert.Equal(("import", "file"), (ImportCommand.Create().Name, Assert.Single(ImportCommand.Create().Arguments).Name));

    public void Dispose()
    {
        _folder.Dispose();
        _output.Dispose();
        _error.Dispose();
    }

    private async Task<int> Import(string json)
    {
        var file = new FileInfo(_folder.File("cell.json"));
        await File.WriteAllTextAsync(file.FullName, json);
        return await ImportCommand.Run(new FileInfo(file.FullName), _tables, _output, _error, CancellationToken.None);
    }
}

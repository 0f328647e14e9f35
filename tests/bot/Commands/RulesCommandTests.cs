using System.CommandLine;
using ChiBoBot.Commands;
using ChiBoBot.Features.Cells;
using ChiBoBot.Storage;
using ChiBoBot.Tests.Features.Cells;
using ChiBoBot.Tests.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace ChiBoBot.Tests.Commands;

public class RulesCommandTests
{
    [Fact]
    public async Task A_constant_is_set_with_its_author_and_holds_in_what_questions_read()
    {
        var tables = new InMemoryTables();
        await using var app = await App(tables);

        Assert.Equal((0, "grades quota.percent = 30 for the cell hdnd.\n", ""), await Set(app, new("grades", "quota.percent", "30", "Hướng dẫn của cấp trên"), "m01"));

        Assert.Equal(["30", "30"], (await tables.List<TermRow>("hdnd", TermRow.Range, default)).Select(stored => stored.Row.Rules.Single().Value));
        Assert.Equal("đặt riêng mức quota.percent = 30 (Hướng dẫn của cấp trên)", (await tables.List<AuditRow>("hdnd", RowRange.StartingWith(AuditRow.Prefix), default)).Single().Row.What);
    }

    [Theory]
    [InlineData("quota.share", "30", "m01", "The rules '366-qd-tw-2025' have no constant 'quota.share'.\n")]
    [InlineData("quota.percent", "30", "m08", "'m08' is neither the secretary nor the deputy of 'hdnd', and may not set its rules.\n")]
    public async Task What_may_not_be_is_not_set(string name, string value, string by, string told)
    {
        var tables = new InMemoryTables();
        await using var app = await App(tables);

        Assert.Equal((1, "", told), await Set(app, new("grades", name, value, "Thử"), by));
        Assert.Empty(await tables.List<PartRow<OwnRule>>("hdnd", PartRow<OwnRule>.Range, default));
    }

    private static async Task<(int Code, string Output, string Error)> Set(WebApplication app, OwnRule rule, string by)
    {
        var console = new InvocationConfiguration { Output = new StringWriter(), Error = new StringWriter() };
        var code = await RulesCommand.Store(rule, "hdnd", by, app, console, new FakeClock(), default);
        return (code, console.Output.ToString()!.ReplaceLineEndings("\n"), console.Error.ToString()!.ReplaceLineEndings("\n"));
    }

    private static async Task<WebApplication> App(InMemoryTables tables)
    {
        await new CellImport(tables).Run(SampleFiles.Council, default);
        return DemoStart.WithoutTeams(new Dictionary<string, string?>(), services => services.Replace(ServiceDescriptor.Singleton<ITables>(tables)));
    }
}

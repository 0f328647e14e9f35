namespace ChiBoBot.Features.Cells;

/// <summary>Chi bộ: what a cell is made of, and how it comes in.</summary>
internal static class CellsFeature
{
    /// <summary>The tables that must be there before anything is read.</summary>
    public static IReadOnlyList<string> Tables { get; } = [CellRow.Table, PersonRow.Table];

    public static IServiceCollection AddCells(this IServiceCollection services)
    {
        services.AddOptionsWithValidateOnStart<CellOptions, CellOptions.Validator>().BindConfiguration(CellOptions.Section);
        services.AddOptionsWithValidateOnStart<WebOptions, WebOptions.Validator>().BindConfiguration(WebOptions.Section);
        return services.AddSingleton<Boards>().AddSingleton<CellImport>().AddSingleton<Contacts>().AddSingleton<Mailing>().AddSingleton<MeetingRulebook>().AddSingleton<Ladders>();
    }
}

using System.Globalization;

namespace ChiBoBot.Features.Cells;

/// <summary>Something wrong in a cell's file: where, and what it should be. For the operator, in English.</summary>
/// <param name="Path">The JSON path, e.g. <c>$.members[3].posts[0].post</c>.</param>
/// <param name="Line">The line in the file, from 1; null where it can't be told.</param>
internal sealed record Mistake(string Path, int? Line, string Problem)
{
    public override string ToString() =>
        Line is { } line ? string.Create(CultureInfo.InvariantCulture, $"line {line}, {Path}: {Problem}") : $"{Path}: {Problem}";
}

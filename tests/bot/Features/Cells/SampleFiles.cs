using System.Text;
using ChiBoBot.Features.Cells;
using ChiBoBot.Features.Cells.Sample;

namespace ChiBoBot.Tests.Features.Cells;

/// <summary>The sample cells, as they are or with words changed in their text.</summary>
internal static class SampleFiles
{
    public static CellFile Council { get; } = Valid(SampleCells.Read("hdnd.json"));

    public static CellFile Merged { get; } = Valid(SampleCells.Read("van-phong.json"));

    public static string CouncilText { get; } = Encoding.UTF8.GetString(SampleCells.Read("hdnd.json"));

    /// <summary>The council's file with one text in place of another, which must be there.</summary>
    public static string With(string text, string other)
    {
        Assert.Contains(text, CouncilText, StringComparison.Ordinal);
        var at = CouncilText.IndexOf(text, StringComparison.Ordinal);
        return CouncilText[..at] + other + CouncilText[(at + text.Length)..];
    }

    public static CellFile Valid(byte[] json)
    {
        var (file, mistakes) = CellFileReader.Read(json);
        Assert.Empty(mistakes);
        return file!;
    }

    public static CellFile Valid(string json) => Valid(Encoding.UTF8.GetBytes(json));

    public static IReadOnlyList<Mistake> Mistakes(string json)
    {
        var (file, mistakes) = CellFileReader.Read(Encoding.UTF8.GetBytes(json));
        Assert.Null(file);
        return mistakes;
    }
}

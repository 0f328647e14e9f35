using System.Runtime.CompilerServices;
using System.Text;

namespace ChiBoBot.Cards.Tests;

/// <summary>The committed gallery is what the code draws. <c>CHIBOBOT_WRITE_GALLERY=1</c> writes it anew.</summary>
public class GalleryTests
{
    private const int TeamsBudget = 28 * 1024;

    [Fact]
    public void The_gallery_holds_each_card_as_the_code_draws_it()
    {
        var write = Environment.GetEnvironmentVariable("CHIBOBOT_WRITE_GALLERY") == "1";
        foreach (var (name, card) in Gallery.All)
        {
            var path = Path.Combine(Folder(), name + ".json");
            var drawn = CardJson.Indented(card) + "\n";
            if (write)
            {
                File.WriteAllText(path, drawn);
            }

            Assert.True(File.Exists(path), $"{name}.json is missing in cards/gallery.");
            Assert.Equal(File.ReadAllText(path), drawn);
        }
    }

    [Fact]
    public void The_gallery_holds_nothing_else() =>
        Assert.Equal(
            Gallery.All.Keys.Order(StringComparer.Ordinal),
            Directory.GetFiles(Folder(), "*.json").Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal));

    [Fact]
    public void No_card_is_larger_than_Teams_takes() =>
        Assert.All(Gallery.All, entry => Assert.InRange(Encoding.Unicode.GetByteCount(CardJson.Indented(entry.Value)), 1, TeamsBudget));

    [Fact]
    public void No_card_has_more_than_three_columns() =>
        Assert.All(Gallery.All, entry => Assert.All(Columns(entry.Value.Body), set => Assert.InRange(set.Columns.Count, 1, 3)));

    private static IEnumerable<ColumnSet> Columns(IEnumerable<CardElement> elements) => elements.SelectMany(element => element switch
    {
        ColumnSet set => [set, .. set.Columns.SelectMany(column => Columns(column.Items))],
        Container container => Columns(container.Items),
        _ => [],
    });

    private static string Folder([CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "cards", "gallery");
}

namespace ChiBoBot.Cards.Tests;

public class VietnameseNamesTests
{
    /// <summary>Each list stands in its right order.</summary>
    [Theory]
    // By the given name first, then the family and middle names.
    [InlineData("Trần Văn An", "Lê Thị Bình", "Bùi Văn Cường")]
    [InlineData("Lê Thị An", "Lê Văn An", "Trần Thị An")]
    // A letter with a hat or a horn comes after the plain one, đ after d.
    [InlineData("Lê An", "Lê Ăn", "Lê Ân", "Lê Bình")]
    [InlineData("Lê Dũng", "Lê Duy", "Lê Đan")]
    [InlineData("Lê Oanh", "Lê Ôn", "Lê Ơn", "Lê Phú")]
    [InlineData("Lê Tuấn", "Lê Tư", "Lê Vân")]
    // Tones count only where the letters are the same.
    [InlineData("Lê Hoa", "Lê Hòa", "Lê Hỏa", "Lê Hõa", "Lê Hóa", "Lê Họa", "Lê Hoan")]
    // The shorter name first.
    [InlineData("Lê An", "Lê Anh")]
    public void Names_stand_as_in_a_Vietnamese_list(params string[] names)
    {
        var mixed = names.Reverse().OrderBy(VietnameseNames.SortKey, StringComparer.Ordinal);

        Assert.Equal(names, mixed);
    }

    [Fact]
    public void Capitals_do_not_matter() => Assert.Equal(VietnameseNames.SortKey("ĐỖ ĐỨC ÁI"), VietnameseNames.SortKey("Đỗ Đức Ái"));
}

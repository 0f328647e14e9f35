using ChiBoBot.Understanding;

namespace ChiBoBot.Tests.Understanding;

/// <summary>The plain words of what was said, for features that wait for certain ones.</summary>
public class SaidTests
{
    [Theory]
    [InlineData("Có mặt!", "co mat")]
    [InlineData("dạ em có mặt rồi ạ", "co mat")]
    [InlineData("CÓ  MẶT nhé bot", "co mat")]
    [InlineData("co\u0301 ma\u0323\u0306t", "co mat")]
    [InlineData("vắng", "vang")]
    [InlineData("dạ", "da")]
    [InlineData("ạ", "a")]
    [InlineData("điểm danh giúp đ/c An", "diem danh giup d c an")]
    [InlineData("", "")]
    [InlineData("?!", "")]
    public void Courtesies_marks_and_signs_are_taken_off(string text, string core) =>
        Assert.Equal(core, new Said(text, new Reading([new Request(Intent.OutOfScope, Slots.None)], 1, []) { IsSure = true }).Core);
}

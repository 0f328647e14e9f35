using ChiBoBot.Understanding;
using ChiBoBot.Understanding.Names;
using ChiBoBot.Understanding.Particulars;
using ChiBoBot.Understanding.Sentences;

namespace ChiBoBot.Tests.Understanding;

/// <summary>What was typed and the words it is read as.</summary>
public sealed class SentenceTests
{
    [Theory]
    [InlineData("chir tieeu", "chỉ tiêu")]
    [InlineData("chi3 tie6u", "chỉ tiêu")]
    [InlineData("chuwa ddatj", "chưa đạt")]
    [InlineData("chu7a d9at5", "chưa đạt")]
    [InlineData("ddangr vieen", "đảng viên")]
    [InlineData("d9ang3 vie6n", "đảng viên")]
    [InlineData("ddieemr danh", "điểm danh")]
    [InlineData("d9ie6m3 danh", "điểm danh")]
    [InlineData("cos mawtj", "có mặt")]
    [InlineData("co1 ma8t5", "có mặt")]
    [InlineData("vawngs cos pheps", "vắng có phép")]
    [InlineData("va8ng1 co1 phep1", "vắng có phép")]
    [InlineData("sinh hoatj chi booj", "sinh hoạt chi bộ")]
    [InlineData("sinh hoat5 chi bo65", "sinh hoạt chi bộ")]
    [InlineData("hopj leej", "họp lệ")]
    [InlineData("tuwj ddanhs gias", "tự đánh giá")]
    [InlineData("tu75 d9anh1 gia1", "tự đánh giá")]
    [InlineData("tuwj kieemr ddieemr", "tự kiểm điểm")]
    [InlineData("bis thuw", "bí thư")]
    [InlineData("bi1 thu7", "bí thư")]
    [InlineData("tuaanf towis", "tuần tới")]
    [InlineData("tua6n2 to7i1", "tuần tới")]
    [InlineData("thangs sau", "tháng sau")]
    [InlineData("quys nayf", "quý này")]
    [InlineData("quy1 nay2", "quý này")]
    [InlineData("ngayf mai", "ngày mai")]
    [InlineData("thuws hai", "thứ hai")]
    [InlineData("nhieemj kyf", "nhiệm kỳ")]
    [InlineData("chuwa ddajt", "chưa đạt")]
    [InlineData("chỉ tieu", "chỉ tiêu")]
    [InlineData("theé", "thế")]
    public void Words_typed_with_the_keyboard_off_are_decoded(string typed, string words) => Assert.Equal(words, WordsOf(typed));

    [Theory]
    [InlineData("hoà", "hòa")]
    [InlineData("cấp uỷ", "cấp ủy")]
    [InlineData("tỉ lệ", "tỷ lệ")]
    [InlineData("nhiệm kì", "nhiệm kỳ")]
    [InlineData("quí này", "quý này")]
    [InlineData("thạc sỹ", "thạc sĩ")]
    public void Both_ways_of_spelling_are_one_word(string one, string other) => Assert.Equal(KeysOf(other), KeysOf(one));

    [Theory]
    [InlineData("chi\u0309 tie\u0302u", "chỉ tiêu")]
    [InlineData("ho\u0323p\u00A0chi\u200B bo\u0323\u0302", "họp chi bộ")]
    [InlineData("\u202Ehọp\u202C chi bộ", "họp chi bộ")]
    [InlineData("họp&nbsp;chi b&#7897;", "họp chi bộ")]
    [InlineData("<p>họp <b>chi bộ</b></p>", "họp chi bộ")]
    public void What_phones_and_Teams_add_is_taken_off(string typed, string words) => Assert.Equal(words, WordsOf(typed));

    [Theory]
    [InlineData("<at>Trợ lý Chi bộ</at> họp chi bộ")]
    [InlineData("<at id=\"0\">ChiBoBot</at>&nbsp;họp chi bộ")]
    [InlineData("@Trợ lý Chi bộ họp chi bộ")]
    [InlineData("@ChiBoBot họp chi bộ")]
    [InlineData("@chibobot, họp chi bộ")]
    public void The_mention_of_the_bot_is_no_part_of_the_sentence(string typed) => Assert.Equal("họp chi bộ", WordsOf(typed));

    [Fact]
    public void The_mention_of_a_member_stays() =>
        Assert.Equal("Hoàng Minh Khôi", Ask.Slot("@Trợ lý Chi bộ cho xin số <at>Hoàng Minh Khôi</at>", "person"));

    [Theory]
    [InlineData("k có ai", "không có ai")]
    [InlineData("đc mấy buổi", "được mấy buổi")]
    [InlineData("đc Khôi", "đồng chí khôi")]
    [InlineData("đc bí thư", "đồng chí bí thư")]
    [InlineData("đ/c nào", "đồng chí nào")]
    [InlineData("bh shcb", "bao giờ sinh hoạt chi bộ")]
    [InlineData("pbt là ai", "phó bí thư là ai")]
    [InlineData("họp cu", "họp chi ủy")]
    [InlineData("mn", "mọi người")]
    [InlineData("đảngviên", "đảng viên")]
    public void Abbreviations_are_spelt_out_by_their_neighbours(string typed, string words) => Assert.Equal(words, WordsOf(typed).ToLowerInvariant());

    [Theory]
    [InlineData("hop chi bo thang nay", "họp chi bộ tháng này")]
    [InlineData("ai chua nop tu danh gia", "ai chưa nộp tự đánh giá")]
    [InlineData("bi thu chi bo la ai", "bí thư chi bộ là ai")]
    [InlineData("chi tieu nao chua dat", "chỉ tiêu nào chưa đạt")]
    public void Marks_that_were_left_out_come_back(string typed, string words) => Assert.Equal(words, WordsOf(typed));

    private static Parts PartsOf(string typed)
    {
        var parts = new Parts();
        Ask.Reader.Knowledge.Parts.Read(typed, new NameIndex(Ask.Cell), parts);
        return parts;
    }

    private static string WordsOf(string typed)
    {
        var parts = PartsOf(typed);
        return TextFinder.Words(parts.Sentence, 0, parts.Sentence.Count);
    }

    private static List<string?> KeysOf(string typed) => [.. PartsOf(typed).Sentence.Tokens.ToArray().Select(t => t.Word?.Key)];

    [Theory]
    [InlineData("tháng này", 5, "tháng")]
    [InlineData("thang này", 5, "")]
    [InlineData("nghiêng và", 7, "nghiêng")]
    [InlineData("tháng này", 4, null)]
    [InlineData("thángnày", 8, null)]
    public void A_word_is_found_by_its_letters_alone_whatever_follows(string text, int length, string? word)
    {
        var month = new BareWord("thang");
        var leaning = new BareWord("nghieng");
        var spellings = new Spellings([Spelling.Of("tháng", new(0, "tháng", "thangS", month, 9), month), Spelling.Of("thang", null, month), Spelling.Of("nghiêng", new(1, "nghiêng", "nghiêng", leaning, 1), leaning)]);
        var found = spellings.Find(text, length);

        Assert.Equal(word is not null, found.Bare is not null);
        Assert.Equal(word ?? "", found.Word?.Text ?? "");
    }
}

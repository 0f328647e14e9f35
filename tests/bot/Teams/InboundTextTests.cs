using ChiBoBot.Teams.Wire;

namespace ChiBoBot.Tests.Teams;

/// <summary>What is left of a message when everything is gone that the person did not write.</summary>
public class InboundTextTests
{
    private const string Bot = "28:11111111-2222-3333-4444-555555555555";

    [Theory]
    [InlineData("<at>ChiBoBot</at> chỉ tiêu", "chỉ tiêu")]
    [InlineData("<at>ChiBoBot</at>&nbsp;chỉ tiêu\n", "chỉ tiêu")]
    [InlineData("chỉ tiêu <at>ChiBoBot</at> quý 2", "chỉ tiêu quý 2")]
    [InlineData("<at id=\"0\">ChiBoBot</at> chỉ tiêu <at>chibobot</at>", "chỉ tiêu")]
    [InlineData("\n<at>ChiBoBot</at>\r\nchỉ\u00A0tiêu\t quý\u3000 2 ", "chỉ tiêu quý 2")]
    [InlineData("ChiBoBot chỉ tiêu", "ChiBoBot chỉ tiêu")]
    [InlineData("<at>ChiBoBot</at>", "")]
    [InlineData("", "")]
    [InlineData(null, "")]
    public void The_bots_own_mention_goes(string? text, string expected) =>
        Assert.Equal((expected, true), MessageText.Read(text, [Mention(Bot, "ChiBoBot")], Bot, "ChiBoBot"));

    [Theory]
    [InlineData("<at>ChiBoBot</at> <at>Trần Văn A</at> vắng có lý do", "Trần Văn A vắng có lý do")]
    [InlineData("<at>Trần Văn A</at> <at>ChiBoBot</at> là ai", "Trần Văn A là ai")]
    public void Other_peoples_names_stay(string text, string expected) =>
        Assert.Equal((expected, true), MessageText.Read(text, [Mention(Bot, "ChiBoBot"), Mention("29:a", "Trần Văn A")], Bot, "ChiBoBot"));

    [Fact]
    public void A_person_who_is_called_like_the_bot_is_not_the_bot() =>
        Assert.Equal(
            ("ChiBoBot là ai", true),
            MessageText.Read("<at>ChiBoBot</at> <at>ChiBoBot</at> là ai", [Mention(Bot, "ChiBoBot"), Mention("29:namesake", "ChiBoBot")], Bot, "ChiBoBot"));

    [Fact]
    public void A_mention_without_text_is_found_by_the_name_with_its_ampersand() =>
        Assert.Equal(
            ("chỉ tiêu", true),
            MessageText.Read("<at>ChiBo &amp; Bot</at> chỉ tiêu", [new Entity { Type = "mention", Mentioned = new Account { Id = Bot, Name = "ChiBo & Bot" } }], Bot, "ChiBo & Bot"));

    [Fact]
    public void A_mention_without_text_and_name_is_found_by_the_recipients_name() =>
        Assert.Equal(
            ("chỉ tiêu", true),
            MessageText.Read("<at>ChiBoBot</at> chỉ tiêu", [new Entity { Type = "mention", Mentioned = new Account { Id = Bot } }], Bot, "ChiBoBot"));

    [Fact]
    public void A_mention_that_is_written_without_tags_goes_too() =>
        Assert.Equal(
            ("chỉ tiêu", true),
            MessageText.Read("@ChiBoBot chỉ tiêu", [new Entity { Type = "mention", Text = "@ChiBoBot", Mentioned = new Account { Id = Bot, Name = "ChiBoBot" } }], Bot, "ChiBoBot"));

    [Fact]
    public void A_tag_with_the_bots_name_counts_even_if_no_entity_says_so() =>
        Assert.Equal(("chỉ tiêu", true), MessageText.Read("<at>ChiBoBot</at> chỉ tiêu", null, Bot, "ChiBoBot"));

    [Theory]
    [InlineData("họp lúc mấy giờ?")]
    [InlineData("<at>Trần Văn A</at> họp lúc mấy giờ?")]
    public void Who_is_not_mentioned_is_not_meant(string text) =>
        Assert.False(MessageText.Read(text, [null, Mention("29:a", "Trần Văn A"), new Entity { Type = "clientInfo" }, new Entity { Type = "mention" }], Bot, "ChiBoBot").MentionsBot);

    [Theory]
    [InlineData("a &lt; b &amp;&amp; c &gt; d", "a < b && c > d")]
    [InlineData("a < b > c", "a < b > c")]
    [InlineData("&lt;at&gt;ChiBoBot&lt;/at&gt;", "<at>ChiBoBot</at>")]
    [InlineData("ch&#7881; ti&ecirc;u &#0;&#8203;x", "chỉ tiêu x")]
    [InlineData("AT&T & R&D", "AT&T & R&D")]
    [InlineData("<at>", "<at>")]
    [InlineData("<at>x", "<at>x")]
    [InlineData("</at>x<at>", "</at>x<at>")]
    [InlineData("<attention>x</at>", "<attention>x</at>")]
    [InlineData("<quoted messageId=\"1\"/>trả lời", "trả lời")]
    [InlineData("<quoted messageId=\"1\"></quoted> trả lời", "trả lời")]
    [InlineData("<quotedx>", "<quotedx>")]
    [InlineData("zero\u200B-\u200Dwidth\uFEFF \u00ADsoft", "zero-width soft")]
    [InlineData("\u202Exoay\u202C", "xoay")]
    [InlineData("😀 xin chào", "😀 xin chào")]
    [InlineData("  a  b  ", "a b")]
    [InlineData("a ", "a")]
    [InlineData(" a", "a")]
    public void The_rest_is_one_readable_line(string text, string expected) =>
        Assert.Equal(expected, MessageText.Read(text, null, Bot, "ChiBoBot").Text);

    [Fact]
    public void A_tidy_text_is_not_copied()
    {
        const string text = "chỉ tiêu nào chưa đạt?";

        Assert.Same(text, MessageText.Read(text, null, Bot, "ChiBoBot").Text);
    }

    [Theory]
    [InlineData("Nguye\u0302\u0303n Thi\u0323 A\u0301nh", "Nguyễn Thị Ánh")]
    [InlineData("o\u0323\u0302", "ộ")]
    [InlineData("o\u0302\u0323", "ộ")]
    [InlineData("\u1ECD\u0302", "ộ")]
    [InlineData("o\u031B\u0323", "ợ")]
    [InlineData("O\u031B\u0301", "Ớ")]
    [InlineData("u\u031B\u0303", "ữ")]
    [InlineData("a\u0306\u0300", "ằ")]
    [InlineData("Y\u0309", "Ỷ")]
    [InlineData("\u00EA\u0301", "ế")]
    [InlineData("\u01A1\u0300", "ờ")]
    [InlineData("n\u0303", "n\u0303")]
    [InlineData("\u0301a", "\u0301a")]
    [InlineData("a\u0301\u0300", "á\u0300")]
    [InlineData("a\u0302\u0302", "â\u0302")]
    [InlineData("i\u0302", "i\u0302")]
    public void Letters_and_their_marks_become_one_letter(string text, string expected) => Assert.Equal(expected, Composition.Of(text));

    [Fact]
    public void Every_Vietnamese_letter_is_composed_in_whichever_order_its_marks_come()
    {
        const string hats = "ăâêôơưĂÂÊÔƠƯ";
        const string bare = "aaeoouAAEOOU";
        const string hatMarks = "\u0306\u0302\u0302\u0302\u031B\u031B\u0306\u0302\u0302\u0302\u031B\u031B";
        string[] toned = ["ằẳẵắặ", "ầẩẫấậ", "ềểễếệ", "ồổỗốộ", "ờởỡớợ", "ừửữứự", "ẰẲẴẮẶ", "ẦẨẪẤẬ", "ỀỂỄẾỆ", "ỒỔỖỐỘ", "ỜỞỠỚỢ", "ỪỬỮỨỰ"];
        const string tones = "\u0300\u0309\u0303\u0301\u0323";

        for (var i = 0; i < hats.Length; i++)
        {
            Assert.Equal(hats[i].ToString(), Composition.Of($"{bare[i]}{hatMarks[i]}"));
            for (var t = 0; t < tones.Length; t++)
            {
                var expected = toned[i][t].ToString();
                Assert.Equal(expected, Composition.Of($"{hats[i]}{tones[t]}"));
                Assert.Equal(expected, Composition.Of($"{bare[i]}{hatMarks[i]}{tones[t]}"));
                Assert.Equal(expected, Composition.Of($"{bare[i]}{tones[t]}{hatMarks[i]}"));
            }
        }
    }

    [Theory]
    [InlineData("<")]
    [InlineData("<at>")]
    [InlineData("<at></at>")]
    [InlineData("&")]
    [InlineData("\u0301")]
    public void A_hostile_text_costs_no_more_than_its_length(string part)
    {
        var text = string.Concat(Enumerable.Repeat(part, 200_000 / part.Length));

        var started = TimeProvider.System.GetTimestamp();
        MessageText.Read(text, [Mention(Bot, "ChiBoBot")], Bot, "ChiBoBot");
        Assert.InRange(TimeProvider.System.GetElapsedTime(started).TotalSeconds, 0, 5);
    }

    private static Entity Mention(string id, string name) => new() { Type = "mention", Text = $"<at>{name}</at>", Mentioned = new Account { Id = id, Name = name } };
}

using System.Text.Json;
using ChiBoBot.Cards;
using ChiBoBot.Features.Help;
using ChiBoBot.Storage;
using ChiBoBot.Teams;
using ChiBoBot.Tests.Storage;
using ChiBoBot.Tests.Teams;
using ChiBoBot.Turns;
using ChiBoBot.Understanding;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ChiBoBot.Tests.Turns;

/// <summary>The way of a turn, from what arrived to what stands in the conversations.</summary>
public sealed class DispatcherTests : IDisposable
{
    private const string Group = "19:chibo@thread.v2";

    private readonly FakeClock _clock = new();
    private readonly FakeConnector _teams = new();
    private readonly InMemoryTables _tables = new();
    private readonly TaskCompletionSource _slow = new();
    private readonly People _people = new();
    private readonly Newcomers _newcomers = new();
    private readonly ListLog _log = new();
    private readonly Conversations _conversations;
    private readonly Dispatcher _dispatcher;

    public DispatcherTests()
    {
        _conversations = new Conversations(_tables, _clock);
        _dispatcher = Dispatcher();
    }

    public void Dispose() => _log.Dispose();

    [Fact]
    public async Task A_question_in_the_own_chat_is_answered_there()
    {
        await Say("tổng quan chỉ tiêu", Chat("a:1"));

        Assert.Equal(("a:1", "6/7 chỉ tiêu đạt"), Last());
    }

    [Fact]
    public async Task The_same_message_delivered_twice_is_answered_once()
    {
        await Say("tổng quan chỉ tiêu", Chat("a:1"), id: "77");
        await Say("tổng quan chỉ tiêu", Chat("a:1"), id: "77");

        Assert.Single(_teams.Posts, post => post.Text == "6/7 chỉ tiêu đạt");
    }

    [Fact]
    public async Task Two_messages_at_once_are_answered_in_the_order_in_which_they_came_and_other_people_do_not_wait()
    {
        await _conversations.Bind(Chat(Group, Place.Group), "cell", CancellationToken.None);
        var slow = Say("chậm", Chat(Group, Place.Group));
        var quick = Say("tổng quan chỉ tiêu", Chat(Group, Place.Group));
        await Say("tổng quan chỉ tiêu", Chat(Group, Place.Group), by: "29:member");
        Assert.Equal(["6/7 chỉ tiêu đạt"], _teams.Posts.Select(post => post.Text));
        Assert.False(quick.IsCompleted);

        _slow.SetResult();
        await Task.WhenAll(slow, quick);

        Assert.Equal(["6/7 chỉ tiêu đạt", "Xong việc chậm", "6/7 chỉ tiêu đạt"], _teams.Posts.Select(post => post.Text));
    }

    [Fact]
    public async Task A_message_after_one_that_met_a_fault_is_answered()
    {
        await Task.WhenAll(Say("lỗi", Chat("a:1")), Say("tổng quan chỉ tiêu", Chat("a:1")));

        Assert.Equal("6/7 chỉ tiêu đạt", Last().Text);
    }

    [Fact]
    public async Task What_is_for_everyone_stands_in_the_cells_own_group()
    {
        await _conversations.Bind(Chat(Group, Place.Group), "cell", CancellationToken.None);

        await Say("tổng quan chỉ tiêu", Chat(Group, Place.Group));

        Assert.Equal((Group, "6/7 chỉ tiêu đạt"), Last());
    }

    [Fact]
    public async Task A_group_that_another_instance_gave_to_another_cell_shows_nothing_more_of_the_first()
    {
        await _conversations.Bind(Chat(Group, Place.Group), "cell", CancellationToken.None);
        await Say("tổng quan chỉ tiêu", Chat(Group, Place.Group));
        Assert.Equal((Group, "6/7 chỉ tiêu đạt"), Last());

        await new Conversations(_tables, _clock).Bind(Chat(Group, Place.Group), "other", CancellationToken.None);
        await Receive(new Inbound.Message(Envelope("m99", Chat(Group, Place.Group), "29:secretary"), "tổng quan chỉ tiêu"));

        Assert.Equal([("a:29:secretary", "6/7 chỉ tiêu đạt"), (Group, "Tôi đã gửi câu trả lời riêng cho đồng chí.")], Everything().TakeLast(2));
    }

    [Fact]
    public async Task In_a_group_of_nobody_the_answer_goes_to_the_asker_and_the_group_sees_only_that_it_was_sent()
    {
        await Say("tổng quan chỉ tiêu", Chat(Group, Place.Group));

        Assert.Equal(
            [("a:29:secretary", "6/7 chỉ tiêu đạt"), (Group, "Tôi đã gửi câu trả lời riêng cho đồng chí.")],
            _teams.Posts.Select(post => (post.Conversation, post.Text)));
    }

    [Fact]
    public async Task Who_has_not_installed_the_bot_is_told_in_the_group_what_to_do_and_nothing_private_is_said()
    {
        _teams.NoPersonalChat["29:secretary"] = Delivery.NotInstalled;

        await Say("danh sách đảng viên", Chat(Group, Place.Group));

        Assert.Equal(
            (Group, "Câu trả lời này tôi chỉ gửi riêng. Đồng chí mở khung trò chuyện riêng với ChiBoBot, bấm Thêm ứng dụng rồi hỏi lại giúp."),
            Last());
        Assert.Single(_teams.Posts);
    }

    [Fact]
    public async Task Who_asks_privately_in_a_group_what_everybody_may_see_is_answered_though_of_no_committee()
    {
        await _conversations.Bind(Chat(Group, Place.Group), "cell", CancellationToken.None);

        await Whisper("tổng quan chỉ tiêu", by: "29:member");

        Assert.Equal([("a:29:member", "6/7 chỉ tiêu đạt"), (Group, "Tôi đã gửi câu trả lời riêng cho đồng chí.")], Everything());
        Assert.Equal("29:member", _teams.Posts[1].Message.OnlyFor?.TeamsId);
    }

    [Fact]
    public async Task Two_questions_asked_privately_in_a_group_leave_no_answer_in_it()
    {
        await _conversations.Bind(Chat(Group, Place.Group), "cell", CancellationToken.None);

        await Whisper("tổng quan chỉ tiêu, trợ giúp");

        Assert.Equal(["6/7 chỉ tiêu đạt", "ChiBoBot giúp được gì?"], _teams.Posts.Where(post => post.Conversation == "a:29:secretary").Select(post => post.Text.Split('\n')[0]));
        Assert.All(_teams.Posts.Where(post => post.Conversation == Group), post => Assert.Equal("29:secretary", post.Message.OnlyFor?.TeamsId));
    }

    [Fact]
    public async Task Who_asks_privately_without_having_installed_the_bot_is_told_so_where_nobody_else_sees_it()
    {
        _teams.NoPersonalChat["29:secretary"] = Delivery.NotInstalled;

        await Whisper("danh sách đảng viên");

        var told = Assert.Single(_teams.Posts);
        Assert.StartsWith("Câu trả lời này tôi chỉ gửi riêng.", told.Text, StringComparison.Ordinal);
        Assert.Equal("29:secretary", told.Message.OnlyFor?.TeamsId);
    }

    [Fact]
    public async Task A_fault_met_by_a_private_question_is_owned_up_to_the_asker_alone()
    {
        await Whisper("lỗi");

        var told = Assert.Single(_teams.Posts);
        Assert.StartsWith("Xin lỗi đồng chí", told.Text, StringComparison.Ordinal);
        Assert.Equal("29:secretary", told.Message.OnlyFor?.TeamsId);
    }

    [Fact]
    public async Task After_the_bot_was_removed_from_the_own_chat_nothing_is_sent_there_though_Teams_would_take_it()
    {
        await Receive(new Inbound.Uninstalled(Envelope("f:1", Chat("a:29:secretary"), "29:secretary")));

        await Say("danh sách đảng viên", Chat(Group, Place.Group));

        Assert.Equal((Group, "Câu trả lời này tôi chỉ gửi riêng."), (Last().Conversation, Last().Text[..Last().Text.IndexOf('.', StringComparison.Ordinal)] + "."));
        Assert.Single(_teams.Posts);
    }

    [Fact]
    public async Task Who_blocked_the_bot_hears_nothing_until_they_speak_to_it_again()
    {
        _teams.Refuses["a:29:secretary"] = Delivery.Blocked;
        await Say("danh sách đảng viên", Chat(Group, Place.Group));
        Assert.True(await Whereabouts().Holds(Chat("a:29:secretary"), CancellationToken.None));

        _teams.Refuses.Clear();
        await Say("tổng quan chỉ tiêu", Chat("a:29:secretary"));
        Assert.False(await Whereabouts().Holds(Chat("a:29:secretary"), CancellationToken.None));
        Assert.Equal(("a:29:secretary", "6/7 chỉ tiêu đạt"), Last());
    }

    [Fact]
    public async Task An_own_chat_that_is_gone_is_not_written_to_again_but_opened_anew()
    {
        await Say("danh sách đảng viên", Chat(Group, Place.Group));
        _teams.Refuses["a:29:secretary"] = Delivery.Gone;
        await Say("danh sách đảng viên", Chat(Group, Place.Group));

        _teams.OwnChats["29:secretary"] = "a:new";
        await Say("danh sách đảng viên", Chat(Group, Place.Group));

        Assert.Equal(("a:new", "14 đảng viên"), Everything().SkipLast(1).Last());
    }

    [Theory]
    [InlineData("Unavailable")]
    [InlineData("Unknown")]
    [InlineData("Refused")]
    public async Task A_failure_that_says_nothing_of_the_conversation_closes_none(string delivery)
    {
        _teams.Refuses["a:1"] = Enum.Parse<Delivery>(delivery);

        await Say("tổng quan chỉ tiêu", Chat("a:1"));

        Assert.False(await Whereabouts().Holds(Chat("a:1"), CancellationToken.None));
    }

    [Fact]
    public async Task A_stranger_learns_nothing_of_any_cell()
    {
        await Say("tổng quan chỉ tiêu", Chat("a:9"), by: "29:stranger");

        Assert.Equal("Tôi chưa nhận ra đồng chí trong danh sách của chi bộ nào. Đồng chí nhờ bí thư chi bộ kiểm tra lại danh sách giúp.", Last().Text);
    }

    [Fact]
    public async Task A_stranger_gets_help_all_the_same()
    {
        await Say("trợ giúp", Chat("a:9"), by: "29:stranger");

        Assert.StartsWith("ChiBoBot giúp được gì?", Last().Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_left_the_cell_is_told_so()
    {
        await Say("danh sách đảng viên", Chat("a:8"), by: "29:former");

        Assert.StartsWith("Đồng chí không còn sinh hoạt ở chi bộ này", Last().Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("29:former", "Đồng chí không còn sinh hoạt ở chi bộ này")]
    [InlineData("29:stranger", "Tôi chưa nhận ra đồng chí")]
    [InlineData("29:newcomer", "Tôi đã hỏi bí thư")]
    [InlineData("29:administrator", "Tôi đã hỏi bí thư")]
    public async Task A_press_that_is_denied_in_a_group_is_answered_over_the_card_and_nothing_is_posted(string by, string expected)
    {
        var answer = await Receive(PressOf("test.replace", """{"name":"x"}""", Chat(Group, Place.Group), invoke: true, "p1", by: by));

        Assert.StartsWith(expected, Assert.IsType<Answer.Notice>(answer).Text, StringComparison.Ordinal);
        Assert.Empty(_teams.Posts);
    }

    [Theory]
    [InlineData("29:former", "Đồng chí không còn sinh hoạt ở chi bộ này")]
    [InlineData("29:newcomer", "Tôi chưa nhận ra đồng chí")]
    public async Task A_view_that_Teams_refreshes_for_who_may_not_see_it_posts_nothing_and_asks_no_secretary(string by, string expected)
    {
        var answer = await Receive(PressOf("test.replace", """{"name":"x"}""", Chat(Group, Place.Group), invoke: true, "p1", by: by) with { IsRefresh = true });

        Assert.StartsWith(expected, Assert.IsType<Answer.Notice>(answer).Text, StringComparison.Ordinal);
        Assert.Empty(_teams.Posts);
        Assert.Equal(0, _newcomers.Met);
    }

    [Fact]
    public async Task A_view_that_Teams_refreshes_changes_no_message_and_posts_none()
    {
        await _conversations.Bind(Chat(Group, Place.Group), "cell", CancellationToken.None);
        var card = await _teams.Send(Chat(Group, Place.Group), new Outgoing.Words("thẻ"), CancellationToken.None);

        var view = await Receive(PressOf("test.replace", """{"name":"x"}""", Chat(Group, Place.Group), invoke: true, "p1", card) with { IsRefresh = true });
        var words = await Receive(PressOf(HelpCards.AskVerb, """{"text":"tổng quan chỉ tiêu"}""", Chat(Group, Place.Group), invoke: true, "p2", card) with { IsRefresh = true });

        Assert.Equal("Đã ghi x", CardText.Of(Assert.IsType<Answer.Card>(view).Content));
        Assert.Equal(new Answer.Notice("6/7 chỉ tiêu đạt"), words);
        Assert.Equal("thẻ", Assert.Single(_teams.Posts).Text);
        Assert.Equal(0, _teams.Updates);
    }

    [Fact]
    public async Task A_view_that_Teams_refreshes_where_nothing_may_be_posted_lifts_nothing()
    {
        await _conversations.Bind(Chat(Group, Place.Group), "cell", CancellationToken.None);
        await _conversations.Close(Chat(Group, Place.Group), isClosed: true, CancellationToken.None);

        var view = await Receive(PressOf("test.replace", """{"name":"x"}""", Chat(Group, Place.Group), invoke: true, "p1", "card") with { IsRefresh = true });

        Assert.Equal("Đã ghi x", CardText.Of(Assert.IsType<Answer.Card>(view).Content));
        Assert.True((await _conversations.Find(Group, CancellationToken.None))!.IsAway);
    }

    [Fact]
    public async Task What_is_not_understood_gets_three_suggestions_and_never_silence()
    {
        await Say("abc xyz", Chat("a:1"));

        Assert.Equal(
            "Tôi chưa hiểu ý đồng chí. Đồng chí thử một câu dưới đây nhé:\n[chỉ tiêu nào chưa đạt?] [sắp tới có gì?] [danh sách đảng viên]",
            Last().Text);
    }

    [Fact]
    public async Task Two_likely_readings_are_offered_and_the_pressed_one_is_answered()
    {
        await Say("chi tieu", Chat("a:1"));
        Assert.Equal("Ý đồng chí là điều nào dưới đây?\n[Chỉ tiêu theo kết quả] [Tổng quan chỉ tiêu]", Last().Text);

        await Press(HelpCards.MeantVerb, """{"text":"chi tieu","intent":"target_overview"}""", Chat("a:1"));

        Assert.Equal("6/7 chỉ tiêu đạt", Last().Text);
    }

    [Fact]
    public async Task A_suggested_question_is_answered_as_if_it_had_been_typed()
    {
        var answer = await Press(HelpCards.AskVerb, """{"text":"tổng quan chỉ tiêu"}""", Chat("a:1"), invoke: true);

        Assert.Equal(new Answer.Notice("Câu trả lời ở bên dưới."), answer);
        Assert.Equal("6/7 chỉ tiêu đạt", Last().Text);
    }

    [Fact]
    public async Task An_old_card_says_that_it_is_old()
    {
        var answer = await Press("targets.gone", "{}", Chat("a:1"), invoke: true);

        Assert.Equal(new Answer.Notice("Thẻ này đã cũ. Đồng chí hỏi lại để nhận thẻ mới."), answer);
    }

    [Theory]
    [InlineData("""{"name":7}""")]
    [InlineData("""{}""")]
    [InlineData("[]")]
    public async Task A_form_that_lacks_something_says_what_to_do(string data)
    {
        var answer = await Press("test.form", data, Chat("a:1"), invoke: true);

        Assert.Equal(new Answer.Notice("Thẻ gửi về thiếu nội dung. Đồng chí hỏi lại để nhận thẻ mới rồi bấm lại."), answer);
    }

    [Fact]
    public async Task Two_questions_in_one_message_are_both_answered()
    {
        await Say("tổng quan chỉ tiêu, danh sách đảng viên", Chat("a:1"));

        Assert.Equal(["6/7 chỉ tiêu đạt", "14 đảng viên"], _teams.Posts.TakeLast(2).Select(post => post.Text));
    }

    [Fact]
    public async Task Each_answer_that_was_not_delivered_stands_in_the_log()
    {
        await Say("xin chào", Chat("a:1"), id: "1");
        _teams.Failures.Enqueue(new ConnectorException(Delivery.Unavailable, 429, "Throttled"));
        _teams.Failures.Enqueue(new ConnectorException(Delivery.Unavailable, 502, "ServiceError"));

        await Say("tổng quan chỉ tiêu, danh sách đảng viên", Chat("a:1"), id: "2");

        Assert.Equal(
            ["502, ServiceError", "429, Throttled"],
            _log.Lines.Where(line => line.Contains("Reply to 2 was not delivered", StringComparison.Ordinal)).Select(line => line.Split("HTTP ")[1].Split(')')[0]));
    }

    [Fact]
    public async Task A_press_that_meets_a_wrong_key_is_answered_as_an_old_card_and_stands_in_the_log()
    {
        var answer = await Press("test.key", """{"name":"x"}""", Chat("a:1"), invoke: true, "p7");

        Assert.StartsWith("Thẻ này đã cũ", Assert.IsType<Answer.Notice>(answer).Text, StringComparison.Ordinal);
        Assert.Contains(_log.Lines, line => line.StartsWith("Warning 307 Press p7 met a key that no record can have", StringComparison.Ordinal) && line.Contains("KeyHandler.Handle", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_second_answer_is_delivered_where_the_first_could_not_be()
    {
        await Say("xin chào", Chat("a:1"));
        _teams.Failures.Enqueue(new ConnectorException(Delivery.Unavailable, 429, "Throttled"));

        await Say("tổng quan chỉ tiêu, danh sách đảng viên", Chat("a:1"));

        Assert.Equal("14 đảng viên", Last().Text);
        Assert.DoesNotContain(_teams.Posts, post => post.Text == "6/7 chỉ tiêu đạt");
    }

    [Fact]
    public async Task However_many_install_events_arrive_the_bot_introduces_itself_once()
    {
        await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Receive(new Inbound.Installed(Envelope($"f:{i}", Chat("a:5"), "29:secretary"), IsUpgrade: false))));

        Assert.StartsWith("Kính chào đồng chí!", Assert.Single(_teams.Posts).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Where_the_office_installed_the_bot_for_somebody_they_can_be_written_to_before_their_first_word(bool isUpgrade)
    {
        await Receive(new Inbound.Installed(Envelope("f:1", Chat("a:5"), "29:member"), isUpgrade));

        Assert.Equal("a:5", (await new OwnChats(_tables, _conversations, _clock).Find("cell", "m03", CancellationToken.None))?.Conversation.Id);
    }

    [Fact]
    public async Task An_upgrade_introduces_nobody_again()
    {
        await Receive(new Inbound.Installed(Envelope("f:1", Chat("a:5"), "29:secretary"), IsUpgrade: true));

        Assert.Empty(_teams.Posts);
    }

    [Fact]
    public async Task The_first_word_without_an_install_event_is_welcomed_and_answered()
    {
        await Say("tổng quan chỉ tiêu", Chat("a:6"), welcomed: false);

        Assert.StartsWith("Kính chào đồng chí!", _teams.Posts[0].Text, StringComparison.Ordinal);
        Assert.Equal("6/7 chỉ tiêu đạt", _teams.Posts[1].Text);
    }

    [Fact]
    public async Task The_first_question_is_answered_where_the_welcome_could_not_be_sent_and_the_welcome_comes_with_the_next()
    {
        _teams.Failures.Enqueue(new ConnectorException(Delivery.Unavailable, 502, "ServiceError"));
        await Say("tổng quan chỉ tiêu", Chat("a:6"), welcomed: false);
        Assert.Equal(["6/7 chỉ tiêu đạt"], _teams.Posts.Select(post => post.Text));

        await Say("tổng quan chỉ tiêu", Chat("a:6"), welcomed: false);
        Assert.StartsWith("Kính chào đồng chí!", _teams.Posts[1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_second_install_event_introduces_the_bot_where_the_first_could_not()
    {
        _teams.Failures.Enqueue(new ConnectorException(Delivery.Unavailable, 412, "PreconditionFailed"));
        await Receive(new Inbound.Installed(Envelope("f:1", Chat("a:5"), "29:secretary"), IsUpgrade: false));
        await Receive(new Inbound.Installed(Envelope("f:2", Chat("a:5"), "29:secretary"), IsUpgrade: false));

        Assert.StartsWith("Kính chào đồng chí!", Assert.Single(_teams.Posts).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_welcome_that_may_have_arrived_is_not_sent_again()
    {
        _teams.Failures.Enqueue(new ConnectorException(Delivery.Unknown, null, null));
        await Receive(new Inbound.Installed(Envelope("f:1", Chat("a:5"), "29:secretary"), IsUpgrade: false));
        await Receive(new Inbound.Installed(Envelope("f:2", Chat("a:5"), "29:secretary"), IsUpgrade: false));

        Assert.Empty(_teams.Posts);
    }

    [Fact]
    public async Task A_removal_that_another_instance_heard_of_ends_with_a_new_install_heard_of_here()
    {
        await Say("tổng quan chỉ tiêu", Chat("a:1"));
        await Dispatcher().Receive(new Inbound.Uninstalled(Envelope("f:1", Chat("a:1"), "29:secretary")), CancellationToken.None);

        await Receive(new Inbound.Installed(Envelope("f:2", Chat("a:1"), "29:secretary"), IsUpgrade: false));

        Assert.False((await _conversations.Find("a:1", CancellationToken.None))!.IsAway);
    }

    [Fact]
    public async Task After_a_removal_and_a_new_install_the_bot_introduces_itself_again()
    {
        await Receive(new Inbound.Installed(Envelope("f:1", Chat("a:5"), "29:secretary"), IsUpgrade: false));
        await Receive(new Inbound.Uninstalled(Envelope("f:2", Chat("a:5"), "29:secretary")));
        _clock.Advance(TimeSpan.FromMinutes(1));
        await Receive(new Inbound.Installed(Envelope("f:3", Chat("a:5"), "29:secretary"), IsUpgrade: false));

        Assert.Equal(2, _teams.Posts.Count);
    }

    [Fact]
    public async Task A_fault_becomes_an_apology_with_a_code_and_no_detail()
    {
        await Say("lỗi", Chat("a:1"), id: "fault-1");

        Assert.Matches("^Xin lỗi đồng chí, tôi gặp lỗi nên chưa trả lời được\\. .* mã [0-9A-F]{6}\\.$", Last().Text);
        Assert.DoesNotContain("secret detail", Last().Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_press_that_met_somebody_elses_change_asks_to_look_again()
    {
        var answer = await Press("test.conflict", """{"name":"x"}""", Chat("a:1"), invoke: true);

        Assert.Equal(new Answer.Notice("Vừa có người khác thay đổi nội dung này. Đồng chí xem lại rồi bấm lần nữa."), answer);
    }

    [Fact]
    public async Task A_press_that_another_instance_carried_out_is_not_carried_out_again()
    {
        await Press("test.form", """{"name":"x"}""", Chat("a:1"), invoke: true, id: "p1");
        var otherInstance = Dispatcher();

        var answer = await otherInstance.Receive(PressOf("test.form", """{"name":"x"}""", Chat("a:1"), true, "p1"), CancellationToken.None);

        Assert.Equal(new Answer.Notice("Lần bấm này tôi đã ghi nhận rồi."), answer);
    }

    [Fact]
    public async Task A_reply_that_cannot_be_delivered_shows_nobody_an_exception()
    {
        _teams.Failures.Enqueue(new ConnectorException(Delivery.Unavailable, 503, "ServiceError"));

        var answer = await Say("tổng quan chỉ tiêu", Chat("a:1"));

        Assert.IsType<Answer.Accepted>(answer);
        Assert.Empty(_teams.Posts);
    }

    [Fact]
    public async Task A_press_that_was_done_shows_the_presser_the_card_also_where_the_stored_one_is_gone()
    {
        // Nothing was ever posted under the id that the press names.
        var answer = await Receive(PressOf("test.replace", """{"name":"x"}""", Chat("a:1"), invoke: true, "p1", card: "gone"));

        Assert.Equal("Đã ghi x", CardText.Of(Assert.IsType<Answer.Card>(answer).Content));
    }

    [Fact]
    public async Task A_press_whose_answer_cannot_be_posted_says_so_over_the_card()
    {
        _teams.Failures.Enqueue(new ConnectorException(Delivery.Unavailable, 503, "ServiceError"));

        var answer = await Press(HelpCards.AskVerb, """{"text":"tổng quan chỉ tiêu"}""", Chat("a:1"), invoke: true);

        Assert.Equal(new Answer.Notice("Tôi chưa gửi được câu trả lời. Đồng chí hỏi lại sau ít phút."), answer);
    }

    [Fact]
    public async Task A_press_of_the_older_kind_changes_the_card_for_everybody()
    {
        await _conversations.Bind(Chat(Group, Place.Group), "cell", CancellationToken.None);
        var card = await _teams.Send(Chat(Group, Place.Group), new Outgoing.Words("thẻ"), CancellationToken.None);

        var answer = await Receive(PressOf("test.replace", """{"name":"x"}""", Chat(Group, Place.Group), invoke: false, "p1", card));

        Assert.IsType<Answer.Accepted>(answer);
        Assert.Equal("Đã ghi x", Assert.Single(_teams.Posts).Text);
    }

    [Fact]
    public async Task A_press_of_the_older_kind_that_is_denied_in_a_group_is_answered_to_the_presser_alone()
    {
        await Receive(PressOf("test.replace", """{"name":"x"}""", Chat(Group, Place.Group), invoke: false, "p1", by: "29:former"));

        Assert.Equal("a:29:former", Assert.Single(_teams.Posts).Conversation);
    }

    [Fact]
    public async Task A_message_that_is_edited_or_deleted_afterwards_runs_nothing_again()
    {
        await Say("tổng quan chỉ tiêu", Chat("a:1"), id: "77");

        Assert.IsType<Answer.Accepted>(await Receive(new Inbound.Edited(Envelope("77", Chat("a:1"), "29:secretary"))));
        Assert.IsType<Answer.Accepted>(await Receive(new Inbound.Deleted(Envelope("77", Chat("a:1"), "29:secretary"))));

        Assert.Single(_teams.Posts);
    }

    [Fact]
    public async Task An_unknown_invoke_is_not_implemented_and_an_unknown_event_is_ignored()
    {
        Assert.IsType<Answer.NotImplemented>(await Receive(new Inbound.Other(Envelope("1", Chat("a:1"), "29:secretary"), "invoke", "x/y")));
        Assert.IsType<Answer.Accepted>(await Receive(new Inbound.Other(Envelope("2", Chat("a:1"), "29:secretary"), "event", "x/y")));
    }

    [Fact]
    public async Task A_moved_service_address_is_kept()
    {
        await Say("tổng quan chỉ tiêu", Chat("a:1"));
        await Say("tổng quan chỉ tiêu", Chat("a:1") with { ServiceUrl = new Uri("https://smba.trafficmanager.net/apac/") });

        var row = await _tables.Find<ConversationRow>(ConversationRow.KeyOf("a:1"), "conversation", CancellationToken.None);
        Assert.Equal(new Uri("https://smba.trafficmanager.net/apac/"), row!.Row.Conversation.ServiceUrl);
    }

    [Fact]
    public void Two_handlers_for_one_verb_or_one_intent_stop_the_start()
    {
        Assert.Throws<InvalidOperationException>(() => new Routes().MapHelp().MapHelp());
        Assert.Throws<InvalidOperationException>(() => TestRoutes(TestRoutes(new Routes())));
    }

    private static Routes TestRoutes(Routes routes) => routes
        .Verb<TestForm, TestHandler>("test.form", Act.SeeTargets, static () => TestJson.Default.TestForm)
        .Verb<TestForm, ReplaceHandler>("test.replace", Act.SeeTargets, static () => TestJson.Default.TestForm)
        .Verb<TestForm, ConflictHandler>("test.conflict", Act.SeeTargets, static () => TestJson.Default.TestForm)
        .Verb<TestForm, KeyHandler>("test.key", Act.SeeTargets, static () => TestJson.Default.TestForm);

    private Dispatcher Dispatcher()
    {
        var routes = TestRoutes(new Routes().MapHelp())
            .Question<Request, TargetsHandler>(Intent.TargetOverview, Act.SeeTargets, request => request)
            .Question<Request, MembersHandler>(Intent.MemberRoster, Act.SeeMembers, request => request)
            .Question<Request, SlowHandler>(Intent.TargetFailDetail, Act.SeeTargets, request => request)
            .Question<Request, FaultHandler>(Intent.TargetProgress, Act.SeeTargets, request => request);
        var services = new ServiceCollection()
            .AddHelp()
            .AddSingleton<ITables>(_tables)
            .AddSingleton<TestHandler>()
            .AddSingleton<ReplaceHandler>()
            .AddSingleton<ConflictHandler>()
            .AddSingleton<KeyHandler>()
            .AddSingleton<TargetsHandler>()
            .AddSingleton<MembersHandler>()
            .AddSingleton<FaultHandler>()
            .AddSingleton(new SlowHandler(_slow.Task))
            .BuildServiceProvider();
        var logs = new LoggerFactory([_log]);
        var conversations = new Conversations(_tables, _clock);
        var whereabouts = new Whereabouts(conversations, [], _clock);
        var previous = new PreviousRequests(_tables, isShared: false, _clock);
        return new Dispatcher(
            new Answerer(routes, services, new Reader(), new Roster(), previous, logs.CreateLogger<Answerer>()),
            new Courier(_teams, whereabouts, _clock, logs.CreateLogger<Courier>()),
            _people,
            _newcomers,
            _teams,
            conversations,
            whereabouts,
            new OwnChats(_tables, conversations, _clock),
            previous,
            new Repeats(_clock),
            _clock,
            logs.CreateLogger<Dispatcher>());
    }

    private Whereabouts Whereabouts() => new(_conversations, [], _clock);

    private IEnumerable<(string Conversation, string Text)> Everything() => _teams.Posts.Select(post => (post.Conversation, post.Text));

    private (string Conversation, string Text) Last() => (_teams.Posts[^1].Conversation, _teams.Posts[^1].Text);

    private static Conversation Chat(string id, Place place = Place.Personal) =>
        new(id, place, "tenant", new Uri("https://smba.trafficmanager.net/teams/"), "28:bot");

    private static Envelope Envelope(string id, Conversation conversation, string by) =>
        new(id, new Sender(by, by[3..], null), conversation);

    private int _ids;

    private async Task<Answer> Say(string text, Conversation where, string by = "29:secretary", string? id = null, bool welcomed = true)
    {
        if (welcomed)
        {
            await _conversations.ClaimWelcome(where, _clock.GetUtcNow(), CancellationToken.None);
        }

        return await Receive(new Inbound.Message(Envelope(id ?? $"m{++_ids}", where, by), text));
    }

    /// <summary>Says something in the group that only the bot sees.</summary>
    private Task<Answer> Whisper(string text, string by = "29:secretary") =>
        Receive(new Inbound.Message(Envelope($"m{++_ids}", Chat(Group, Place.Group), by), text) { IsTargeted = true });

    private Task<Answer> Press(string verb, string data, Conversation where, bool invoke = false, string? id = null) =>
        Receive(PressOf(verb, data, where, invoke, id ?? $"p{++_ids}"));

    private static Inbound.CardPress PressOf(string verb, string data, Conversation where, bool invoke, string id, string? card = null, string by = "29:secretary") =>
        new(Envelope(id, where, by), verb, JsonDocument.Parse(data).RootElement, card) { IsInvoke = invoke };

    private Task<Answer> Receive(Inbound inbound) => _dispatcher.Receive(inbound, CancellationToken.None);

    private sealed class People : IPeople
    {
        public Task<Asker?> Find(string tenantId, Sender sender, DateTimeOffset at, CancellationToken cancel) => Task.FromResult(sender.ObjectId switch
        {
            "secretary" => new Asker("cell", "m01", "Lâm Văn Thử", Role.Member | Role.Secretary),
            "member" => new Asker("cell", "m03", "Đỗ Văn Ví", Role.Member),
            "administrator" => new Asker("", null, "", Role.Administrator),
            "former" => new Asker("cell", "m02", "Tô Thị Mẫu", Role.FormerMember),
            _ => null,
        });
    }

    private sealed class Newcomers : INewcomers
    {
        public int Met { get; private set; }

        public Task<Reply?> Meet(Turn turn, CancellationToken cancel)
        {
            Met++;
            return Task.FromResult(turn.Sender.TeamsId is "29:newcomer" or "29:administrator" ? Reply.Say("Tôi đã hỏi bí thư.") : null);
        }
    }

    private sealed class Roster : IRoster
    {
        public ValueTask<IReadOnlyList<string>> NamesOf(string cellId, CancellationToken cancel) => new(["Lâm Văn Thử"]);
    }

    private sealed class Reader : IReader
    {
        public Reading Read(string text, ReadingContext context) => text switch
        {
            "tổng quan chỉ tiêu" => Sure(Intent.TargetOverview),
            "danh sách đảng viên" => Sure(Intent.MemberRoster),
            "tổng quan chỉ tiêu, danh sách đảng viên" => Sure(Intent.TargetOverview, Intent.MemberRoster),
            "tổng quan chỉ tiêu, trợ giúp" => Sure(Intent.TargetOverview, Intent.Help),
            "trợ giúp" => Sure(Intent.Help),
            "chậm" => Sure(Intent.TargetFailDetail),
            "lỗi" => Sure(Intent.TargetProgress),
            "chi tieu" => new([new(Intent.TargetStatus, Slots.None)], 0.4, [new(Intent.TargetOverview, Slots.None)]) { IsSure = false },
            _ => new([new(Intent.OutOfScope, Slots.None)], 0.1, []) { IsSure = false },
        };

        private static Reading Sure(params Intent[] intents) =>
            new([.. intents.Select(intent => new Request(intent, Slots.None))], 0.99, []) { IsSure = true };
    }

    private sealed class TargetsHandler : IHandle<Request>
    {
        public Task<Reply> Handle(Request asked, Turn turn, CancellationToken cancel) =>
            Task.FromResult(Reply.Say("6/7 chỉ tiêu đạt", Audience.Everyone));
    }

    private sealed class MembersHandler : IHandle<Request>
    {
        public Task<Reply> Handle(Request asked, Turn turn, CancellationToken cancel) => Task.FromResult(Reply.Say("14 đảng viên"));
    }

    private sealed class SlowHandler(Task until) : IHandle<Request>
    {
        public async Task<Reply> Handle(Request asked, Turn turn, CancellationToken cancel)
        {
            await until;
            return Reply.Say("Xong việc chậm", Audience.Everyone);
        }
    }

    private sealed class FaultHandler : IHandle<Request>
    {
        public Task<Reply> Handle(Request asked, Turn turn, CancellationToken cancel) => throw new InvalidDataException("secret detail");
    }

    private sealed class ReplaceHandler : IHandle<TestForm>
    {
        public Task<Reply> Handle(TestForm asked, Turn turn, CancellationToken cancel) =>
            Task.FromResult(Reply.Replace(new AdaptiveCard([new TextBlock("Đã ghi " + asked.Name)]), "Đã ghi") with { For = Audience.Everyone });
    }

    private sealed class ConflictHandler : IHandle<TestForm>
    {
        public Task<Reply> Handle(TestForm asked, Turn turn, CancellationToken cancel) => throw new ConflictException(Conflict.Changed, "target|7");
    }

    private sealed class KeyHandler : IHandle<TestForm>
    {
        public Task<Reply> Handle(TestForm asked, Turn turn, CancellationToken cancel) => throw new KeyException("A key has 1 to 512 characters, this one 600.");
    }

    private sealed class TestHandler(ITables tables) : IHandle<TestForm>
    {
        public async Task<Reply> Handle(TestForm asked, Turn turn, CancellationToken cancel)
        {
            await tables.Commit([Change.Add(InboxRow.Of(turn))], cancel);
            return Reply.Notify("Đã ghi " + asked.Name);
        }
    }
}

internal sealed record TestForm(string Name);

[System.Text.Json.Serialization.JsonSourceGenerationOptions(
    PropertyNamingPolicy = System.Text.Json.Serialization.JsonKnownNamingPolicy.CamelCase,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[System.Text.Json.Serialization.JsonSerializable(typeof(TestForm))]
internal sealed partial class TestJson : System.Text.Json.Serialization.JsonSerializerContext;

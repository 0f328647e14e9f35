using ChiBoBot.Cards;
using ChiBoBot.Teams;
using static ChiBoBot.Tests.Teams.OutboundWorld;

namespace ChiBoBot.Tests.Teams;

public sealed class RouteTests
{
    private const string Base = "https://smba.trafficmanager.net/apac/v3/";
    private readonly OutboundWorld _world = new();

    private ScriptedTeams.Call Only => Assert.Single(_world.Teams.Calls);

    [Fact]
    public async Task Words_are_posted_as_they_are()
    {
        Assert.Equal("1", await _world.Say("Chào đồng chí & <b>\"chi bộ\"</b>."));

        Assert.Equal("POST", Only.Method);
        Assert.Equal(Base + "conversations/a%3A1Xy/activities", Only.Address);
        Assert.Equal("application/json; charset=utf-8", Only.ContentType);
        Assert.Equal("Bearer token-1", Only.Authorization);
        Assert.Equal("""{"type":"message","text":"Chào đồng chí & <b>\"chi bộ\"</b>."}""", Only.Body);
    }

    [Fact]
    public async Task A_card_has_its_summary_and_no_text()
    {
        await _world.Connector.Send(
            Chat, new Outgoing.Card(new AdaptiveCard([new TextBlock("Đạt 6/7 chỉ tiêu")]), "6/7 chỉ tiêu đạt"), CancellationToken.None);

        Assert.Equal(
            """{"type":"message","summary":"6/7 chỉ tiêu đạt","attachments":[{"contentType":"application/vnd.microsoft.card.adaptive","content":"""
            + """{"type":"AdaptiveCard","$schema":"http://adaptivecards.io/schemas/adaptive-card.json","version":"1.5","lang":"vi","body":[{"type":"TextBlock","text":"Đạt 6/7 chỉ tiêu","wrap":true}]}}]}""",
            Only.Body);
    }

    [Fact]
    public async Task Typing_is_only_a_type()
    {
        _world.Teams.Answers(202);

        Assert.Null(await _world.Finish(_world.Connector.Send(Chat, new Outgoing.Typing(), CancellationToken.None)));
        Assert.Equal("""{"type":"typing"}""", Only.Body);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("<html>")]
    [InlineData("""{"id":17}""")]
    [InlineData("""{"other":{"id":"x"}}""")]
    public async Task An_accepted_message_without_an_id_is_still_sent(string body)
    {
        _world.Teams.Answers(201, body);

        Assert.Null(await _world.Say("Chào đồng chí."));
        Assert.Single(_world.Teams.Calls);
    }

    [Fact]
    public async Task A_reply_in_a_channel_goes_into_its_thread()
    {
        await _world.Say("Chào đồng chí.", Channel with { ThreadRoot = "1481567603816" });

        Assert.Equal(Base + "conversations/19%3Akenh%40thread.tacv2%3Bmessageid%3D1481567603816/activities", Only.Address);
    }

    [Fact]
    public async Task Two_threads_of_a_channel_are_two_addresses()
    {
        await _world.Say("Một.", Channel with { ThreadRoot = "1" });
        await _world.Say("Hai.", Channel with { ThreadRoot = "2" });
        await _world.Say("Ba.", Channel);

        Assert.Equal(
            [
                Base + "conversations/19%3Akenh%40thread.tacv2%3Bmessageid%3D1/activities",
                Base + "conversations/19%3Akenh%40thread.tacv2%3Bmessageid%3D2/activities",
                Base + "conversations/19%3Akenh%40thread.tacv2/activities",
            ],
            _world.Teams.Calls.Select(call => call.Address));
    }

    [Theory]
    [InlineData("a:1/2?x#y z", "a%3A1%2F2%3Fx%23y%20z")]
    [InlineData("19:meeting_M+T==@thread.v2", "19%3Ameeting_M%2BT%3D%3D%40thread.v2")]
    [InlineData("..%2F..", "..%252F..")]
    public async Task Ids_reach_Teams_letter_for_letter(string id, string escaped)
    {
        await _world.Say("Chào đồng chí.", Chat with { Id = id });

        Assert.Equal($"{Base}conversations/{escaped}/activities", Only.Address);
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("..")]
    public async Task An_id_that_names_another_resource_is_refused(string id)
    {
        var fault = await _world.Fails(_world.Connector.Delete(Chat, id, CancellationToken.None));

        Assert.Equal("IdIsEmpty", fault.Code);
        Assert.Empty(_world.Teams.Calls);
    }

    [Fact]
    public async Task A_message_is_changed_in_its_place()
    {
        _world.Teams.Answers(200, """{"id":"7"}""");

        await _world.Connector.Update(Channel with { ThreadRoot = "3" }, "7:1", new Outgoing.Words("Đã sửa."), CancellationToken.None);

        Assert.Equal("PUT", Only.Method);
        Assert.Equal(Base + "conversations/19%3Akenh%40thread.tacv2%3Bmessageid%3D3/activities/7%3A1", Only.Address);
        Assert.Equal("""{"type":"message","text":"Đã sửa."}""", Only.Body);
    }

    [Fact]
    public async Task A_card_is_changed_to_a_card_with_its_summary()
    {
        _world.Teams.Answers(200, """{"id":"7"}""");

        await _world.Connector.Update(Chat, "7", new Outgoing.Card(new AdaptiveCard([new TextBlock("7/7")]), "7/7 chỉ tiêu đạt"), CancellationToken.None);

        Assert.StartsWith("""{"type":"message","summary":"7/7 chỉ tiêu đạt","attachments":[{"contentType":"application/vnd.microsoft.card.adaptive","content":""", Only.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("\"text\":\"\"", Only.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_is_taken_back()
    {
        _world.Teams.Answers(200);

        await _world.Connector.Delete(Chat, "7", CancellationToken.None);

        Assert.Equal("DELETE", Only.Method);
        Assert.Equal(Base + "conversations/a%3A1Xy/activities/7", Only.Address);
        Assert.Equal("", Only.Body);
    }

    [Fact]
    public async Task A_targeted_message_names_whom_it_is_for_when_sent_and_not_when_changed()
    {
        var message = new Outgoing.Words("Chỉ mình đồng chí thấy.") { OnlyFor = new("29:an", "o-1", "Nguyễn Văn An") };

        await _world.Connector.Send(Channel, message, CancellationToken.None);
        await _world.Connector.Update(Channel, "7", message, CancellationToken.None);

        Assert.EndsWith("/activities?isTargetedActivity=true", _world.Teams.Calls[0].Address, StringComparison.Ordinal);
        Assert.Equal("""{"type":"message","text":"Chỉ mình đồng chí thấy.","recipient":{"id":"29:an","name":"Nguyễn Văn An"}}""", _world.Teams.Calls[0].Body);
        Assert.EndsWith("/activities/7?isTargetedActivity=true", _world.Teams.Calls[1].Address, StringComparison.Ordinal);
        Assert.Equal("""{"type":"message","text":"Chỉ mình đồng chí thấy."}""", _world.Teams.Calls[1].Body);
    }

    [Fact]
    public async Task The_chat_with_a_person_is_opened()
    {
        _world.Teams.Answers(201, """{"id":"a:moi","activityId":null,"serviceUrl":"https://smba.trafficmanager.net/emea/"}""");

        var opened = await _world.Connector.OpenPersonal(Channel, "29:an", CancellationToken.None);

        Assert.Equal(Base + "conversations", Only.Address);
        Assert.Equal("""{"bot":{"id":"28:bot"},"members":[{"id":"29:an"}],"isGroup":false,"tenantId":"t-1","channelData":{"tenant":{"id":"t-1"}}}""", Only.Body);
        Assert.Equal(new Conversation("a:moi", Place.Personal, "t-1", new Uri("https://smba.trafficmanager.net/emea/"), "28:bot"), opened);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("http://smba.trafficmanager.net/")]
    [InlineData("nonsense")]
    [InlineData("")]
    public async Task A_new_chat_does_not_lead_the_bot_elsewhere(string serviceUrl)
    {
        _world.Teams.Answers(201, $$"""{"id":"a:moi","serviceUrl":"{{serviceUrl}}"}""");

        var opened = await _world.Connector.OpenPersonal(Chat, "29:an", CancellationToken.None);

        Assert.Equal(Chat.ServiceUrl, opened.ServiceUrl);
    }

    [Fact]
    public async Task A_thread_is_started_in_a_channel()
    {
        _world.Teams.Answers(201, """{"id":"19:kenh@thread.tacv2;messageid=99","activityId":"99"}""");

        var thread = await _world.Connector.StartThread(Channel with { ThreadRoot = "old" }, "19:kenh@thread.tacv2", new Outgoing.Words("Họp chi bộ."), CancellationToken.None);

        Assert.Equal(
            """{"bot":{"id":"28:bot"},"isGroup":true,"tenantId":"t-1","channelData":{"channel":{"id":"19:kenh@thread.tacv2"},"tenant":{"id":"t-1"}},"activity":{"type":"message","text":"Họp chi bộ."}}""",
            Only.Body);
        Assert.Equal(Channel with { ThreadRoot = "99" }, thread);
    }

    [Fact]
    public async Task A_thread_without_a_mark_has_its_root_from_the_activity()
    {
        _world.Teams.Answers(201, """{"id":"19:other","activityId":"99"}""");

        var thread = await _world.Connector.StartThread(Channel, "19:kenh@thread.tacv2", new Outgoing.Words("Họp."), CancellationToken.None);

        Assert.Equal(Channel with { ThreadRoot = "99" }, thread);
    }

    [Fact]
    public async Task A_new_conversation_without_an_id_is_a_fault()
    {
        _world.Teams.Answers(201, "{}");

        Assert.Equal("NoConversationId", (await _world.Fails(_world.Connector.OpenPersonal(Chat, "29:an", CancellationToken.None))).Code);
    }

    [Fact]
    public async Task The_roster_is_read_page_by_page_and_what_it_lacks_is_null()
    {
        _world.Teams
            .Answers(200, """{"continuationToken":"a+b/c=","members":[{"id":"29:an","name":"Nguyễn Văn An","aadObjectId":"o-1","userPrincipalName":"an@chibo.example","userRole":"user","email":null},null,{"name":"không có id"}]}""")
            .Answers(200, """{"continuationToken":"","members":null}""");
        _world.Teams.Answers(200, "{}");

        var members = await List();

        Assert.Equal([new RosterMember("29:an", "o-1", "Nguyễn Văn An", "an@chibo.example", "user")], members);
        Assert.Equal(
            [Base + "conversations/19%3Akenh%40thread.tacv2/pagedmembers?pageSize=200", Base + "conversations/19%3Akenh%40thread.tacv2/pagedmembers?pageSize=200&continuationToken=a%2Bb%2Fc%3D"],
            _world.Teams.Calls.Select(call => call.Address));
    }

    [Fact]
    public async Task A_guest_has_hardly_anything()
    {
        _world.Teams.Answers(200, """{"members":[{"id":"29:khach","objectId":"o-2","name":null,"userPrincipalName":null,"userRole":"guest"},{"id":"29:an"}]}""");

        Assert.Equal([new RosterMember("29:khach", "o-2", null, null, "guest"), new RosterMember("29:an", null, null, null, null)], await List());
    }

    [Fact]
    public async Task A_roster_that_is_no_JSON_is_a_fault()
    {
        _world.Teams.Answers(200, "<html>");

        Assert.Equal("AnswerNotUnderstood", (await _world.Fails(List())).Code);
    }

    [Fact]
    public async Task A_member_is_found_by_any_of_their_ids()
    {
        _world.Teams.Answers(200, """{"id":"29:an","aadObjectId":"o-1","name":"Nguyễn Văn An"}""");

        var member = await _world.Connector.FindMember(Chat, "an@chibo.example", CancellationToken.None);

        Assert.Equal(new RosterMember("29:an", "o-1", "Nguyễn Văn An", null, null), member);
        Assert.Equal(Base + "conversations/a%3A1Xy/members/an%40chibo.example", Only.Address);
    }

    [Theory]
    [InlineData("""{"error":{"code":"MemberNotFoundInConversation","message":"x"}}""")]
    [InlineData("")]
    public async Task Who_is_not_there_is_null(string body)
    {
        _world.Teams.Answers(404, body);

        Assert.Null(await _world.Connector.FindMember(Chat, "29:an", CancellationToken.None));
    }

    [Fact]
    public async Task A_conversation_that_is_gone_is_not_a_missing_member()
    {
        _world.Teams.Answers(404, """{"error":{"code":"ConversationNotFound"}}""");

        Assert.Equal(Delivery.Gone, (await _world.Fails(_world.Connector.FindMember(Chat, "29:an", CancellationToken.None))).Delivery);
    }

    [Fact]
    public async Task Those_who_got_a_message_are_listed()
    {
        _world.Teams.Answers(200, """[{"id":"29:an","name":"An"},null]""");

        Assert.Equal([new RosterMember("29:an", null, "An", null, null)], await _world.Connector.ListRecipients(Chat, "7", CancellationToken.None));
        Assert.Equal(Base + "conversations/a%3A1Xy/activities/7/members", Only.Address);
    }

    [Fact]
    public async Task A_team_and_its_channels_are_told()
    {
        _world.Teams
            .Answers(200, """{"id":"19:doi@thread.tacv2","name":"Chi bộ 1","aadGroupId":"g-1","memberCount":14}""")
            .Answers(200, """{"conversations":[{"id":"19:doi@thread.tacv2","name":null},null,{"name":"x"},{"id":"19:kenh","name":"Sinh hoạt"}]}""");

        Assert.Equal(new TeamDetails("19:doi@thread.tacv2", "Chi bộ 1", "g-1"), await _world.Connector.GetTeam(Channel, "19:doi@thread.tacv2", CancellationToken.None));
        Assert.Equal(
            [new ChannelDetails("19:doi@thread.tacv2", null), new ChannelDetails("19:kenh", "Sinh hoạt")],
            await _world.Connector.ListChannels(Channel, "19:doi@thread.tacv2", CancellationToken.None));
        Assert.Equal([Base + "teams/19%3Adoi%40thread.tacv2", Base + "teams/19%3Adoi%40thread.tacv2/conversations"], _world.Teams.Calls.Select(call => call.Address));
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("https://smba.trafficmanager.net.evil.example/")]
    [InlineData("https://a.smba.trafficmanager.net/")]
    [InlineData("https://evilteams.microsoft.com/")]
    [InlineData("https://smba.trafficmanager.net@evil.example/")]
    [InlineData("http://smba.trafficmanager.net/")]
    [InlineData("http://localhost:3978/")]
    public async Task Nothing_goes_to_another_host_least_of_all_the_token(string serviceUrl)
    {
        var fault = await _world.Fails(_world.Connector.Send(Chat with { ServiceUrl = new(serviceUrl) }, new Outgoing.Words("Chào."), CancellationToken.None));

        Assert.Equal("HostNotAllowed", fault.Code);
        Assert.Empty(_world.Teams.Calls);
        Assert.Equal(0, _world.Tokens);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n\t")]
    public async Task Empty_words_are_not_sent(string text)
    {
        var fault = await _world.Fails(_world.Connector.Send(Chat, new Outgoing.Words(text), CancellationToken.None));

        Assert.Equal((Delivery.Refused, "TextIsEmpty"), (fault.Delivery, fault.Code));
        Assert.Empty(_world.Teams.Calls);
    }

    [Theory]
    [InlineData(51_200 - 28, true)]
    [InlineData(51_200 - 27, false)]
    public async Task A_message_is_measured_as_Teams_measures_it(int letters, bool fits)
    {
        // Each of these letters is three bytes as UTF-8 but two as UTF-16; around them stand 28 letters of JSON.
        var sending = _world.Connector.Send(Chat, new Outgoing.Words(new string('ế', letters)), CancellationToken.None);

        if (fits)
        {
            Assert.Equal("1", await sending);
            return;
        }

        var fault = await _world.Fails(sending);
        Assert.Equal((Delivery.Refused, "MessageSizeTooBig"), (fault.Delivery, fault.Code));
        Assert.Contains("100 KB", fault.InnerException!.Message, StringComparison.Ordinal);
        Assert.Empty(_world.Teams.Calls);
    }

    [Fact]
    public async Task A_large_message_leaves_nothing_behind_in_the_next()
    {
        await _world.Say(new string('a', 40_000));
        await _world.Say("b");

        Assert.Equal("""{"type":"message","text":"b"}""", _world.Teams.Calls[1].Body);
    }

    private async Task<List<RosterMember>> List()
    {
        var members = new List<RosterMember>();
        await foreach (var member in _world.Connector.ListMembers(Channel with { ThreadRoot = "3" }, CancellationToken.None))
        {
            members.Add(member);
        }

        return members;
    }
}

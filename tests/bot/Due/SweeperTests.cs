using ChiBoBot.Due;
using ChiBoBot.Storage;
using ChiBoBot.Teams;

namespace ChiBoBot.Tests.Due;

/// <summary>What is planned happens once, in time, whatever happens to the bot meanwhile.</summary>
public class SweeperTests
{
    private readonly DueWorld _world = new();

    [Fact]
    public async Task A_thing_is_posted_when_its_time_has_come_and_only_once()
    {
        var bot = _world.Bot();
        await _world.Plan("họp", _world.Now.AddHours(1));

        await bot.Pass(default);
        Assert.Empty(_world.Texts);

        _world.Clock.Advance(TimeSpan.FromHours(1));
        await bot.Pass(default);
        await bot.Pass(default);
        await _world.Bot().Pass(default);

        Assert.Equal(["họp"], _world.Texts);
        Assert.Equal(("1", "19:group", DueState.Sent), ((await _world.Find("họp"))!.MessageId, (await _world.Find("họp"))!.PostedIn, await _world.StateOf("họp")));
        Assert.Equal(0, await _world.Entries());
    }

    [Fact]
    public async Task What_was_planned_and_never_committed_does_not_happen()
    {
        await _world.Schedule.Plan(DueWorld.Cell, "test", "họp", _world.Now, default);
        var bot = _world.Bot();

        await bot.Pass(default);
        Assert.Equal(1, await _world.Entries());

        _world.Clock.Advance(Verdict.Grace);
        await bot.Pass(default);

        Assert.Empty(_world.Texts);
        Assert.Equal(0, await _world.Entries());
    }

    [Fact]
    public async Task A_commit_that_comes_after_the_first_look_is_seen_by_the_next()
    {
        var bot = _world.Bot();
        var change = await _world.Schedule.Plan(DueWorld.Cell, "test", "họp", _world.Now, default);
        Assert.Equal(0, await bot.Pass(default));
        await _world.Tables.Commit(change, default);

        Assert.Equal(1, await bot.Pass(default));

        Assert.Equal(["họp"], _world.Texts);
    }

    [Fact]
    public async Task Planning_twice_changes_nothing_also_after_it_has_happened()
    {
        var at = _world.Now.AddMinutes(5);
        await _world.Plan("họp", at);
        await _world.Plan("họp", at);
        _world.Clock.Advance(TimeSpan.FromMinutes(5));
        await _world.Bot().Pass(default);
        await _world.Plan("họp", at);
        await _world.Bot().Pass(default);

        Assert.Equal(["họp"], _world.Texts);
    }

    [Fact]
    public async Task Planning_for_another_time_moves_the_thing()
    {
        await _world.Plan("họp", _world.Now.AddHours(1));
        await _world.Plan("họp", _world.Now.AddHours(3));

        _world.Clock.Advance(TimeSpan.FromHours(2));
        await _world.Bot().Pass(default);
        Assert.Empty(_world.Texts);

        _world.Clock.Advance(TimeSpan.FromHours(1));
        await _world.Bot().Pass(default);
        Assert.Equal(["họp"], _world.Texts);
        Assert.Equal(0, await _world.Entries());
    }

    [Fact]
    public async Task What_is_withdrawn_does_not_happen()
    {
        await _world.Plan("họp", _world.Now.AddHours(1));
        await _world.Tables.Commit(Schedule.Withdraw(DueWorld.Cell, "test", "họp", _world.Now), default);

        _world.Clock.Advance(TimeSpan.FromHours(2));
        await _world.Bot().Pass(default);

        Assert.Empty(_world.Texts);
        Assert.Equal(0, await _world.Entries());
    }

    [Fact]
    public async Task What_failed_is_tried_again_later_and_later()
    {
        _world.Connector.Failures.Enqueue(new ConnectorException(Delivery.Unavailable, 503, "ServiceUnavailable"));
        _world.Connector.Failures.Enqueue(new ConnectorException(Delivery.Unavailable, 429, "Throttled"));
        var bot = _world.Bot();
        await _world.Plan("họp", _world.Now);

        await bot.Pass(default);
        Assert.Equal(DueState.Waiting, await _world.StateOf("họp"));

        _world.Clock.Advance(TimeSpan.FromMinutes(1));
        await bot.Pass(default);
        _world.Clock.Advance(TimeSpan.FromMinutes(1));
        await bot.Pass(default);
        Assert.Empty(_world.Texts);

        _world.Clock.Advance(TimeSpan.FromMinutes(2));
        await bot.Pass(default);
        Assert.Equal(["họp"], _world.Texts);
    }

    [Fact]
    public async Task What_fails_for_hours_is_given_up_and_says_why()
    {
        for (var i = 0; i < 9; i++)
        {
            _world.Connector.Failures.Enqueue(new ConnectorException(Delivery.Unavailable, 503, "ServiceUnavailable"));
        }

        await _world.Plan("họp", _world.Now);
        for (var hour = 0; hour < 24; hour++)
        {
            await _world.Bot().Pass(default);
            _world.Clock.Advance(TimeSpan.FromHours(1));
        }

        var outcome = (await _world.Find("họp"))!.Outcome!;
        Assert.Equal((DueState.Failed, 9, "ServiceUnavailable"), (outcome.State, outcome.Tries, outcome.Reason));
        Assert.Equal(0, await _world.Entries());
    }

    [Theory]
    [InlineData(Delivery.Blocked, "Blocked")]
    [InlineData(Delivery.NotInstalled, "NotInstalled")]
    [InlineData(Delivery.Gone, "Gone")]
    [InlineData(Delivery.Refused, "Failed")]
    public async Task What_Teams_refuses_for_good_is_not_tried_again(object delivery, string state)
    {
        _world.Connector.Failures.Enqueue(new ConnectorException((Delivery)delivery, 403, "code"));
        await _world.Plan("họp", _world.Now);
        await _world.Bot().Pass(default);
        _world.Clock.Advance(TimeSpan.FromDays(1));
        await _world.Bot().Pass(default);

        Assert.Empty(_world.Texts);
        Assert.Equal(Enum.Parse<DueState>(state), await _world.StateOf("họp"));
    }

    [Fact]
    public async Task What_may_have_arrived_is_posted_one_more_time_and_that_is_noted()
    {
        _world.Connector.Failures.Enqueue(new ConnectorException(Delivery.Unknown, null, "Silence"));
        await _world.Plan("họp", _world.Now);
        await _world.Bot().Pass(default);
        Assert.Equal(DueState.Waiting, await _world.StateOf("họp"));
        for (var i = 0; i < 3; i++)
        {
            _world.Clock.Advance(TimeSpan.FromMinutes(1));
            await _world.Bot().Pass(default);
        }

        Assert.Equal(["họp"], _world.Texts);
        var outcome = (await _world.Find("họp"))!.Outcome!;
        Assert.Equal((DueState.Sent, 1), (outcome.State, outcome.Unsure));
        Assert.Equal(0, await _world.Entries());
    }

    [Fact]
    public async Task What_may_have_arrived_and_was_then_refused_for_sure_is_still_tried_but_posted_one_more_time_only()
    {
        _world.Connector.Failures.Enqueue(new ConnectorException(Delivery.Unknown, null, "Silence"));
        _world.Connector.Failures.Enqueue(new ConnectorException(Delivery.Unavailable, 503, "ServiceUnavailable"));
        _world.Connector.Failures.Enqueue(new ConnectorException(Delivery.Unknown, null, "Silence"));
        await _world.Plan("họp", _world.Now);
        for (var i = 0; i < 10; i++)
        {
            await _world.Bot().Pass(default);
            _world.Clock.Advance(TimeSpan.FromHours(1));
        }

        Assert.Empty(_world.Texts);
        Assert.Empty(_world.Connector.Failures);
        var outcome = (await _world.Find("họp"))!.Outcome!;
        Assert.Equal((DueState.Unknown, 2), (outcome.State, outcome.Unsure));
    }

    [Fact]
    public async Task What_may_have_arrived_twice_is_not_posted_again_unless_somebody_says_so()
    {
        _world.Connector.Failures.Enqueue(new ConnectorException(Delivery.Unknown, null, "Silence"));
        _world.Connector.Failures.Enqueue(new ConnectorException(Delivery.Unknown, null, "Silence"));
        await _world.Plan("họp", _world.Now);
        await _world.Bot().Pass(default);
        _world.Clock.Advance(TimeSpan.FromMinutes(1));
        await _world.Plan("họp", _world.Now);
        await _world.Bot().Pass(default);
        await _world.Plan("họp", _world.Now.AddHours(1));
        _world.Clock.Advance(TimeSpan.FromDays(1));
        await _world.Bot().Pass(default);

        Assert.Empty(_world.Texts);

        await _world.Tables.Commit(await _world.Schedule.Repeat((await _world.Find("họp"))!, "press-1", default), default);
        await _world.Bot().Pass(default);
        await _world.Bot().Pass(default);
        Assert.Equal(["họp"], _world.Texts);
        Assert.Equal((DueState.Sent, 0), ((await _world.Find("họp"))!.Outcome!.State, (await _world.Find("họp"))!.Outcome!.Unsure));
    }

    [Fact]
    public async Task A_thing_that_is_not_ripe_is_asked_for_again()
    {
        var ripe = _world.Now.AddDays(2);
        _world.Kind.Otherwise = (thing, now) => now < ripe ? new DueStep.Again(ripe) : new DueStep.Post(DueWorld.Group, new Outgoing.Words("chín"));
        await _world.Plan("họp", _world.Now);
        for (var i = 0; i < 3; i++)
        {
            await _world.Bot().Pass(default);
            _world.Clock.Advance(TimeSpan.FromDays(1));
        }

        Assert.Equal(["chín"], _world.Texts);
    }

    [Fact]
    public async Task A_thing_may_plan_others_and_is_done_with_them_in_one_commit()
    {
        _world.Kind.Otherwise = (thing, now) => thing.Key == "mọi người"
            ? new DueStep.Done([_world.Schedule.Plan(DueWorld.Cell, "test", "Lan", now, default).Result, _world.Schedule.Plan(DueWorld.Cell, "test", "Minh", now, default).Result])
            : new DueStep.Post(DueWorld.Group, new Outgoing.Words(thing.Key));
        await _world.Plan("mọi người", _world.Now);
        await _world.Bot().Pass(default);
        await _world.Bot().Pass(default);

        Assert.Equal(["Lan", "Minh"], _world.Texts.Order());
        Assert.Equal(DueState.Done, await _world.StateOf("mọi người"));
        Assert.Equal(0, await _world.Entries());
    }

    [Fact]
    public async Task One_things_fault_is_no_others()
    {
        _world.Kind.Otherwise = (thing, _) => thing.Key == "lỗi" ? throw new InvalidOperationException("lỗi") : new DueStep.Post(DueWorld.Group, new Outgoing.Words(thing.Key));
        await _world.Plan("lỗi", _world.Now);
        await _world.Plan("họp", _world.Now);
        await _world.Bot().Pass(default);

        Assert.Equal(["họp"], _world.Texts);
        Assert.Equal(DueState.Waiting, await _world.StateOf("lỗi"));
    }

    [Fact]
    public async Task Many_changes_of_a_card_within_moments_renew_it_once_and_the_last_one_shows()
    {
        var bot = _world.Bot();
        await _world.Plan("điểm danh", _world.Now);
        await bot.Pass(default);

        for (var i = 1; i <= 14; i++)
        {
            _world.Kind.Text = $": {i}/14";
            await _world.Refresh("điểm danh", "press-" + i);
        }

        var updates = _world.Connector.Updates;
        await bot.Pass(default);
        Assert.Equal(updates, _world.Connector.Updates);

        _world.Clock.Advance(TimeSpan.FromSeconds(3));
        await bot.Pass(default);
        await bot.Pass(default);

        Assert.Equal(updates + 1, _world.Connector.Updates);
        Assert.Equal(["điểm danh: 14/14"], _world.Texts);
    }

    [Fact]
    public async Task A_card_that_somebody_deleted_is_posted_anew_when_it_next_changes()
    {
        await _world.Plan("điểm danh", _world.Now);
        await _world.Bot().Pass(default);
        await _world.Connector.Delete(DueWorld.Group, "1", default);

        await _world.Refresh("điểm danh", "press-1");
        _world.Clock.Advance(TimeSpan.FromSeconds(3));
        await _world.Bot().Pass(default);
        Assert.Empty(_world.Texts);

        await _world.Refresh("điểm danh", "press-2");
        _world.Clock.Advance(TimeSpan.FromSeconds(3));
        await _world.Bot().Pass(default);
        Assert.Equal(["điểm danh"], _world.Texts);
    }

    [Fact]
    public async Task Several_bots_at_once_post_each_thing_once()
    {
        for (var i = 0; i < 50; i++)
        {
            await _world.Plan("việc " + i, _world.Now);
        }

        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => _world.Bot().Pass(default))));
        _world.Clock.Advance(TimeSpan.FromSeconds(5));
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => _world.Bot().Pass(default))));

        Assert.Equal(50, _world.Texts.Distinct().Count());
        Assert.Equal(50, _world.Texts.Count());
    }

    [Fact]
    public async Task A_bot_that_was_down_for_days_finds_everything_and_then_begins_at_now()
    {
        await _world.Plan("họp", _world.Now.AddHours(1));
        _world.Clock.Advance(TimeSpan.FromDays(3));
        await _world.Bot().Pass(default);
        await _world.Bot().Pass(default);

        Assert.Equal(["họp"], _world.Texts);
        var mark = await _world.Tables.Find<DueMark>(DueMark.Key, DueMark.Key, default);
        Assert.InRange(mark!.Row.Hour, _world.Now.AddHours(-3), _world.Now.AddHours(-2));
    }

    [Fact]
    public async Task Whichever_write_the_bot_dies_at_it_is_posted_and_twice_only_where_it_died_after_posting_and_that_is_noted()
    {
        var deaths = 0;
        for (var write = 1; ; write++)
        {
            var died = false;
            foreach (var after in (bool[])[false, true])
            {
                var world = new DueWorld();
                await world.Plan("họp", world.Now);
                world.Tables.CrashAt(write, after);
                await Die(world);
                died |= world.Tables.Crashed;
                world.Tables.BeBornAnew();
                for (var i = 0; i < 5; i++)
                {
                    world.Clock.Advance(TimeSpan.FromMinutes(5));
                    await world.Bot().Pass(default);
                }

                // The mark is the first write, the outcome the second: only between these it can't be known.
                var outcome = (await world.Find("họp"))!.Outcome!;
                var expected = (write, after) switch
                {
                    (1, true) => (DueState.Sent, 1, Posts: 1),
                    (2, false) => (DueState.Sent, 1, Posts: 2),
                    _ => (DueState.Sent, 0, Posts: 1),
                };
                Assert.Equal(expected, (outcome.State, outcome.Unsure, world.Texts.Count()));
                Assert.Equal(0, await world.Entries());
            }

            if (!died)
            {
                break;
            }

            deaths++;
        }

        Assert.Equal(3, deaths);
    }

    [Fact]
    public async Task While_a_bot_is_posting_no_other_one_does_and_when_two_are_gone_over_it_the_report_says_that_nobody_knows()
    {
        await _world.Plan("họp", _world.Now);
        _world.Tables.CrashAt(2, after: false);
        await Die(_world);
        _world.Tables.BeBornAnew();

        _world.Clock.Advance(TimeSpan.FromMinutes(2));
        await _world.Bot().Pass(default);
        Assert.Equal(DueState.Posting, await _world.StateOf("họp"));
        Assert.Equal(["họp"], _world.Texts);

        _world.Clock.Advance(TimeSpan.FromMinutes(1));
        _world.Tables.CrashAt(2, after: false);
        await Die(_world);
        _world.Tables.BeBornAnew();
        Assert.Equal(["họp", "họp"], _world.Texts);

        for (var i = 0; i < 5; i++)
        {
            _world.Clock.Advance(TimeSpan.FromMinutes(3));
            await _world.Bot().Pass(default);
        }

        Assert.Equal(DueState.Unknown, await _world.StateOf("họp"));
        Assert.Equal(["họp", "họp"], _world.Texts);
        Assert.Equal(0, await _world.Entries());
    }

    [Fact]
    public async Task Who_comes_back_late_with_Teams_answer_makes_it_known()
    {
        // The first sender's answer takes longer than its lease; another has sent it again meanwhile, and dies.
        var answer = new TaskCompletionSource();
        var slow = new FakeConnector { Answer = answer.Task };
        await _world.Plan("họp", _world.Now);
        var first = _world.Bot(slow).Pass(default);
        await Until(() => slow.Posts.Count == 1);
        _world.Clock.Advance(TimeSpan.FromMinutes(4));
        _world.Connector.Failures.Enqueue(new ConnectorException(Delivery.Unknown, null, "Silence"));
        await _world.Bot().Pass(default);
        Assert.Equal((DueState.Unknown, 2), ((await _world.Find("họp"))!.Outcome!.State, (await _world.Find("họp"))!.Outcome!.Unsure));

        answer.SetResult();
        await first;

        var outcome = (await _world.Find("họp"))!.Outcome!;
        Assert.Equal((DueState.Sent, 1, "1"), (outcome.State, outcome.Unsure, outcome.MessageId));
        Assert.Equal(0, await _world.Entries());
    }

    [Fact]
    public async Task While_a_bot_waits_for_its_turn_after_a_refusal_that_is_answered_at_once_no_other_one_posts()
    {
        await _world.Plan("họp", _world.Now);
        _world.Connector.Attempt = async attempts =>
        {
            await attempts.Begins(default);

            // A new token is fetched and Teams' pace waited for; then the request itself takes a while.
            _world.Clock.Advance(TimeSpan.FromMinutes(2));
            await attempts.Begins(default);
            _world.Clock.Advance(TimeSpan.FromMinutes(2));
            await _world.Bot(new FakeConnector()).Pass(default);
        };

        await _world.Bot().Pass(default);

        var outcome = (await _world.Find("họp"))!.Outcome!;
        Assert.Equal((DueState.Sent, 0), (outcome.State, outcome.Unsure));
        Assert.Equal(["họp"], _world.Texts);
    }

    [Fact]
    public async Task A_bot_that_dies_before_the_request_leaves_nothing_to_report()
    {
        // It waits for its turn at Teams when it is killed: the next one posts at once.
        await _world.Plan("họp", _world.Now);
        _ = _world.Bot(new FakeConnector { Attempt = _ => new TaskCompletionSource().Task }).Pass(default);
        await _world.Bot().Pass(default);

        var outcome = (await _world.Find("họp"))!.Outcome!;
        Assert.Equal((DueState.Sent, 0), (outcome.State, outcome.Unsure));
        Assert.Equal(["họp"], _world.Texts);
    }

    [Fact]
    public async Task A_bot_that_dies_while_it_waits_after_a_refusal_leaves_nothing_to_report()
    {
        await _world.Plan("họp", _world.Now);
        var isWaiting = false;
        _ = _world.Bot(new FakeConnector { Attempt = RefusedAndWaiting }).Pass(default);
        await Until(() => isWaiting);
        await _world.Bot().Pass(default);
        Assert.Empty(_world.Texts);

        _world.Clock.Advance(TimeSpan.FromMinutes(2));
        await _world.Bot().Pass(default);

        var outcome = (await _world.Find("họp"))!.Outcome!;
        Assert.Equal((DueState.Sent, 0), (outcome.State, outcome.Unsure));
        Assert.Equal(["họp"], _world.Texts);

        async Task RefusedAndWaiting(IAttempts attempts)
        {
            await attempts.Begins(default);
            await attempts.Waits(default);
            Volatile.Write(ref isWaiting, true);
            await new TaskCompletionSource().Task;
        }
    }

    [Fact]
    public async Task The_running_bot_posts_within_moments_of_the_commit()
    {
        var fresh = new FreshEntries(_world.Clock);
        var schedule = new Schedule(_world.Tables, fresh, _world.Clock);
        var change = await schedule.Plan(DueWorld.Cell, "test", "họp", _world.Now, default);
        var next = fresh.Next(default);
        Assert.False(next.IsCompleted);

        await _world.Tables.Commit(change, default);
        _world.Clock.Advance(TimeSpan.FromMilliseconds(25));

        Assert.Equal("họp", (await next).Entry.Key);
    }

    private static async Task Until(Func<bool> happened)
    {
        while (!happened())
        {
            await Task.Yield();
        }
    }

    private static async Task Die(DueWorld world)
    {
        try
        {
            await world.Bot().Pass(default);
        }
        catch (InvalidOperationException) when (world.Tables.Crashed)
        {
            // As it was told to.
        }
    }
}

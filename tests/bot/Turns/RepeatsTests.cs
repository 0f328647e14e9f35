using ChiBoBot.Cards;
using ChiBoBot.Teams;
using ChiBoBot.Turns;

namespace ChiBoBot.Tests.Turns;

public class RepeatsTests
{
    private readonly Repeats _repeats = new(new FakeClock());

    [Fact]
    public async Task A_repeat_waits_for_the_first_answer_and_runs_nothing()
    {
        var runs = 0;
        var answer = new TaskCompletionSource<Answer>();
        Task<Answer> Run()
        {
            runs++;
            return answer.Task;
        }

        var first = _repeats.Once(Message("1"), Run);
        var second = _repeats.Once(Message("1"), Run);
        answer.SetResult(new Answer.Notice("đã ghi"));

        Assert.Equal(new Answer.Notice("đã ghi"), await first);
        Assert.Equal(new Answer.Notice("đã ghi"), await second);
        Assert.Equal(1, runs);
    }

    [Fact]
    public async Task A_card_is_kept_for_repeats_as_the_bytes_that_went_out()
    {
        var first = await _repeats.Once(Message("1"), () => Task.FromResult<Answer>(new Answer.Card(new([new TextBlock("đã ghi")]))));
        var second = await _repeats.Once(Message("1"), () => throw new InvalidOperationException("A repeat was carried out."));

        Assert.Equal(Assert.IsType<Answer.Card>(first).Json(), Assert.IsType<Answer.WrittenCard>(second).Json);
    }

    [Fact]
    public async Task The_same_id_in_another_conversation_is_no_repeat()
    {
        var runs = 0;
        Task<Answer> Run()
        {
            runs++;
            return Task.FromResult<Answer>(new Answer.Accepted());
        }

        await _repeats.Once(Message("1", "a:1"), Run);
        await _repeats.Once(Message("1", "a:2"), Run);

        Assert.Equal(2, runs);
    }

    [Fact]
    public async Task An_edit_of_a_message_is_no_repeat_of_it()
    {
        var runs = 0;
        Task<Answer> Run()
        {
            runs++;
            return Task.FromResult<Answer>(new Answer.Accepted());
        }

        await _repeats.Once(Message("1"), Run);
        await _repeats.Once(new Inbound.Edited(Message("1").Envelope), Run);

        Assert.Equal(2, runs);
    }

    private static Inbound.Message Message(string id, string conversation = "a:1") => new(
        new Envelope(
            id,
            new Sender("29:1", null, null),
            new Conversation(conversation, Place.Personal, "t", new Uri("https://smba.trafficmanager.net/teams/"), "28:bot")),
        "chào");
}

namespace ChiBoBot.Turns;

/// <summary>Answers one kind of question or press.</summary>
internal interface IHandle<in TAsked>
{
    Task<Reply> Handle(TAsked asked, Turn turn, CancellationToken cancel);
}

namespace ChiBoBot.Teams;

/// <summary>What lies behind the door: takes what arrived and says what the HTTP response answers.</summary>
internal interface IReceiver
{
    Task<Answer> Receive(Inbound inbound, CancellationToken cancel);
}

namespace ChiBoBot.Storage;

/// <summary>Nothing can be stored or found under such a key. Whoever makes a key of what came from outside has met something that names nothing.</summary>
internal sealed class KeyException(string message) : ArgumentException(message);

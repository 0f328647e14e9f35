namespace ChiBoBot.Storage;

/// <summary>The store can't be worked with as it is set up. The message is for the operator and says what to do.</summary>
internal sealed class StorageUnusableException(string message, Exception? inner = null) : Exception(message, inner);

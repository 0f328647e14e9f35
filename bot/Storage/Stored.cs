using Azure;

namespace ChiBoBot.Storage;

/// <summary>A row as it was read, with the tag that a later change of it must name.</summary>
internal sealed record Stored<T>(T Row, ETag ETag);

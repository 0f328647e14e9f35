namespace ChiBoBot.Understanding;

/// <summary>One thing that was asked: what, and with which particulars.</summary>
internal sealed record Request(Intent Intent, Slots Slots);

namespace ChiBoBot.Understanding.Dates;

/// <summary>A particular that the words themselves carry: which slot, which value, from one token up to another.</summary>
internal readonly record struct Finding(string Slot, object Value, int From, int To);

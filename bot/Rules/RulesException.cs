namespace ChiBoBot.Rules;

/// <summary>A rule pack or an override that can't be used, with a sentence for the operator.</summary>
internal sealed class RulesException(string message, Exception? inner = null) : Exception(message, inner);

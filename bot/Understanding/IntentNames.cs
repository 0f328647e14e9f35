namespace ChiBoBot.Understanding;

/// <summary>The names of intents as files and cards write them: <c>target_status</c>.</summary>
internal static class IntentNames
{
    private static readonly string[] Names = [.. Enum.GetValues<Intent>().Select(Snake)];

    public static string Name(this Intent intent) => Names[(int)intent];

    public static Intent? Parse(string name) => Array.IndexOf(Names, name) is >= 0 and var index ? (Intent)index : null;

    private static string Snake(Intent intent) =>
        string.Concat(intent.ToString().Select((letter, i) =>
            char.IsUpper(letter) && i > 0 ? $"_{char.ToLowerInvariant(letter)}" : $"{char.ToLowerInvariant(letter)}"));
}

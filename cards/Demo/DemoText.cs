namespace ChiBoBot.Cards;

/// <summary>What the demo's conversations are called.</summary>
public static class DemoText
{
    public const string Group = "Nhóm chi bộ";
    public const string Team = "Chi bộ";
    public const string Channel = "Sinh hoạt chi bộ";
}

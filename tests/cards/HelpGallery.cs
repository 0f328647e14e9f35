namespace ChiBoBot.Cards.Tests;

public static partial class Gallery
{
    private static (string Name, AdaptiveCard Card)[] Help() =>
    [
        ("help", HelpCards.Help()),
        ("help-not-understood", HelpCards.NotUnderstood()),
        ("help-welcome", HelpCards.Welcome()),
        ("help-which-one", HelpCards.WhichOne("chi tieu", [("Tổng quan chỉ tiêu", "target_overview"), ("Chỉ tiêu theo kết quả", "target_status")])),
    ];
}

namespace ChiBoBot.Cards;

/// <summary>What the bot says on birthdays.</summary>
public static class BirthdayText
{
    public const string Title = "Chúc mừng sinh nhật";
    public const string OptOutHint = "Không muốn được chúc trong nhóm? Viết riêng cho tôi: không chúc mừng sinh nhật.";
    public const string CellHas = "Chi bộ đang bật: tôi chúc mừng trong nhóm, không nói tuổi.";
    public const string CellHasNot = "Chi bộ chưa bật: tôi không chúc mừng ai.";
    public const string OwnIsOn = "Khi chi bộ bật, tôi chúc mừng cả đồng chí.";
    public const string OwnIsOff = "Tôi không chúc mừng đồng chí.";
    public const string OwnOff = "Không chúc mừng tôi";
    public const string OwnOn = "Chúc mừng tôi lại";

    public static string Wish(IReadOnlyList<string> names, DateOnly day, bool isToday) =>
        $"Chi bộ chúc mừng sinh nhật {string.Join(", ", names.Select(name => $"đồng chí {name}"))}{(isToday ? "" : $" (ngày {day.Day}/{day.Month})")}. Chúc đồng chí mạnh khỏe, hạnh phúc, hoàn thành tốt nhiệm vụ.";
}

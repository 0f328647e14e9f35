using System.Globalization;

namespace ChiBoBot.Cards;

/// <summary>How a sentence was read, told to somebody who does not program.</summary>
public static class ReadingText
{
    public static string Cut(int length, int read) => string.Create(CultureInfo.InvariantCulture, $"Tin nhắn dài {length} ký tự, chỉ đọc {read} ký tự đầu.");

    public static string ReadAs(string text) => $"Câu được đọc là: “{text}”.";

    public static string Mended(string typed, string meant) => $"“{typed}” đọc là “{meant}”.";

    public static string Named(string typed, string member) => $"“{typed}” là đồng chí {member}.";

    public static string NamedSeveral(string typed, IEnumerable<string> members) => $"“{typed}” có thể là {string.Join(" hoặc ", members)}: cần hỏi lại.";

    public static string Says(string typed, string particular) => $"“{typed}” cho biết {particular}.";

    public static string OnlyTells(string typed, string particular) => $"“{typed}” ({particular}) chỉ là lời kể, không tính vào câu hỏi.";

    public static string Harmful(string kind) => $"Trong câu có đoạn mã có thể gây hại ({kind}), nên không làm theo đoạn đó.";

    public static string Leans(string title) => $"Câu ngắn, nên dựa vào câu hỏi trước (“{title}”) để hiểu phần còn thiếu.";

    public static string Understood(string title, IReadOnlyList<string> particulars) =>
        particulars.Count == 0 ? $"Hiểu là “{title}”." : $"Hiểu là “{title}”, với {string.Join("; ", particulars)}.";

    public static string AlsoUnderstood(string title, IReadOnlyList<string> particulars) =>
        particulars.Count == 0 ? $"Trong câu còn một việc nữa: “{title}”." : $"Trong câu còn một việc nữa: “{title}”, với {string.Join("; ", particulars)}.";

    public static string Because(IEnumerable<string> words) => $"Những chữ nói lên điều đó nhiều nhất: {string.Join(", ", words.Select(w => $"“{w}”"))}.";

    public static string Sure(double confidence) => $"Chắc {Percent(confidence)}, đủ để trả lời.";

    public static string Unsure(double confidence, IEnumerable<string> titles) =>
        $"Chỉ chắc {Percent(confidence)}, chưa đủ để trả lời, nên đưa ra để chọn: {string.Join(", ", titles.Select(t => $"“{t}”"))}.";

    private static string Percent(double share) => (share * 100).ToString("0.#", CultureInfo.InvariantCulture).Replace('.', ',') + "%";
}

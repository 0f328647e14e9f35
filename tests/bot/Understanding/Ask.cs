using System.Runtime.CompilerServices;
using ChiBoBot.Understanding;
using ChiBoBot.Understanding.Particulars;

namespace ChiBoBot.Tests.Understanding;

/// <summary>Asks the reader as the tests need it: an invented cell, a fixed day, and the answer as one line.</summary>
internal static class Ask
{
    public static readonly DateOnly Today = new(2026, 9, 15);

    public static readonly string[] Cell =
    [
        "Lê Quang Thắng", "Vũ Thị Mai", "Phan Hải Nam", "Ngô Thị Thu", "Bùi Anh Tuấn", "Đỗ Thị Kim Chi", "Nguyễn Văn Sơn", "Trần Đình Sơn", "Hoàng Minh Khôi",
    ];

    public static Reader Reader { get; } = new(Knowledge.Load());

    public static Reading Read(string text, string? previous = null) =>
        Reader.Read(text, new(Today, Cell, previous is null ? null : Read(previous).Requests[0]));

    /// <summary><c>event_list period=tomorrow</c>.</summary>
    public static string Line(string text, string? previous = null) => Line(Read(text, previous).Requests[0]);

    public static string Line(Request request) =>
        string.Join(' ', request.Slots.OrderBy(s => s.Key, StringComparer.Ordinal).Select(s => $"{s.Key}={Values.Write(s.Value).TrimStart('#')}").Prepend(IntentNames.NameOf(request.Intent)));

    public static string? Slot(string text, string slot, string? previous = null) =>
        Read(text, previous).Requests[0].Slots.Where(s => s.Key == slot).Select(s => Values.Write(s.Value).TrimStart('#')).SingleOrDefault();

    /// <summary>A file beside the tests' sources.</summary>
    public static string FileBeside(string name, [CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, name);
}

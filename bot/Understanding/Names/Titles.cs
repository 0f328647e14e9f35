namespace ChiBoBot.Understanding.Names;

/// <summary>The words that people put before a name.</summary>
internal static class Titles
{
    /// <summary>Words that are titles only when their marks say so: “dì” but not “đi”, “cô” but not “có”.</summary>
    public static bool IsWeak(string bare) => bare is "di" or "o" or "co" or "ban" or "cau" or "mo" or "me" or "thang" or "ten" or "cu" or "em" or "ba";

    public static bool IsTitle(string bare) => bare is
        "anh" or "chi" or "em" or "co" or "chu" or "bac" or "ong" or "ba" or "thay" or "o" or "cau" or "mo" or "di" or "thim" or "cu" or "sep" or "ten" or "thang" or "ban" or "me";
}

namespace ChiBoBot.Understanding.Names;

/// <summary>The words that people put before a name.</summary>
internal static class Titles
{
    public static bool IsTitle(string bare) => bare is
        "anh" or "chi" or "em" or "co" or "chu" or "bac" or "ong" or "ba" or "thay" or "o" or "cau" or "mo" or "di" or "thim" or "cu" or "sep" or "ten" or "thang" or "ban" or "me";
}

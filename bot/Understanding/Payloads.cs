using System.Buffers;
using System.Net;

namespace ChiBoBot.Understanding;

/// <summary>Finds text that is no talk but an attack's payload: markup, SQL, template expressions, paths.</summary>
internal static class Payloads
{
    private const int MostRead = Sentences.Cleaner.MostRead;

    private static readonly SearchValues<char> Suspicious = SearchValues.Create("<{$'\";%&\\/.=#");

    /// <summary>The kind of payload in the text; null for ordinary talk.</summary>
    public static string? Find(ReadOnlySpan<char> text)
    {
        text = text[..Math.Min(text.Length, MostRead)];
        if (!text.ContainsAny(Suspicious))
        {
            return null;
        }

        if (text.Contains('&'))
        {
            text = WebUtility.HtmlDecode(new string(text));
        }

        foreach (var (kind, signs) in Known.Kinds)
        {
            if (text.ContainsAny(signs))
            {
                return kind;
            }
        }

        return null;
    }

    /// <summary>What is left of the text when what belongs to the payload is taken out: perhaps a question.</summary>
    public static string Without(string text)
    {
        text = WebUtility.HtmlDecode(text[..Math.Min(text.Length, MostRead)]);
        var signs = new Signs(text);
        var kept = new char[text.Length];
        var length = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var end = text[i] switch
            {
                '<' => text.AsSpan(i).StartsWith("<script", StringComparison.OrdinalIgnoreCase) && signs.After(i, "</script>") is > 0 and var script ? script : signs.After(i, ">"),
                '{' => signs.After(i, "}}") is > 0 and var braces ? braces : signs.After(i, "}"),
                '$' or '#' when i + 1 < text.Length && text[i + 1] == '{' => signs.After(i, "}"),
                '\'' or '"' or ';' when signs.HasSql(i) => EndOfSql(text, i),
                _ => 0,
            };
            if (end > 0)
            {
                i = end - 1;
                kept[length++] = ' ';
            }
            else
            {
                kept[length++] = text[i];
            }
        }

        return new string(kept, 0, length).Trim();
    }

    /// <summary>What follows a comment sign may be talk again.</summary>
    private static int EndOfSql(string text, int from) =>
        text.IndexOf("-- ", from, StringComparison.Ordinal) is >= 0 and var comment && !IsSql(text.AsSpan(comment + 3)) ? comment + 3 : text.Length;

    private static bool IsSql(ReadOnlySpan<char> rest) => rest.ContainsAny(Known.Kinds[3].Signs);

    /// <summary>Made when the first text looks suspicious: ordinary talk never needs it, and a start doesn't wait for it.</summary>
    private static class Known
    {
        public static readonly (string Kind, SearchValues<string> Signs)[] Kinds =
        [
            ("template_injection", SearchValues.Create(["{{", "${", "<%", "#{", "{%"], StringComparison.Ordinal)),
            ("path_traversal", SearchValues.Create(["../", "..\\", "/etc/", "file://", "c:\\", "%2e%2e", "/proc/self", "\\windows\\", "..%2f", "..;/"], StringComparison.OrdinalIgnoreCase)),
            ("html_script", SearchValues.Create(["<script", "</script", "<img", "<iframe", "<svg", "<object", "<embed", "<body", "<style", "<form", "<input", "<video", "<marquee", "<meta", "<link", "<base", "<button", "<a href", "onerror=", "onload=", "onmouseover=", "onclick=", "onfocus=", "ontoggle=", "javascript:", "alert(", "document.cookie"], StringComparison.OrdinalIgnoreCase)),
            ("sql_injection", SearchValues.Create(["' or ", "\" or ", "'or'", "or 1=1", "or '1'='1", "union select", "union all select", "drop table", "drop database", "delete from", "insert into", "update users set", "truncate table", "alter table", "; drop", ";drop", "; delete", "'; ", "';--", "' --", "'--", "--;", "xp_cmdshell", "exec(", "select * from", "select password", "sleep(", "waitfor delay", "information_schema", "1=1", "pg_sleep", "' and "], StringComparison.OrdinalIgnoreCase)),
        ];
    }

    /// <summary>Looks for signs further on in a text; what was not found once is not looked for again, or a text of nothing but braces would take for ever.</summary>
    private sealed class Signs(string text)
    {
        private readonly List<string> _missing = [];
        private bool _hasNoSql;

        /// <summary>Where the next such sign ends; 0 where there is none.</summary>
        public int After(int from, string sign)
        {
            if (_missing.Contains(sign))
            {
                return 0;
            }

            var at = text.IndexOf(sign, from, StringComparison.OrdinalIgnoreCase);
            if (at < 0)
            {
                _missing.Add(sign);
            }

            return at < 0 ? 0 : at + sign.Length;
        }

        public bool HasSql(int from)
        {
            _hasNoSql = _hasNoSql || !IsSql(text.AsSpan(from));
            return !_hasNoSql;
        }
    }
}

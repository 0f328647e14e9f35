using System.Text;
using ChiBoBot.Understanding.Sentences;

namespace ChiBoBot.Understanding.Learning;

/// <summary>Types a corpus sentence again as other people would: without marks, with the keyboard off, with slips, in short.</summary>
internal sealed class Augmenter(Abbreviations abbreviations, params IReadOnlyList<string> stories)
{
    private const int LongestToldBefore = 80;

    private static readonly string[] Openings =
        ["em ơi ", "cho tôi hỏi ", "cho mình hỏi chút ", "anh ơi cho em hỏi ", "dạ ", "alo ", "à này ", "này em ", "bạn ơi ", "xin hỏi ", "làm ơn ", "ad ơi ", "bot ơi ", "trợ lý ơi ", "ê ", "ủa "];

    private static readonly string[] Closings =
        [" nhé", " ạ", " với", " vậy", " em nhỉ", " nha", " đi", " giúp mình", " hộ tôi", " nhỉ", " thế", " vậy em", " nghen", " rứa", " hè", " ad ơi", "??", " ạ?", " plz"];

    private static readonly (string From, string To)[] Sounds =
        [("tr", "ch"), ("ch", "tr"), ("s", "x"), ("x", "s"), ("l", "n"), ("n", "l"), ("d", "gi"), ("gi", "d"), ("r", "d"), ("gi", "r")];

    private readonly (string Meant, string Typed)[] _short =
        [.. abbreviations.All.Where(a => a.Meant.Length > a.Typed.Length).Select(a => (a.Meant, a.Typed)).OrderByDescending(a => a.Meant.Length).ThenBy(a => a.Typed, StringComparer.Ordinal)];

    public IEnumerable<string> Variants(string text, Lottery lottery)
    {
        var marked = text.Any(Letters.IsMarked);
        if (marked)
        {
            yield return Bare(text);
            if (lottery.Hits(40))
            {
                yield return EachWord(text, lottery, 90, Telex);
            }

            if (lottery.Hits(50))
            {
                yield return Shorten(text, lottery);
            }

            if (lottery.Hits(40))
            {
                yield return Bare(EachWord(text, lottery, 15, Slip));
            }
        }

        if (lottery.Hits(60))
        {
            yield return EachWord(text, lottery, 20, Slip);
        }

        if (lottery.Hits(40))
        {
            yield return Wrap(text, lottery);
        }

        if (lottery.Hits(30))
        {
            yield return Bare(Wrap(text, lottery));
        }

        if (lottery.Hits(40))
        {
            yield return EachWord(text, lottery, 15, (_, _) => "");
        }

        if (stories.Count > 0 && text.Length is > 0 and < LongestToldBefore && lottery.Hits(30))
        {
            yield return Tell(text, marked, lottery);
        }
    }

    private string Tell(string text, bool isMarked, Lottery lottery)
    {
        var story = stories[lottery.Next(stories.Count)];
        return $"{(isMarked ? story : Bare(story))}, {char.ToLowerInvariant(text[0])}{text.AsSpan(1)}";
    }

    private static string Wrap(string text, Lottery lottery)
    {
        var choice = lottery.Next(3);
        var opening = choice == 1 ? "" : Openings[lottery.Next(Openings.Length)];
        var closing = choice == 0 ? "" : Closings[lottery.Next(Closings.Length)];
        return opening + text.TrimEnd('?', '.', '!', ' ') + closing;
    }

    private string Shorten(string text, Lottery lottery)
    {
        foreach (var (meant, typed) in _short)
        {
            var at = text.IndexOf(meant, StringComparison.OrdinalIgnoreCase);
            if (at >= 0 && (at == 0 || !char.IsLetter(text[at - 1])) && (at + meant.Length == text.Length || !char.IsLetter(text[at + meant.Length])) && lottery.Hits(60))
            {
                text = string.Concat(text.AsSpan(0, at), typed, text.AsSpan(at + meant.Length));
            }
        }

        return text;
    }

    private static string Bare(string text) => string.Create(text.Length, text, (bare, source) =>
    {
        for (var i = 0; i < source.Length; i++)
        {
            bare[i] = char.IsUpper(source[i]) ? char.ToUpperInvariant(Letters.PlainOf(source[i])) : Letters.PlainOf(source[i]);
        }
    });

    private static string EachWord(string text, Lottery lottery, int percent, Func<string, Lottery, string> change)
    {
        var words = text.Split(' ');
        for (var i = 0; i < words.Length; i++)
        {
            if (words[i].Length > 1 && words[i].All(char.IsLetter) && lottery.Hits(percent))
            {
                words[i] = change(words[i], lottery);
            }
        }

        return string.Join(' ', words.Where(w => w.Length > 0));
    }

    private static string Telex(string word, Lottery lottery)
    {
        var typed = new StringBuilder();
        var tone = 0;
        foreach (var c in word)
        {
            tone = Letters.ToneOf(c) is > 0 and var found ? found : tone;
            typed.Append(Letters.BaseOf(c) switch
            {
                'ă' => "aw",
                'â' => "aa",
                'ê' => "ee",
                'ô' => "oo",
                'ơ' => "ow",
                'ư' => "uw",
                'đ' => "dd",
                var letter => letter.ToString(),
            });
            if (tone > 0 && lottery.Hits(20))
            {
                typed.Append("?sfrxj"[tone]);
                tone = 0;
            }
        }

        return tone > 0 ? typed.Append("?sfrxj"[tone]).ToString() : typed.ToString();
    }

    private static string Slip(string word, Lottery lottery)
    {
        var at = lottery.Next(word.Length);
        switch (lottery.Next(6))
        {
            case 0:
                return word.Remove(at, 1);
            case 1:
                return word.Insert(at, word[at].ToString());
            case 2 when at + 1 < word.Length:
                return string.Concat(word.AsSpan(0, at), [word[at + 1], word[at]], word.AsSpan(at + 2));
            case 3:
                var tone = 1 + lottery.Next(5);
                return string.Create(word.Length, (word, tone), (typed, state) =>
                {
                    for (var i = 0; i < typed.Length; i++)
                    {
                        var c = state.word[i];
                        typed[i] = Letters.ToneOf(c) > 0 ? Letters.WithTone(Letters.ToLower(c), state.tone) : c;
                    }
                });
            default:
                foreach (var (from, to) in Sounds)
                {
                    if (word.StartsWith(from, StringComparison.Ordinal) && lottery.Hits(50))
                    {
                        return to + word[from.Length..];
                    }
                }

                return word;
        }
    }
}

using ChiBoBot.Understanding.Sentences;

namespace ChiBoBot.Understanding.Names;

/// <summary>Finds the members that a sentence names: “đồng chí Thu Hường”, “anh Thắng”, “chi mai”, but neither “tháng 9” nor “sáng mai”.</summary>
internal static class NameFinder
{
    public static void Find(Sentence sentence, NameIndex names, List<Mention> found)
    {
        found.Clear();
        if (names.Members.Count == 0)
        {
            return;
        }

        var titled = CapitalsMeanNames(sentence);
        for (var i = 0; i < sentence.Count; i++)
        {
            if (sentence[i].Kind != TokenKind.Word || !(sentence[i].Unknown || names.MayHold(sentence[i].BareHash)))
            {
                continue;
            }

            var mention = FindLong(sentence, i, names) ?? FindGiven(sentence, i, names, titled);
            if (mention is not null)
            {
                found.Add(mention);
                for (var at = mention.From; at < mention.To; at++)
                {
                    sentence[at].Person = found.Count;
                }

                i = mention.To - 1;
            }
        }
    }

    /// <summary>Two words or more of a full name that end with its given name.</summary>
    private static Mention? FindLong(Sentence sentence, int from, NameIndex names)
    {
        if (names.WithPart(sentence[from].Bare) is not { } places)
        {
            return null;
        }

        Mention? best = null;
        foreach (var (member, first) in places)
        {
            var words = names.Members[member].Words;
            if (!Fits(sentence[from], words[first]))
            {
                continue;
            }

            var length = 1;
            while (first + length < words.Length && from + length < sentence.Count && Fits(sentence[from + length], words[first + length]))
            {
                length++;
            }

            if (first + length < words.Length)
            {
                // “Nguyễn Quý”: the family name and the given name.
                length = first == 0 && from + 1 < sentence.Count && Fits(sentence[from + 1], words[^1]) && sentence[from + 1].Capital ? 2 : 0;
            }

            if (length >= 2 && Trusted(sentence, from, length))
            {
                best = best is null || length > best.To - best.From
                    ? new(from, from + length, [member])
                    : length == best.To - best.From ? best with { Members = [.. best.Members, member] } : best;
            }
        }

        return best;
    }

    /// <summary>Two short words without marks and capitals (“chi mai”, “thi thu”, “hai nam gan day”) are rather words unless a title stands before them.</summary>
    private static bool Trusted(Sentence sentence, int from, int length) =>
        length > 2 || sentence[from].Capital || sentence[from].Marked || IsTitle(sentence, from - 1)
        || !(Titles.IsTitle(sentence[from].Bare) || Collisions.IsOtherWord(sentence, from + 1, titled: false));

    private static Mention? FindGiven(Sentence sentence, int at, NameIndex names, bool capitalsMeanNames)
    {
        ref var token = ref sentence[at];
        var bare = token.Bare;
        var members = names.WithGiven(bare);
        var titled = IsTitle(sentence, at - 1);
        if (members.Count == 0)
        {
            if (!token.Unknown || !(titled || (token.Capital && at > 0)) || names.FindNearGiven(bare) is not { } near)
            {
                return null;
            }

            members = names.WithGiven(near);
        }
        else if (token.Marked && !IsSpeltSo(members, token.Word!, names))
        {
            return null;
        }
        else if (Collisions.IsOtherWord(sentence, at, titled))
        {
            return null;
        }

        var opening = at == 0 && token.Capital && token.Marked && token.Word!.Key != bare;
        var capital = opening || (token.Capital && at > 0 && capitalsMeanNames && (sentence[at - 1].After < Break.Stop || token.Marked));
        var certain = titled || capital || !Collisions.IsWord(token.Bare);
        if (!certain)
        {
            return null;
        }

        return new(at, at + 1, Narrow(sentence, at, members, names));
    }

    private static bool IsSpeltSo(IReadOnlyList<int> members, Word typed, NameIndex names)
    {
        foreach (var member in members)
        {
            if (names.Members[member].Words[^1].Key == typed.Key)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>“chị Quý” is the one of two whose name only a woman bears.</summary>
    private static int[] Narrow(Sentence sentence, int at, IReadOnlyList<int> members, NameIndex names)
    {
        int[] all = [.. members];
        if (all.Length < 2 || at == 0)
        {
            return all;
        }

        int[] kept = sentence[at - 1].Bare switch
        {
            "chi" when sentence.Bare(at - 2) != "dong" => [.. all.Where(m => names.Members[m].IsWoman)],
            "ba" or "co" or "o" or "di" => [.. all.Where(m => names.Members[m].IsWoman)],
            "anh" or "ong" or "chu" or "cau" => [.. all.Where(m => !names.Members[m].IsWoman)],
            _ => all,
        };
        return kept.Length > 0 ? kept : all;
    }

    /// <summary>Whether the word there is a title and no everyday word: “dì” but not “đi”.</summary>
    public static bool IsTitle(Sentence sentence, int at) =>
        at >= 0 && sentence[at] is { Kind: TokenKind.Word, Person: 0, After: < Break.Stop } token
        && ((Titles.IsTitle(token.Bare) && (!Titles.IsWeak(token.Bare) || MeansTitle(sentence, at))) || (token.Bare == "thu" && sentence.Bare(at - 1) == "bi") || (token.Bare == "ky" && sentence.Bare(at - 1) == "thu"))
        && (token.Bare != "chi" || !token.Marked || token.Word!.Key is "chiJ" or "chiS");

    /// <summary>“cô Hợp”, “dì Tư”: typed with the right mark, or before a capital.</summary>
    private static bool MeansTitle(Sentence sentence, int at) => sentence[at].Marked
        ? sentence[at].Word!.Key is "diF" or "cô" or "câuJ" or "mơJ" or "mêJ" or "thăngF" or "cuJ" or "ba" or "baF" or "banJ" or "tên"
        : sentence[at].Bare is "em" or "o" or "ten" || (at + 1 < sentence.Count && sentence[at + 1].Capital);

    private static bool Fits(in Token token, Word word) =>
        token.Kind == TokenKind.Word && token.Bare == word.Bare.Text && (!token.Marked || token.Word!.Key == word.Key);

    /// <summary>Capitals say something only where not every word has one.</summary>
    private static bool CapitalsMeanNames(Sentence sentence)
    {
        var capitals = 0;
        foreach (ref readonly var token in sentence.Tokens)
        {
            capitals += token.Capital ? 1 : 0;
        }

        return capitals * 10 <= sentence.Count * 6;
    }
}

/// <summary>A member named in a sentence, from one token up to another; several members where the name fits them all.</summary>
internal sealed record Mention(int From, int To, int[] Members)
{
    public bool IsAmbiguous => Members.Length > 1;
}

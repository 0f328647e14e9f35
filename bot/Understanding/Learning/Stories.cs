using ChiBoBot.Understanding.Names;
using ChiBoBot.Understanding.Sentences;

namespace ChiBoBot.Understanding.Learning;

/// <summary>What people tell before they ask, cut from the corpus's own long sentences. Told before other requests too, a story speaks for none of them.</summary>
internal static class Stories
{
    private const int ShortestStory = 4;
    private const int ShortestRequest = 4;

    public static List<string> In(IReadOnlyList<Labelled> corpus, PartsReader reader, NameIndex names)
    {
        var parts = new Parts();
        List<string> stories = [];
        foreach (var line in corpus)
        {
            if (line.Previous is null && line.Also.Count == 0 && line.Request.Intent != Intent.UnsafeInput)
            {
                reader.Read(line.Text, names, parts);
                if (End(parts.Sentence) is > 0 and var end)
                {
                    stories.Add(parts.Sentence.Typed(0, end).ToString());
                }
            }
        }

        return stories;
    }

    /// <summary>Where the last clause begins, if it asks and nothing before it does; 0 otherwise.</summary>
    private static int End(Sentence sentence)
    {
        var from = sentence.Count - ShortestRequest;
        while (from >= ShortestStory && sentence[from - 1].After < Break.Comma)
        {
            from--;
        }

        return from >= ShortestStory && Manner.Asks(sentence, from, sentence.Count) && !Manner.Asks(sentence, 0, from) ? from : 0;
    }
}

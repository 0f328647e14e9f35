using System.Globalization;
using ChiBoBot.Understanding.Learning;
using ChiBoBot.Understanding.Particulars;
using ChiBoBot.Understanding.Sentences;

namespace ChiBoBot.Understanding;

/// <summary>Says in Vietnamese how a sentence was read, for somebody who does not program.</summary>
internal sealed partial class Reader
{
    private const int MostReasons = 6;

    public IReadOnlyList<string> Explain(string text, ReadingContext context)
    {
        var parts = new Parts();
        Knowledge.Parts.Read(text, NamesOf(context), parts);
        var reading = Read(text, context);
        List<string> lines = [];
        if (text.Length > Cleaner.MostRead)
        {
            lines.Add($"Tin nhắn dài {text.Length} ký tự, chỉ đọc {Cleaner.MostRead} ký tự đầu.");
        }

        lines.Add($"Câu được đọc là: “{TextOf(parts.Sentence)}”.");
        foreach (var mended in Mended(parts.Sentence))
        {
            lines.Add(mended);
        }

        foreach (var mention in parts.Mentions)
        {
            var members = string.Join(", ", mention.Members.Select(m => parts.Names.Members[m].Name));
            lines.Add(mention.IsAmbiguous
                ? $"“{parts.Sentence.Typed(mention.From, mention.To)}” có thể là: {members}; cần hỏi lại."
                : $"“{parts.Sentence.Typed(mention.From, mention.To)}” là đồng chí {members}.");
        }

        foreach (var finding in parts.Findings)
        {
            lines.Add($"“{parts.Sentence.Typed(Math.Max(finding.From, 0), finding.To)}” cho biết {finding.Slot} = {Values.Write(finding.Value).TrimStart('#')}.");
        }

        if (parts.Payload is { } payload)
        {
            lines.Add($"Trong câu có đoạn mã có thể gây hại ({payload}), nên không làm theo đoạn đó.");
        }

        var previous = context.Previous is { } before && FollowUp.MayLean(parts.Sentence) ? before : null;
        if (previous is not null)
        {
            lines.Add($"Câu ngắn, nên dựa vào câu hỏi trước ({IntentNames.NameOf(previous.Intent)}) để hiểu phần còn thiếu.");
        }

        foreach (var request in reading.Requests)
        {
            lines.Add($"Hiểu là {IntentNames.NameOf(request.Intent)}{SlotsOf(request)}.");
        }

        AddReasons(parts, reading.Requests[0].Intent, lines);
        lines.Add($"Độ chắc chắn: {(reading.Confidence * 100).ToString("0.#", CultureInfo.InvariantCulture).Replace('.', ',')}%. "
            + (reading.IsSure ? "Đủ chắc để trả lời." : $"Chưa đủ chắc nên đưa ra lựa chọn: {string.Join(", ", reading.Alternatives.Prepend(reading.Requests[0]).Select(a => IntentNames.NameOf(a.Intent)))}."));
        return lines;
    }

    /// <summary>The words that spoke loudest for the intent.</summary>
    private void AddReasons(Parts parts, Intent intent, List<string> lines)
    {
        var sentence = parts.Sentence;
        var reasons = new List<(string Words, int Weight)>();
        for (var i = 0; i < sentence.Count; i++)
        {
            for (var length = 1; length <= 2 && i + length <= sentence.Count; length++)
            {
                var weight = FeatureReader.WordsAt(sentence, i, length) is { } feature ? Knowledge.Intents.WeightOf(feature, (int)intent) : 0;
                if (weight > 0)
                {
                    reasons.Add((TextFinder.Words(sentence, i, i + length), weight));
                }
            }
        }

        var loudest = reasons.OrderByDescending(r => r.Weight).DistinctBy(r => r.Words).Take(MostReasons).Select(r => $"“{r.Words}”").ToList();
        if (loudest.Count > 0)
        {
            lines.Add($"Những chữ nói lên điều đó nhiều nhất: {string.Join(", ", loudest)}.");
        }
    }

    private static string TextOf(Sentence sentence) => TextFinder.Words(sentence, 0, sentence.Count);

    private static List<string> Mended(Sentence sentence)
    {
        List<string> lines = [];
        for (var i = 0; i < sentence.Count; i++)
        {
            if (!sentence[i].Mended)
            {
                continue;
            }

            // All words that one abbreviation stands for share its place in the text.
            var to = i + 1;
            while (to < sentence.Count && sentence[to].Start == sentence[i].Start)
            {
                to++;
            }

            lines.Add($"“{sentence.Typed(i, to)}” đọc là “{TextFinder.Words(sentence, i, to)}”.");
            i = to - 1;
        }

        return lines;
    }

    private static string SlotsOf(Request request) =>
        request.Slots.Count == 0 ? "" : ", với " + string.Join(", ", request.Slots.Select(s => $"{s.Key} = {Values.Write(s.Value).TrimStart('#')}"));
}

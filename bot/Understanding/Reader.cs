using System.Runtime.CompilerServices;
using ChiBoBot.Understanding.Names;
using ChiBoBot.Understanding.Sentences;
using Microsoft.Extensions.ObjectPool;

namespace ChiBoBot.Understanding;

/// <summary>Reads what people type by words, phrases, dates and names, and by what was learned from the corpus. Needs no network and always reads the same text the same way.</summary>
internal sealed class Reader(Knowledge knowledge) : IReader
{
    private const int MostAlternatives = 3;
    private const double WorthOffering = 0.04;

    private readonly ObjectPool<Parts> _parts = new DefaultObjectPool<Parts>(new DefaultPooledObjectPolicy<Parts>());
    private readonly ConditionalWeakTable<IReadOnlyList<string>, NameIndex> _names = [];

    public Knowledge Knowledge { get; } = knowledge;

    public Reading Read(string text, ReadingContext context)
    {
        var parts = _parts.Get();
        try
        {
            Knowledge.Parts.Read(text, NamesOf(context), parts);
            return parts.Payload is { } payload
                ? ReadBesidePayload(text, payload, context)
                : Read(text, parts, context);
        }
        finally
        {
            _parts.Return(parts);
        }
    }

    public NameIndex NamesOf(ReadingContext context) =>
        context.Names.Count == 0 ? NameIndex.Empty : _names.GetValue(context.Names, static list => new NameIndex(list));

    private Reading Read(string text, Parts parts, ReadingContext context)
    {
        if (parts.Sentence.Count == 0)
        {
            return new([new(Intent.OutOfScope, Slots.Of("kind", "noise"))], 1, []) { IsSure = true };
        }

        Span<double> likelihoods = stackalloc double[IntentNames.Count];
        var previous = context.Previous is { } before && FollowUp.MayLean(parts.Sentence) ? before : null;
        if (previous is not null && IntentNames.IsCommand(previous.Intent) && Manner.OnlyStops(parts.Sentence))
        {
            return new([new(Intent.CancelCommand, Slots.Of("command", IntentNames.NameOf(previous.Intent)))], 1, []) { IsSure = true };
        }

        Judgement.Weigh(parts, Knowledge.Intents, previous?.Intent, likelihoods);
        var intent = Judgement.Choose(likelihoods, parts, out var isSure);
        var likelihood = likelihoods[(int)intent];
        if (previous is null && Seam(parts, new(intent, likelihood, IsKeptBack: false)) is > 0 and var seam)
        {
            return ReadBoth(parts.Sentence, seam, context);
        }

        var request = Specify(parts, intent, previous);
        return new([request], Math.Round(likelihood, 4), isSure ? [] : Alternatives(parts, intent, previous, likelihoods)) { IsSure = isSure };
    }

    private int Seam(Parts parts, Half whole)
    {
        var half = _parts.Get();
        try
        {
            return TwoRequests.Find(parts, whole, Knowledge, half);
        }
        finally
        {
            _parts.Return(half);
        }
    }

    /// <summary>Both requests of a message, given where the second begins.</summary>
    private Reading ReadBoth(Sentence sentence, int seam, ReadingContext context)
    {
        var (before, after) = TwoRequests.Halves(sentence, seam);
        var (first, sureOfFirst) = ReadHalf(before, context, null);
        var (second, sureOfSecond) = ReadHalf(after, context, first);

        if (second.Intent == first.Intent && second.Slots.SequenceEqual(first.Slots))
        {
            return new([first], Math.Round(sureOfFirst, 4), []) { IsSure = true };
        }

        // What the bot serves comes first.
        List<Request> both = first.Intent == Intent.OutOfScope ? [second, first] : [first, second];
        return new(both, Math.Round(Math.Min(sureOfFirst, sureOfSecond), 4), []) { IsSure = true };
    }

    private (Request Request, double Likelihood) ReadHalf(string text, ReadingContext context, Request? before)
    {
        var parts = _parts.Get();
        try
        {
            Span<double> likelihoods = stackalloc double[IntentNames.Count];
            var half = TwoRequests.ReadHalf(text, NamesOf(context), Knowledge.Parts, Knowledge.Intents, before?.Intent, parts, likelihoods);
            return (Specify(parts, half.Intent, before is not null && FollowUp.MayLean(parts.Sentence) ? before : null), half.Likelihood);
        }
        finally
        {
            _parts.Return(parts);
        }
    }

    internal Request Specify(Parts parts, Intent intent, Request? previous)
    {
        var request = new Request(intent, Knowledge.Slots.Read(parts, intent));
        return previous is null ? request : FollowUp.Complete(request, previous, parts, Knowledge.Slots);
    }

    private List<Request> Alternatives(Parts parts, Intent chosen, Request? previous, ReadOnlySpan<double> likelihoods)
    {
        List<Request> alternatives = [];
        Span<bool> taken = stackalloc bool[likelihoods.Length];
        taken.Clear();
        taken[(int)chosen] = true;
        while (alternatives.Count < MostAlternatives)
        {
            var best = -1;
            for (var i = 0; i < likelihoods.Length; i++)
            {
                if (!taken[i] && (best < 0 || likelihoods[i] > likelihoods[best]))
                {
                    best = i;
                }
            }

            if (likelihoods[best] < WorthOffering && alternatives.Count > 0)
            {
                break;
            }

            taken[best] = true;
            alternatives.Add(Specify(parts, (Intent)best, previous));
        }

        return alternatives;
    }

    /// <summary>A payload makes the message unsafe; the question that stands around it is read beside.</summary>
    private Reading ReadBesidePayload(string text, string payload, ReadingContext context)
    {
        List<Request> requests = [new(Intent.UnsafeInput, Slots.Of("kind", payload))];
        var rest = Payloads.Without(text);
        if (rest.Length >= 8 && rest.Length < text.Length && Payloads.Find(rest) is null)
        {
            var inner = Read(rest, context);
            var question = inner.Requests[0];
            if (inner.IsSure && !IntentNames.IsTalk(question.Intent) && !IntentNames.IsCommand(question.Intent) && question.Intent is not (Intent.UnsafeInput or Intent.ConfidentialRequest))
            {
                requests.Add(question);
            }
        }

        return new(requests, 1, []) { IsSure = true };
    }
}

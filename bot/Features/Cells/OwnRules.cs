using ChiBoBot.Rules;

namespace ChiBoBot.Features.Cells;

/// <summary>The constants that a cell has set for itself, laid over the packs.</summary>
internal static class OwnRules
{
    /// <summary>The pack as it holds for the cell. A constant that a pack of another time doesn't know is none of it.</summary>
    public static RulePack<T> Of<T>(this IEnumerable<OwnRule> own, RulePack<T> pack, string topic)
        where T : class => pack.With([.. own.Where(rule => rule.Topic == topic && pack.Has(rule.Name)).Select(rule => rule.Override)]);

    /// <summary>Why a constant can't be set so: it must be one of a topic's packs, and of the kind that stands there. Null where it can.</summary>
    public static string? Problem(OwnRule rule) => rule.Topic switch
    {
        _ when rule.Topic == GradeRules.Book.Topic => Problem(rule, GradeRules.Book),
        _ when rule.Topic == TargetRules.Book.Topic => Problem(rule, TargetRules.Book),
        _ when rule.Topic == MeetingRules.Book.Topic => Problem(rule, MeetingRules.Book),
        _ => $"'{rule.Topic}' is no topic whose constants a cell can set; there are {GradeRules.Book.Topic}, {TargetRules.Book.Topic}, {MeetingRules.Book.Topic}",
    };

    private static string? Problem<T>(OwnRule rule, RuleBook<T> book)
        where T : class
    {
        try
        {
            _ = book.Packs[^1].With([rule.Override]);
            return null;
        }
        catch (RulesException wrong)
        {
            return wrong.Message;
        }
    }
}

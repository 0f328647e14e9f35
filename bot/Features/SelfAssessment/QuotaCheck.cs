using ChiBoBot.Features.Cells;
using ChiBoBot.Rules;

namespace ChiBoBot.Features.SelfAssessment;

/// <summary>Trần xuất sắc set against grades that were proposed or decided.</summary>
/// <param name="Excellent">How many are rated the best.</param>
/// <param name="Of">The base: how many are rated good, or good and better.</param>
/// <param name="Allowed">How many of such a base may be.</param>
internal sealed record QuotaCheck(int Excellent, int Of, int Allowed)
{
    public bool IsOver => Excellent > Allowed;

    public static QuotaCheck On(Quota quota, IReadOnlyDictionary<Grade, int> grades)
    {
        var excellent = grades.GetValueOrDefault(Grade.Excellent);
        var of = grades.GetValueOrDefault(Grade.Good) + (quota.Base == QuotaBase.GoodOrBetter ? excellent : 0);
        return new(excellent, of, of * quota.Percent / 100);
    }
}

using PropertyDesk.Domain.Charges.Formulas;

namespace PropertyDesk.Domain.Charges;

/// <summary>What a price version says beyond its price or tiers; each method has its own.</summary>
/// <param name="FixedPart">Area: yuan per unit and month on top.</param>
/// <param name="MinimumCharge">Metered: the least that a month costs, in yuan.</param>
/// <param name="LossRate">Metered: agreed share for losses, such as 0.03.</param>
/// <param name="PeopleIncluded">Tiers: people for whom the thresholds hold as they stand.</param>
/// <param name="ExtraPerPerson">Tiers: by how much each threshold rises for every further person.</param>
/// <param name="Formula">Formula: what a month costs.</param>
public sealed record PriceTerms(
    decimal FixedPart = 0, decimal? MinimumCharge = null, decimal LossRate = 0, int? PeopleIncluded = null, decimal ExtraPerPerson = 0, string? Formula = null)
{
    public static readonly PriceTerms None = new();

    /// <exception cref="RuleViolation">A value cannot be, or does not belong to the method; the message names its field.</exception>
    internal void Check(ChargeMethod method)
    {
        Refuse(FixedPart < 0 || (FixedPart > 0 && method != ChargeMethod.AreaTimesPrice), "固定部分只用于按面积计费，且不能为负数。", nameof(FixedPart));
        Refuse(MinimumCharge < 0 || (MinimumCharge is not null && !method.IsMetered()), "最低收费只用于抄表计费，且不能为负数。", nameof(MinimumCharge));
        Refuse(LossRate is < 0 or >= 1 || (LossRate > 0 && !method.IsMetered()), "损耗率只用于抄表计费，须在 0 到 100% 之间。", nameof(LossRate));
        var people = PeopleIncluded is not null || ExtraPerPerson != 0;
        Refuse(people && (!method.IsTiered() || PeopleIncluded is null or < 1 || ExtraPerPerson <= 0), "按人口调整只用于阶梯价：请同时填写包含人数（至少 1）和每多一人各档增加的用量。", nameof(PeopleIncluded));
        if (method == ChargeMethod.Formula)
        {
            FormulaText.Read(Formula ?? "").CheckWithSamples();
        }
        else
        {
            Refuse(Formula is not null, "只有公式计费才填公式。", nameof(Formula));
        }
    }

    private static void Refuse(bool wrong, string message, string field)
    {
        if (wrong)
        {
            throw new RuleViolation(message, field: field);
        }
    }
}

namespace PropertyDesk.Domain.Charges;

/// <summary>The price (价格) of a tariff from a day on, until the next version.</summary>
public sealed class TariffVersion : CommunityOwned
{
    private TariffVersion()
    {
    }

    internal TariffVersion(Tariff tariff, DateOnly validFrom, decimal? price, string? tiers, string unit, PriceTerms terms)
        : base(tariff)
    {
        (TariffId, ValidFrom, Unit) = (tariff.Id, validFrom, unit);
        if (tariff.Method.IsTiered())
        {
            Tiers = TierTable.Parse(tiers ?? "", "Tiers").ToString();
        }
        else if (tariff.Method.HasUnitPrice())
        {
            Price = price is >= 0 ? price : throw new RuleViolation("请填写单价，且不能为负数。", field: "Price");
        }

        terms.Check(tariff.Method);
        (FixedPart, MinimumCharge, LossRate) = (terms.FixedPart, terms.MinimumCharge, terms.LossRate);
        (PeopleIncluded, ExtraPerPerson, Formula) = (terms.PeopleIncluded, terms.ExtraPerPerson, terms.Formula?.Trim());
    }

    public Guid TariffId { get; private set; }

    /// <summary>What it says beyond price or tiers.</summary>
    public PriceTerms ToTerms() => new(FixedPart, MinimumCharge, LossRate, PeopleIncluded, ExtraPerPerson, Formula);

    public DateOnly ValidFrom { get; private set; }

    /// <summary>Yuan per <see cref="Unit"/>, up to six decimals; none for tiers and for parking, whose fee the use carries.</summary>
    public decimal? Price { get; private set; }

    /// <summary>The tier table in its text form, such as 0-180:5;180-260:7;260-:9.</summary>
    public string? Tiers { get; private set; }

    /// <summary>As printed, such as 元/㎡·月.</summary>
    public string Unit { get; private set; } = "";

    /// <summary>Yuan per unit and month beside area × price, such as for lift and rubbish.</summary>
    public decimal FixedPart { get; private set; }

    /// <summary>Metered: the least that a month costs, in yuan; null for none.</summary>
    public decimal? MinimumCharge { get; private set; }

    /// <summary>Metered: agreed share for losses in the network, such as 0.03.</summary>
    public decimal LossRate { get; private set; }

    /// <summary>Tiers: people of a household for whom the thresholds hold as they stand; null where the number of people does not matter.</summary>
    public int? PeopleIncluded { get; private set; }

    /// <summary>Tiers: by how much each threshold rises for every further person.</summary>
    public decimal ExtraPerPerson { get; private set; }

    /// <summary>The formula as it was typed; it was understood when it was saved.</summary>
    public string? Formula { get; private set; }
}

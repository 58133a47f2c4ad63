namespace PropertyDesk.Domain.Charges;

/// <summary>The price (价格) of a tariff from a day on, until the next version.</summary>
public sealed class TariffVersion : CommunityOwned
{
    private TariffVersion()
    {
    }

    internal TariffVersion(Tariff tariff, DateOnly validFrom, decimal? price, string? tiers, string unit)
        : base(tariff)
    {
        (TariffId, ValidFrom, Unit) = (tariff.Id, validFrom, unit);
        if (tariff.Method.IsTiered())
        {
            Tiers = TierTable.Parse(tiers ?? "", "Tiers").ToString();
        }
        else if (tariff.Method.HasPrice())
        {
            Price = price is >= 0 ? price : throw new RuleViolation("请填写单价，且不能为负数。", field: "Price");
        }
    }

    public Guid TariffId { get; private set; }

    public DateOnly ValidFrom { get; private set; }

    /// <summary>Yuan per <see cref="Unit"/>, up to six decimals; none for tiers and for parking, whose fee the use carries.</summary>
    public decimal? Price { get; private set; }

    /// <summary>The tier table in its text form, such as 0-180:5;180-260:7;260-:9.</summary>
    public string? Tiers { get; private set; }

    /// <summary>As printed, such as 元/㎡·月.</summary>
    public string Unit { get; private set; } = "";
}

using PropertyDesk.Domain.Metering;

namespace PropertyDesk.Domain.Charges;

/// <summary>A way of charging an item for one scope; its prices are dated <see cref="TariffVersion"/>s.</summary>
public sealed class Tariff : CommunityOwned
{
    private List<TariffVersion> _versions = [];

    private Tariff()
    {
    }

    public Tariff(ChargeItem item, TariffScope scope, ChargeMethod method)
        : base(item)
    {
        (ChargeItem, ChargeItemId, Scope, Method) = (item, item.Id, scope, method);
        BilledMonths = method switch { ChargeMethod.FixedPerQuarter => 3, ChargeMethod.FixedPerYear => 12, _ => 1 };
    }

    public Guid ChargeItemId { get; private set; }

    public ChargeItem ChargeItem { get; private set; } = null!;

    public TariffScope Scope { get; private set; }

    public ChargeMethod Method { get; private set; }

    /// <summary>Which meters it charges, for metered methods; null where the item's name has to tell.</summary>
    public MeterKind? MeterKind { get; private set; }

    /// <summary>Which area an area charge multiplies.</summary>
    public AreaBasis AreaBasis { get; private set; }

    /// <summary>How many months are billed together: 1, 3, 6 or 12.</summary>
    public int BilledMonths { get; private set; } = 1;

    /// <summary>Billed in the first month of the period, instead of the last.</summary>
    public bool BilledInAdvance { get; private set; }

    /// <summary>The month (1–12) with which the first period of a year begins.</summary>
    public int YearStart { get; private set; } = 1;

    public IReadOnlyList<TariffVersion> Versions => _versions;

    /// <summary>The months that are billed together with a month.</summary>
    public BillingPeriod PeriodOf(BillingMonth month) => BillingPeriod.Of(month, BilledMonths, YearStart);

    /// <summary>Bills several months together (按季、按年缴).</summary>
    /// <param name="months">1, 3, 6 or 12; for an amount per quarter or year the method says it.</param>
    public void BillTogether(int months, bool inAdvance, int yearStart = 1)
    {
        var required = Method switch { ChargeMethod.FixedPerQuarter => 3, ChargeMethod.FixedPerYear => 12, _ => months };
        if (months != required || months is not (1 or 3 or 6 or 12) || (months > 1 && !Method.CanBillMonthsTogether()))
        {
            throw new RuleViolation("这种计费方式不能按 {0} 个月一起出账。", [months], "BilledMonths");
        }

        if (yearStart is < 1 or > 12)
        {
            throw new RuleViolation("年度起始月须在 1 到 12 之间。", field: "YearStart");
        }

        (BilledMonths, BilledInAdvance, YearStart) = (months, inAdvance, yearStart);
    }

    public void Measure(AreaBasis basis) => AreaBasis = Method == ChargeMethod.AreaTimesPrice || basis == AreaBasis.Billing
        ? basis
        : throw new RuleViolation("只有按面积计费才分建筑面积和套内面积。", field: "AreaBasis");

    /// <summary>Says which meters are charged by it.</summary>
    public void ChargeMeters(MeterKind kind) => MeterKind = kind;

    /// <summary>Divides the common cost by another basis from the next run on.</summary>
    public void ShareBy(ChargeMethod basis) =>
        Method = Method.IsShared() && basis.IsShared() ? basis : throw new RuleViolation("只有公摊可以更改分摊方式。", field: "Method");

    /// <summary>The tariff as it would be if it had always had this price: for trying, never saved.</summary>
    /// <param name="basis">Another basis of the division, for shared costs; else the tariff's own method.</param>
    public Tariff Supposing(ChargeMethod basis, decimal? price, string? tiers, PriceTerms? terms = null)
    {
        var supposed = (Tariff)MemberwiseClone();
        supposed._versions = [];
        if (basis != Method)
        {
            supposed.ShareBy(basis);
        }

        supposed.AddVersion(DateOnly.MinValue, price, tiers, _versions.Count > 0 ? _versions[^1].Unit : "", terms);
        return supposed;
    }

    /// <summary>Takes a price away that nobody was billed by, so that another can take its day.</summary>
    public TariffVersion? Withdraw(DateOnly validFrom)
    {
        var version = _versions.Find(v => v.ValidFrom == validFrom);
        if (version is not null)
        {
            _versions.Remove(version);
        }

        return version;
    }

    /// <summary>Adds a price that holds from a day on. Bills that exist keep the price they were made with.</summary>
    /// <param name="terms">What goes beyond price or tiers.</param>
    public TariffVersion AddVersion(DateOnly validFrom, decimal? price, string? tiers, string unit, PriceTerms? terms = null)
    {
        if (_versions.Exists(v => v.ValidFrom == validFrom))
        {
            throw new RuleViolation("{0} 起已有一个价格，并已按它出过账；请从之后的一天起调价，旧账单用更正单据。", [validFrom.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)], "ValidFrom");
        }

        var version = new TariffVersion(this, validFrom, price, tiers, unit, terms ?? PriceTerms.None);
        _versions.Add(version);
        return version;
    }
}

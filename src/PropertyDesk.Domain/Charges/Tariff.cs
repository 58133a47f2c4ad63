using PropertyDesk.Domain.Metering;

namespace PropertyDesk.Domain.Charges;

/// <summary>A way of charging an item for one scope; its prices are dated <see cref="TariffVersion"/>s.</summary>
public sealed class Tariff : CommunityOwned
{
    private readonly List<TariffVersion> _versions = [];

    private Tariff()
    {
    }

    public Tariff(ChargeItem item, TariffScope scope, ChargeMethod method)
        : base(item) => (ChargeItem, ChargeItemId, Scope, Method) = (item, item.Id, scope, method);

    public Guid ChargeItemId { get; private set; }

    public ChargeItem ChargeItem { get; private set; } = null!;

    public TariffScope Scope { get; private set; }

    public ChargeMethod Method { get; private set; }

    /// <summary>Which meters it charges, for metered methods; null where the item's name has to tell.</summary>
    public MeterKind? MeterKind { get; private set; }

    public IReadOnlyList<TariffVersion> Versions => _versions;

    /// <summary>Says which meters are charged by it.</summary>
    public void ChargeMeters(MeterKind kind) => MeterKind = kind;

    /// <summary>Adds a price that holds from a day on. Bills that exist keep the price they were made with.</summary>
    public TariffVersion AddVersion(DateOnly validFrom, decimal? price, string? tiers, string unit)
    {
        if (_versions.Exists(v => v.ValidFrom == validFrom))
        {
            throw new RuleViolation("{0} 起已有一个价格。", [validFrom.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)], "ValidFrom");
        }

        var version = new TariffVersion(this, validFrom, price, tiers, unit);
        _versions.Add(version);
        return version;
    }
}

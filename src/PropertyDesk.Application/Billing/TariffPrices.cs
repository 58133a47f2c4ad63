using PropertyDesk.Domain.Charges;

namespace PropertyDesk.Application.Billing;

/// <summary>The versions of the tariffs as dated facts, made once for a run.</summary>
internal sealed class TariffPrices(IEnumerable<Tariff> tariffs)
{
    private readonly Dictionary<Guid, OfTariff> _of = tariffs.ToDictionary(t => t.Id, t => new OfTariff(t));

    public IReadOnlyList<Dated<decimal>> Of(Tariff tariff) => _of[tariff.Id].Prices;

    public IReadOnlyList<Dated<TierTable>> TiersOf(Tariff tariff) => _of[tariff.Id].Tiers;

    /// <summary>The version that holds on a day; null before the first.</summary>
    public TariffVersion? On(Tariff tariff, DateOnly day) => Array.FindLast(_of[tariff.Id].Versions, v => v.ValidFrom <= day);

    /// <summary>The unit of the newest price, as printed.</summary>
    public string UnitOf(Tariff tariff) => _of[tariff.Id].Versions is [.., var newest] ? newest.Unit : "";

    private sealed class OfTariff
    {
        public OfTariff(Tariff tariff)
        {
            Versions = [.. tariff.Versions.OrderBy(v => v.ValidFrom)];
            Prices = [.. Versions.Where(v => v.Price is not null).Select(v => new Dated<decimal>(v.ValidFrom, v.Price!.Value))];
            Tiers = [.. Versions.Where(v => v.Tiers is not null).Select(v => new Dated<TierTable>(v.ValidFrom, TierTable.Parse(v.Tiers!)))];
        }

        public TariffVersion[] Versions { get; }

        public IReadOnlyList<Dated<decimal>> Prices { get; }

        public IReadOnlyList<Dated<TierTable>> Tiers { get; }
    }
}

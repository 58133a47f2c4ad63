using PropertyDesk.Domain.Charges;

namespace PropertyDesk.Application.Imports;

/// <summary>Charge items, tariffs and their dated prices.</summary>
internal sealed class TariffImport(ImportPlan plan)
{
    private readonly ArchiveRows _archive = plan.Archive;

    public void Apply(IEnumerable<TariffRow> rows)
    {
        foreach (var row in rows)
        {
            var item = FindOrAddItem(row.Item, row.OnBehalf, row.Method);
            if (FindOrAddTariff(item, row.Scope, row.Method) is not { } tariff)
            {
                row.Row.Error("计费方式", Texts.Of("{0} 已按另一方式计费，请改用新的收费项目名称。", row.Item));
                continue;
            }

            var version = tariff.Versions.FirstOrDefault(v => v.ValidFrom == row.From);
            if (version is null)
            {
                _archive.Add(tariff.AddVersion(row.From, row.Price, row.Tiers, row.Unit));
            }
            else if (version.Price != row.Price || version.Tiers != row.Tiers)
            {
                row.Row.Warn("单价", Texts.Of("该日起已有另一价格，未更改；调价请填新的起始日期。"));
            }

            plan.Counts[SheetForm.Tariffs.Name].Count(version is null, changed: false);
        }
    }

    public ChargeItem FindOrAddItem(string name, bool onBehalf, ChargeMethod method)
    {
        if (!_archive.Items.TryGetValue(name, out var item))
        {
            item = _archive.Add(new ChargeItem(_archive.Community, name, onBehalf, (_archive.Items.Count + 1) * 10));
            item.PayFrom(method.UsualPurse());
            _archive.Items.Add(name, item);
        }

        return item;
    }

    /// <summary>Null when the item is charged in another way for the scope.</summary>
    public Tariff? FindOrAddTariff(ChargeItem item, TariffScope scope, ChargeMethod method)
    {
        if (!_archive.Tariffs.TryGetValue((item.Id, scope), out var tariff))
        {
            tariff = _archive.Add(new Tariff(item, scope, method));
            _archive.Tariffs.Add((item.Id, scope), tariff);
        }

        return tariff.Method == method ? tariff : null;
    }
}

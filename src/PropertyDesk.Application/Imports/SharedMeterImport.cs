using PropertyDesk.Domain.Charges;
using PropertyDesk.Domain.Communities;
using PropertyDesk.Domain.Metering;

namespace PropertyDesk.Application.Imports;

/// <summary>Common meters: each item is a charge item of its own whose price is that of a unit of use.</summary>
internal sealed class SharedMeterImport(ImportPlan plan)
{
    private readonly ArchiveRows _archive = plan.Archive;
    private readonly TariffImport _tariffs = new(plan);

    public void Apply(IEnumerable<SharedMeterRow> rows)
    {
        foreach (var row in rows)
        {
            if (ReachOf(row) is not { } reach)
            {
                continue;
            }

            if (_tariffs.FindOrAddTariff(_tariffs.FindOrAddItem(row.Name, onBehalf: false, row.Method), TariffScope.AllUnits, row.Method) is not { } tariff)
            {
                row.Row.Error("分摊方式", Texts.Of("{0} 已按另一方式计费，请改用新的收费项目名称。", row.Name));
                continue;
            }

            Price(tariff, row);
            var name = $"{row.Reach} {row.Name}";
            var isNew = !_archive.SharedMeters.TryGetValue((tariff.Id, name), out var meter);
            if (meter is null)
            {
                meter = _archive.Add(new SharedMeter(tariff, reach.Building, name, row.Multiplier));
                _archive.SharedMeters.Add((tariff.Id, name), meter);
            }

            plan.Counts[SheetForm.SharedMeters.Name].Count(isNew, Read(meter, row) && !isNew);
        }
    }

    private (Building? Building, bool Found)? ReachOf(SharedMeterRow row)
    {
        if (_archive.Buildings.TryGetValue(row.Reach, out var building))
        {
            return (building, true);
        }

        if (row.Reach == _archive.Community.Name || row.Reach is "全小区" or "小区")
        {
            return (null, true);
        }

        row.Row.Error("范围", Texts.Of("{0} 不是本小区的楼栋，也不是小区名称。", row.Reach));
        return null;
    }

    private void Price(Tariff tariff, SharedMeterRow row)
    {
        var from = tariff.Versions.Count == 0 ? plan.Beginning : plan.Period.FirstDay;
        var current = tariff.Versions.Where(v => v.ValidFrom <= plan.Period.LastDay).MaxBy(v => v.ValidFrom);
        if (current?.Price == row.Price)
        {
            return;
        }

        if (tariff.Versions.Any(v => v.ValidFrom == from))
        {
            row.Row.Warn("单价", Texts.Of("该日起已有另一价格，未更改；调价请填新的起始日期。"));
            return;
        }

        _archive.Add(tariff.AddVersion(from, row.Price, null, "元/kWh"));
    }

    private bool Read(SharedMeter meter, SharedMeterRow row)
    {
        if (_archive.SharedReadings.TryGetValue((meter.Id, plan.Period), out var known))
        {
            if (known.Previous != row.Previous || known.Current != row.Current)
            {
                row.Row.Warn("本期读数", Texts.Of("{0} 已有本月读数，未更改；更正须用更正单。", meter.Name));
            }

            return false;
        }

        _archive.SharedReadings.Add((meter.Id, plan.Period), _archive.Add(new SharedReading(meter, plan.Period, row.Previous, row.Current)));
        return true;
    }
}

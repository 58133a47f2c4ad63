using PropertyDesk.Application.Owners;
using PropertyDesk.Domain.Communities;
using PropertyDesk.Domain.Owners;

namespace PropertyDesk.Application.Imports;

/// <summary>Buildings, units, owners and who owns what. A different owner is a transfer, which an import never makes.</summary>
internal sealed class UnitImport(ImportPlan plan, IPersonalDataCipher cipher)
{
    private readonly ArchiveRows _archive = plan.Archive;
    private readonly Dictionary<string, Owner> _byIdNumber = plan.Archive.Owners
        .Where(o => o.IdNumberCipher is not null).GroupBy(o => o.Name + cipher.Unprotect(o.IdNumberCipher!)).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);

    private readonly Dictionary<string, Owner> _byPhone = plan.Archive.Owners
        .Where(o => o.Phone is not null).GroupBy(o => o.Name + o.Phone).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);

    public void Apply(IEnumerable<UnitRow> rows)
    {
        foreach (var row in rows)
        {
            var isNew = !_archive.Units.TryGetValue(row.Code, out var unit);
            unit ??= AddUnit(row);
            var changed = !isNew && Update(unit, row);
            plan.Counts[SheetForm.Units.Name].Count(isNew, changed);
        }
    }

    private Unit AddUnit(UnitRow row)
    {
        if (!_archive.Buildings.TryGetValue(row.Building, out var building))
        {
            building = _archive.Add(new Building(_archive.Community, row.Building, _archive.Buildings.Count + 1));
            _archive.Buildings.Add(row.Building, building);
        }

        var unit = _archive.Add(new Unit(building, row.Entrance, row.Number, row.Area, row.Kind));
        unit.ChangeStatus(row.Status, row.Handover);
        _archive.Units.Add(unit.Code, unit);
        var from = row.Handover ?? plan.Beginning;
        var owners = row.Owners.Count == 0 ? [Developer()] : row.Owners.Select((name, _) => FindOrAddOwner(name, row)).ToList();
        for (var i = 0; i < owners.Count; i++)
        {
            _archive.Add(new Ownership(unit, owners[i], from, i, decimal.Round(1m / owners.Count, 6)));
        }

        return unit;
    }

    private Owner Developer()
    {
        if (_archive.Owners.Find(o => o.Kind == OwnerKind.Developer) is { } developer)
        {
            return developer;
        }

        developer = _archive.Add(new Owner(_archive.Community, _archive.Community.Name + "开发商", OwnerKind.Developer));
        _archive.Owners.Add(developer);
        return developer;
    }

    private Owner FindOrAddOwner(string name, UnitRow row)
    {
        if ((row.IdNumber is not null && _byIdNumber.TryGetValue(name + row.IdNumber, out var owner))
            || (row.IdNumber is null && row.Phone is not null && _byPhone.TryGetValue(name + row.Phone, out owner)))
        {
            return owner;
        }

        owner = _archive.Add(new Owner(_archive.Community, name));
        owner.SetContact(row.Phone, row.Email);
        owner.SetIdNumber(row.IdNumber is null ? null : cipher.Protect(row.IdNumber));
        _archive.Owners.Add(owner);
        if (row.IdNumber is not null)
        {
            _byIdNumber.TryAdd(name + row.IdNumber, owner);
        }

        if (row.Phone is not null)
        {
            _byPhone.TryAdd(name + row.Phone, owner);
        }

        return owner;
    }

    private bool Update(Unit unit, UnitRow row)
    {
        var changed = UpdateUnit(unit, row);
        var owners = _archive.Ownerships[unit.Id].OrderBy(o => o.Position).Select(o => _archive.Owners.Find(x => x.Id == o.OwnerId)!).ToList();
        var names = owners.Where(o => o.Kind != OwnerKind.Developer).Select(o => o.Name);
        if (!names.SequenceEqual(row.Owners, StringComparer.Ordinal))
        {
            row.Row.Warn("业主姓名", Texts.Of("与档案中的业主不同，未更改；过户请在档案中办理。"));
            return changed;
        }

        return (row.Owners.Count == 1 && UpdateOwner(owners[0], row)) || changed;
    }

    private bool UpdateUnit(Unit unit, UnitRow row)
    {
        var settled = _archive.SettledUnits.Contains(unit.Id);
        var area = settled ? Kept("建筑面积", unit.BillingArea, row.Area, row) : row.Area;
        var handover = settled && row.Handover is not null ? Kept("交付日期", unit.HandoverDate, row.Handover, row) : row.Handover ?? unit.HandoverDate;
        var status = settled ? unit.Status : row.Status;
        if (unit.BillingArea == area && unit.Kind == row.Kind && unit.Status == status && unit.HandoverDate == handover)
        {
            return false;
        }

        unit.CorrectArea(area);
        unit.ChangeKind(row.Kind);
        unit.ChangeStatus(status, handover);
        return true;
    }

    // What bills rest on changes from a day on, by somebody and with a reason, and never by a workbook.
    private static T Kept<T>(string column, T known, T wanted, UnitRow row)
    {
        if (!Equals(known, wanted))
        {
            row.Row.Warn(column, Texts.Of("与档案不同，未更改；已出账的房屋请在房屋页办理更正。"));
        }

        return known;
    }

    private bool UpdateOwner(Owner owner, UnitRow row)
    {
        var (phone, email) = (row.Phone ?? owner.Phone, row.Email ?? owner.Email);
        var contact = phone != owner.Phone || email != owner.Email;
        if (contact)
        {
            owner.SetContact(phone, email);
        }

        var identity = row.IdNumber is not null && (owner.IdNumberCipher is null || cipher.Unprotect(owner.IdNumberCipher) != row.IdNumber);
        if (identity)
        {
            owner.SetIdNumber(cipher.Protect(row.IdNumber!));
        }

        return contact || identity;
    }
}

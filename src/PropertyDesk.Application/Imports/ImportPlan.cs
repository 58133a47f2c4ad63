using PropertyDesk.Application.Owners;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Communities;

namespace PropertyDesk.Application.Imports;

/// <summary>
/// What importing a workbook would do: the rows to add (and the changes made to tracked rows), the counts and the problems.
/// Preview and confirmation both make a plan; only confirmation saves it.
/// </summary>
internal sealed class ImportPlan
{
    private ImportPlan(ArchiveRows archive, ImportReport report) => (Archive, Report) = (archive, report);

    public ArchiveRows Archive { get; }

    public ImportReport Report { get; }

    public Dictionary<string, SheetCounts> Counts { get; } = SheetForm.All.ToDictionary(f => f.Name, _ => new SheetCounts(), StringComparer.Ordinal);

    /// <summary>The month that the readings of common meters are for: that of the latest meter reading.</summary>
    public BillingMonth Period { get; private set; }

    /// <summary>The first day of the earliest price: charges of units without a handover date begin then.</summary>
    public DateOnly Beginning { get; private set; }

    /// <summary>How many doubtful readings wait for a person's word.</summary>
    public int Doubts { get; set; }

    public DateOnly Today => By.Today;

    public required ImportAuthor By { get; init; }

    /// <summary>Whoever confirms has looked at the doubtful readings and stands by them.</summary>
    public bool AcceptsDoubts => By.AcceptsDoubts;

    public static ImportPlan Make(RawWorkbook workbook, ArchiveRows archive, IPersonalDataCipher cipher, ImportAuthor by)
    {
        var report = new ImportReport();
        var plan = new ImportPlan(archive, report) { By = by };
        var rows = new WorkbookRows(
            UnitSheet.Read(workbook, report), ParkingSheet.Read(workbook, report), MeterSheet.Read(workbook, report),
            SharedMeterSheet.Read(workbook, report), TariffSheet.Read(workbook, report));
        var readOn = rows.Meters.SelectMany(m => m.Readings).Select(r => r.On).DefaultIfEmpty(by.Today).Max();
        plan.Period = BillingMonth.Of(readOn);
        plan.Beginning = rows.Tariffs.Select(t => t.From).Concat(archive.Tariffs.Values.SelectMany(t => t.Versions).Select(v => v.ValidFrom))
            .DefaultIfEmpty(plan.Period.FirstDay).Min();
        new UnitImport(plan, cipher).Apply(rows.Units);
        new ParkingImport(plan).Apply(rows.Parking);
        new MeterImport(plan).Apply(rows.Meters);
        new TariffImport(plan).Apply(rows.Tariffs);
        new SharedMeterImport(plan).Apply(rows.SharedMeters);
        new AssignmentImport(plan).Apply();
        return plan;
    }

    /// <summary>The unit that a row names, or null with an error at the row.</summary>
    public Unit? FindUnit(RowReader row, string code)
    {
        if (Archive.Units.TryGetValue(code, out var unit))
        {
            return unit;
        }

        row.Error("房号", Texts.Of("房屋 {0} 不在档案中，或其所在行未能导入。", code));
        return null;
    }
}

/// <summary>Who imports, and when.</summary>
/// <param name="AcceptsDoubts">Has looked at the doubtful readings and stands by them.</param>
internal sealed record ImportAuthor(string Name, DateTimeOffset At, DateOnly Today, bool AcceptsDoubts);

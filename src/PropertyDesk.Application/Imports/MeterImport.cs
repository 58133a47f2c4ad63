using PropertyDesk.Application.Metering;
using PropertyDesk.Domain.Metering;

namespace PropertyDesk.Application.Imports;

/// <summary>
/// Meters and their readings. A reading that is there already is never overwritten; a new one is checked against the
/// archive as it would be at the desk, and a doubtful one waits until whoever confirms the import stands by it.
/// </summary>
internal sealed class MeterImport(ImportPlan plan)
{
    private readonly ArchiveRows _archive = plan.Archive;

    public void Apply(IEnumerable<MeterRow> rows)
    {
        foreach (var row in rows)
        {
            if (plan.FindUnit(row.Row, row.UnitCode) is not { } unit)
            {
                continue;
            }

            var isNew = !_archive.Meters.TryGetValue(row.Number, out var meter);
            if (isNew)
            {
                meter = _archive.Add(new Meter(unit, row.Number, row.Kind, row.Multiplier, row.Digits));
                _archive.Meters.Add(row.Number, meter);
            }
            else if (meter!.UnitId != unit.Id)
            {
                row.Row.Error("表号", Texts.Of("{0} 在档案中属于另一房屋，请核对。", row.Number));
                continue;
            }

            var changed = AddReadings(meter, row);
            plan.Counts[SheetForm.Meters.Name].Count(isNew, changed && !isNew);
        }
    }

    private bool AddReadings(Meter meter, MeterRow row)
    {
        var changed = false;
        foreach (var (on, value) in row.Readings)
        {
            if (!_archive.Readings.TryGetValue((meter.Id, on), out var known))
            {
                changed |= Add(meter, row, on, value);
            }
            else if (known.Value != value)
            {
                row.Row.Warn("本期读数", Texts.Of("{0} 已有读数 {1}，表中为 {2}，未更改；更正须用更正单。", on.ToString("yyyy-MM-dd"), known.Value, value));
            }
        }

        return changed;
    }

    private bool Add(Meter meter, MeterRow row, DateOnly on, decimal value)
    {
        var verdict = _archive.HistoryOf(meter).Check(on, value, _archive.Community.ReadingAlarmTimes, plan.Today);
        var unlikely = verdict.Doubts.HasFlag(ReadingDoubts.LowerThanBefore);
        var takes = verdict.Takes(plan.AcceptsDoubts && !unlikely);
        if (verdict.Refusal is not null || verdict.NeedsConfirmation)
        {
            var day = on.ToString("yyyy-MM-dd");
            row.Row.Warn("本期读数", (verdict.Refusal, unlikely) switch
            {
                (not null, _) => Texts.Of("{0} 的读数 {1} 未导入：{2}。", day, value, ReadingWords.Of(verdict)),
                (_, true) => Texts.Of("{0} 的读数 {1} 未导入：{2}；请核对后在抄表页补抄并确认。", day, value, ReadingWords.Of(verdict)),
                _ => Texts.Of("{0} 的读数 {1}：{2}；确认导入时须勾选“存疑读数已核对”，否则不导入这一读数。", day, value, ReadingWords.Of(verdict)),
            });
        }

        plan.Doubts += verdict is { Refusal: null, NeedsConfirmation: true } && !unlikely ? 1 : 0;
        if (takes)
        {
            var reading = _archive.Add(new Reading(meter, on, value, verdict.Rollover));
            reading.Note(ReadingChannel.Workbook, plan.By.Name, plan.By.At, verdict.Doubts);
            _archive.Know(reading);
        }

        return takes;
    }
}

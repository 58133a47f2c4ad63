using Microsoft.EntityFrameworkCore;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Metering;

namespace PropertyDesk.Application.Metering;

/// <summary>Puts in another counter, and corrects wrong readings.</summary>
public sealed class ChangeMeters(DeskDbContext db, MeterHistories histories, TimeProvider clock)
{
    /// <param name="last">What the old counter showed when it was taken off.</param>
    /// <param name="oldRollover">Somebody confirms that the old counter passed zero since its last reading.</param>
    /// <exception cref="RuleViolation">The day is not after the last reading, the last value is lower without a confirmed rollover, or the number is taken.</exception>
    public async Task ReplaceAsync(Guid meterId, DateOnly on, decimal last, bool oldRollover, Counter next)
    {
        var meter = NotFoundException.Check(await db.Meters.FirstOrDefaultAsync(m => m.Id == meterId), meterId);
        var history = (await histories.ReadAsync(db.Meters.Where(m => m.Id == meterId)))[meterId];
        if (on > db.Current.Today(clock) || on <= history.Last?.Date || history.On(on).Number != meter.Number)
        {
            throw new RuleViolation("换表日须晚于最近的读数（{0}），且不晚于今天。", [history.Last?.Date.ToString("yyyy-MM-dd") ?? "—"], "On");
        }

        if (last < history.Previous && !oldRollover && history.Last?.Estimated != true)
        {
            throw new RuleViolation("旧表止数 {0} 小于上期读数 {1}；若旧表走过了零，请勾选确认。", [last, history.Previous], "Last");
        }

        db.Add(new MeterChange(meter, on, last, oldRollover && last < history.Previous, next, db.Current.UserName, clock.GetUtcNow()));
        await SaveAsync(next.Number);
    }

    /// <summary>
    /// Corrects the last reading. Before it is billed the reading changes and keeps its history; afterwards it stays, and the
    /// next bill counts the difference.
    /// </summary>
    /// <exception cref="RuleViolation">It is not the last one, or the value is not plausible and nobody confirms it.</exception>
    public async Task CorrectAsync(Guid readingId, decimal value, string reason, bool confirmed)
    {
        var reading = NotFoundException.Check(await db.Readings.FirstOrDefaultAsync(r => r.Id == readingId), readingId);
        var meter = await db.Meters.SingleAsync(m => m.Id == reading.MeterId);
        var history = (await histories.ReadAsync(db.Meters.Where(m => m.Id == meter.Id)))[meter.Id];
        if (history.Last?.Id != reading.Id || history.On(reading.Date).Number != meter.Number)
        {
            throw new RuleViolation("只能更正这块表最近的读数；更早的差错，已由之后的读数自行抵平。", field: "Value");
        }

        var times = await db.Communities.Where(c => c.Id == meter.CommunityId).Select(c => c.ReadingAlarmTimes).SingleAsync();
        var verdict = history.BeforeLast().Check(reading.Date, value, times, db.Current.Today(clock));
        if (!verdict.Takes(confirmed))
        {
            throw new RuleViolation("读数存疑：{0}；核对无误请勾选确认。", [ReadingWords.Of(verdict)], "Value");
        }

        db.Add(new ReadingCorrection(reading, meter, value, history.IsBilled(reading), verdict.Rollover, reason, db.Current.UserName, clock.GetUtcNow()));
        await db.SaveChangesAsync();
    }

    private async Task SaveAsync(string number)
    {
        try
        {
            await db.SaveChangesAsync();
        }
        catch (DbUpdateException error) when (db.IsUniqueViolation(error))
        {
            throw new RuleViolation("表号 {0} 已在使用，请核对。", [number], "Number");
        }
    }
}

using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Files;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Metering;

namespace PropertyDesk.Application.Metering;

/// <summary>A reading as somebody enters it.</summary>
/// <param name="Confirmed">The person stands by it although it is doubtful.</param>
public sealed record NewReading(Guid MeterId, decimal Value, bool Confirmed = false, bool Estimated = false, NewFile? Photo = null);

/// <summary>What became of it.</summary>
public sealed record EnteredReading(NewReading Reading, ReadingVerdict Verdict, bool Stored);

/// <summary>
/// Where readings enter from page and phone. The verdict is <see cref="ReadingHistory.Check"/>, which the workbook import
/// asks too: a doubtful reading is stored only if somebody confirms it, whatever the entrance.
/// </summary>
public sealed class ReadingEntry(DeskDbContext db, MeterHistories histories, Attachments attachments, TimeProvider clock)
{
    /// <summary>Stores the good ones in one go and says of each what became of it.</summary>
    /// <exception cref="NotFoundException">A meter is not there.</exception>
    /// <exception cref="RuleViolation">Somebody else entered readings of the day meanwhile, or a photo is no photo.</exception>
    public async Task<IReadOnlyList<EnteredReading>> SaveAsync(DateOnly on, ReadingChannel channel, IReadOnlyList<NewReading> readings, CancellationToken cancel = default)
    {
        var ids = readings.Select(r => r.MeterId).ToList();
        var meters = await db.Meters.Where(m => ids.Contains(m.Id)).ToDictionaryAsync(m => m.Id, cancel);
        var known = await histories.ReadAsync(db.Meters.Where(m => ids.Contains(m.Id)), cancel);
        var communities = meters.Values.Select(m => m.CommunityId).Distinct().ToList();
        var times = await db.Communities.Where(c => communities.Contains(c.Id)).ToDictionaryAsync(c => c.Id, c => c.ReadingAlarmTimes, cancel);
        var answers = new List<EnteredReading>();
        foreach (var reading in readings.DistinctBy(r => r.MeterId))
        {
            var meter = NotFoundException.Check(meters.GetValueOrDefault(reading.MeterId), reading.MeterId);
            var verdict = known[meter.Id].Check(on, reading.Value, times[meter.CommunityId], db.Current.Today(clock));
            var stored = verdict.Takes(reading.Confirmed);
            if (stored)
            {
                await AddAsync(meter, on, channel, reading, verdict);
            }

            answers.Add(new EnteredReading(reading, verdict, stored));
        }

        await SaveAsync(cancel);
        return answers;
    }

    private async Task AddAsync(Meter meter, DateOnly on, ReadingChannel channel, NewReading entered, ReadingVerdict verdict)
    {
        var reading = new Reading(meter, on, entered.Value, verdict.Rollover);
        reading.Note(channel, db.Current.UserName, clock.GetUtcNow(), verdict.Doubts);
        if (entered.Estimated)
        {
            reading.MarkEstimated();
        }

        if (entered.Photo is { } photo)
        {
            reading.Attach((await attachments.AddAsync(meter.CommunityId, photo)).Id);
        }

        db.Add(reading);
    }

    private async Task SaveAsync(CancellationToken cancel)
    {
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException error) when (db.IsUniqueViolation(error))
        {
            throw new RuleViolation("有人刚刚录入了其中的表，请核对后再保存。");
        }
    }
}

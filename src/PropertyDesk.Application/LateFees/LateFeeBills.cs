using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Billing;
using PropertyDesk.Application.Corrections;
using PropertyDesk.Application.Payments;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Billing;
using PropertyDesk.Domain.Charges;
using PropertyDesk.Domain.Owners;

namespace PropertyDesk.Application.LateFees;

/// <summary>Bills late fees (违约金) up to today, and freezes and thaws them. Waiving a billed one is a waiver like any other.</summary>
public sealed class LateFeeBills(DeskDbContext db, TimeProvider clock, LateFeeQueries queries, BillPublishing publishing, PaymentBooking booking)
{
    /// <summary>The item that late fees are billed under.</summary>
    public const string ItemName = "违约金";

    private const int Last = 999;

    /// <summary>Bills what an owner's overdue bills have earned up to today: one bill for each unit, one line for each overdue bill.</summary>
    /// <returns>How much was billed.</returns>
    /// <exception cref="RuleViolation">There is nothing to bill, or somebody billed it at the same time.</exception>
    public async Task<Money> BillAsync(Guid ownerId, CancellationToken cancel = default)
    {
        var owner = NotFoundException.Check(await db.Owners.FirstOrDefaultAsync(o => o.Id == ownerId, cancel), ownerId);
        await booking.PrepareAsync(owner.CommunityId);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        // What was billed or paid before is read after this, so that nobody bills the same days at the same moment.
        await booking.HoldAsync(owner.CommunityId, cancel);
        var fees = (await queries.OfOwnerAsync(ownerId, db.Current.Today(clock), cancel)).Where(f => f.Open > Money.Zero).ToList();
        if (fees.Count == 0)
        {
            throw new RuleViolation("没有可以开具的违约金。");
        }

        try
        {
            var billed = await BillAsync(owner, fees, cancel);
            await transaction.CommitAsync(cancel);
            return billed;
        }
        catch (DbUpdateException error) when (db.IsUniqueViolation(error))
        {
            throw new RuleViolation("账单刚被他人更改，请刷新后再试。");
        }
    }

    /// <summary>From today on the bill earns no late fee, until the freeze is ended.</summary>
    public async Task FreezeAsync(Guid billId, FreezeReason reason, string? note)
    {
        var bill = NotFoundException.Check(await db.Bills.FirstOrDefaultAsync(b => b.Id == billId && b.IssuedOn != null), billId);
        db.Add(new LateFeeFreeze(bill, null, reason, note, db.Current.Today(clock), db.Current.UserName));
        try
        {
            await db.SaveChangesAsync();
        }
        catch (DbUpdateException error) when (db.IsUniqueViolation(error))
        {
            throw new RuleViolation("这张账单的违约金已经冻结。");
        }
    }

    /// <summary>The fee goes on from tomorrow. A line frozen by a dispute thaws with the dispute's end, not here.</summary>
    public async Task ThawAsync(Guid freezeId)
    {
        var freeze = NotFoundException.Check(await db.LateFeeFreezes.FirstOrDefaultAsync(f => f.Id == freezeId && f.BillLineId == null), freezeId);
        freeze.End(db.Current.Today(clock), db.Current.UserName);
        try
        {
            await db.SaveChangesAsync();
        }
        catch (DbUpdateConcurrencyException)
        {
            throw new RuleViolation("这次冻结刚被他人结束，请刷新。");
        }
    }

    private async Task<Money> BillAsync(Owner owner, List<BillLateFee> fees, CancellationToken cancel)
    {
        var community = await db.Communities.SingleAsync(c => c.Id == owner.CommunityId, cancel);
        var month = BillingMonth.Of(db.Current.Today(clock));
        var run = await db.AddRunAsync(community, month, BillRunKind.LateFee, clock.GetUtcNow(), cancel);
        var item = await db.ItemAsync(community, ItemName, Last, cancel);
        var bills = new List<Bill>();
        foreach (var unit in fees.GroupBy(f => f.UnitId))
        {
            var bill = new Bill(run, await db.Units.SingleAsync(u => u.Id == unit.Key, cancel), owner, bills.Count + 1);
            foreach (var fee in unit)
            {
                var revision = await db.BillLines.CountAsync(l => l.SourceId == fee.BillId && l.Period == month, cancel);
                var line = CalculatedLine.Of(fee.Working with { BillNumber = fee.Number });
                bill.Add(BillLine.OfLateFee(bill, fee.BillId, item, bill.Lines.Count + 1, line.Amount, line.Working.ToJson(), revision));
            }

            bills.Add(bill);
        }

        await publishing.IssueAtOnceAsync(run, bills, community, cancel);
        return run.Total;
    }
}

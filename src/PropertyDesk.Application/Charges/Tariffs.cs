using Microsoft.EntityFrameworkCore;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Charges;

namespace PropertyDesk.Application.Charges;

/// <summary>Changes what is charged from a day on. Bills that exist keep the price they were made with.</summary>
public sealed class Tariffs(DeskDbContext db)
{
    private const string ValidFrom = "ValidFrom";

    /// <summary>Divides a common cost by another basis from the next run on; bills that exist stay as they are.</summary>
    /// <exception cref="RuleViolation">The tariff or the basis is not one of shared costs.</exception>
    public async Task ShareByAsync(Guid tariffId, ChargeMethod basis)
    {
        var tariff = NotFoundException.Check(await db.Tariffs.FirstOrDefaultAsync(t => t.Id == tariffId), tariffId);
        tariff.ShareBy(basis);
        await db.SaveChangesAsync();
    }

    /// <summary>
    /// A price from a day on. One that begins on the same day and nobody was billed by was a mistake, and gives way; drafts
    /// are to be computed again.
    /// </summary>
    /// <exception cref="RuleViolation">Bills went out by the price of that day, or the price cannot be one.</exception>
    public async Task AddVersionAsync(Guid tariffId, DateOnly validFrom, PriceFacts price)
    {
        var tariff = NotFoundException.Check(await db.Tariffs.Include(t => t.Versions).FirstOrDefaultAsync(t => t.Id == tariffId), tariffId);
        if (!tariff.Method.HasPrice())
        {
            throw new RuleViolation("停车费按每个车位约定的月租收取，没有统一单价。");
        }

        if (!await IsBilledAsync(tariffId, BillingMonth.Of(validFrom)) && tariff.Withdraw(validFrom) is { } mistaken)
        {
            db.Remove(mistaken);
        }

        db.Add(TariffDrafts.Price(tariff, validFrom, price));
        try
        {
            await db.SaveChangesAsync();
        }
        catch (DbUpdateException error) when (db.IsUniqueViolation(error))
        {
            throw new RuleViolation("{0} 起已有一个价格，并已按它出过账；请从之后的一天起调价，旧账单用更正单据。", [validFrom.ToString("yyyy-MM-dd")], ValidFrom);
        }
    }

    private Task<bool> IsBilledAsync(Guid tariffId, BillingMonth from) =>
        db.BillLines.AnyAsync(l => l.Period >= from && l.Bill.IssuedOn != null && db.ChargeAssignments.Any(a => a.Id == l.ChargeAssignmentId && a.TariffId == tariffId));
}

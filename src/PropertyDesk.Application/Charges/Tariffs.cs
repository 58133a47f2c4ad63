using Microsoft.EntityFrameworkCore;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Charges;

namespace PropertyDesk.Application.Charges;

/// <summary>Changes what is charged from a day on. Bills that exist keep the price they were made with.</summary>
public sealed class Tariffs(DeskDbContext db)
{
    private const string ValidFrom = "ValidFrom";

    /// <param name="price">Yuan per unit, for tariffs with one price.</param>
    /// <param name="tiers">The tier table in its text form, for tiered tariffs.</param>
    /// <exception cref="RuleViolation">The tariff has a price from that day already, or the price cannot be one.</exception>
    public async Task AddVersionAsync(Guid tariffId, DateOnly validFrom, decimal? price, string? tiers)
    {
        var tariff = NotFoundException.Check(await db.Tariffs.Include(t => t.Versions).FirstOrDefaultAsync(t => t.Id == tariffId), tariffId);
        if (tariff.Method == ChargeMethod.ParkingFee)
        {
            throw new RuleViolation("停车费按每个车位约定的月租收取，没有统一单价。");
        }

        var unit = tariff.Versions.MaxBy(v => v.ValidFrom)?.Unit ?? "";
        db.Add(tariff.AddVersion(validFrom, price, tiers, unit));
        try
        {
            await db.SaveChangesAsync();
        }
        catch (DbUpdateException error) when (db.IsUniqueViolation(error))
        {
            throw new RuleViolation("{0} 起已有一个价格。", [validFrom.ToString("yyyy-MM-dd")], ValidFrom);
        }
    }

    /// <param name="percent">The VAT that prices include, in percent, such as 6.</param>
    public async Task SetVatAsync(Guid itemId, decimal percent)
    {
        var item = NotFoundException.Check(await db.ChargeItems.FirstOrDefaultAsync(i => i.Id == itemId), itemId);
        item.SetVatRate(percent / 100m);
        await db.SaveChangesAsync();
    }
}

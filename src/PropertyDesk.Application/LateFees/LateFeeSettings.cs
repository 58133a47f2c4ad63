using Microsoft.EntityFrameworkCore;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Charges;
using PropertyDesk.Domain.Communities;
using PropertyDesk.Domain.Payments;

namespace PropertyDesk.Application.LateFees;

/// <summary>What a community agreed on late payment; holds for bills that are published from then on.</summary>
public sealed class LateFeeSettings(DeskDbContext db)
{
    /// <returns>A daily rate of zero where no late fee is asked.</returns>
    public async Task<LateFeeTerms> OfAsync(Guid communityId) => NotFoundException.Check(
        await db.Communities.Where(c => c.Id == communityId).Select(c => new LateFeeTerms(c.LateFeeDailyRate, c.LateFeeGraceDays, c.LateFeeCapShare)).FirstOrDefaultAsync(), communityId);

    /// <summary>Which of a late fee and its principal money pays first.</summary>
    public async Task<LateFeeOrder> OrderAsync(Guid communityId) =>
        await db.Communities.Where(c => c.Id == communityId).Select(c => (LateFeeOrder?)c.LateFeeOrder).FirstOrDefaultAsync() ?? throw new NotFoundException(nameof(Community), communityId);

    /// <param name="order">Holds for money that is booked from now on.</param>
    /// <exception cref="RuleViolation">A value lies outside its bounds.</exception>
    public async Task ChangeAsync(Guid communityId, decimal dailyRate, int graceDays, decimal? capShare, LateFeeOrder order)
    {
        var community = NotFoundException.Check(await db.Communities.FirstOrDefaultAsync(c => c.Id == communityId), communityId);
        community.SetLateFee(dailyRate, graceDays, capShare);
        community.SetLateFeeOrder(order);
        await db.SaveChangesAsync();
    }
}

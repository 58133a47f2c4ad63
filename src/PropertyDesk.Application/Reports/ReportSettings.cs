using Microsoft.EntityFrameworkCore;

namespace PropertyDesk.Application.Reports;

/// <summary>What the company decides about its reports.</summary>
public sealed class ReportSettings(DeskDbContext db)
{
    /// <param name="asCollected">Waivers count as collected (numerator); otherwise they come off what is due (denominator).</param>
    public async Task CountWaiversAsync(bool asCollected)
    {
        db.Current.RequireAllCommunities();
        var id = db.Current.Require();
        var company = await db.Companies.SingleAsync(c => c.Id == id);
        company.CountWaivers(asCollected);
        await db.SaveChangesAsync();
    }
}

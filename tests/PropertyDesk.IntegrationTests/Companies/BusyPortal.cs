using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PropertyDesk.Application;
using PropertyDesk.Application.Invoices;
using PropertyDesk.Application.PersonalData;
using PropertyDesk.Domain.Companies;
using PropertyDesk.Domain.Invoices;
using PropertyDesk.Domain.PersonalData;

namespace PropertyDesk.IntegrationTests.Companies;

/// <summary>What an owner asks for on the portal: an invoice, and a correction of the own data.</summary>
internal static class BusyPortal
{
    public static async Task RecordAsync(Desk desk, Company company, Guid payer)
    {
        var (owner, receipt) = await desk.In(company, async (DeskDbContext db) =>
            (await db.Owners.AsNoTracking().SingleAsync(o => o.Id == payer), await db.Receipts.Where(r => r.Payment.OwnerId == payer && r.Payment.Amount.Fen > 0).OrderBy(r => r.Number).Select(r => r.Id).FirstAsync()));
        await using var scope = desk.Services.CreateAsyncScope();
        var login = Guid.NewGuid();
        scope.ServiceProvider.GetRequiredService<CurrentCompany>().Enter(company, login, owner.Name, [Membership.OfOwner(owner, login)], [owner.CommunityId]);
        await scope.ServiceProvider.GetRequiredService<InvoiceRequests>().AskAsync(receipt, new WantedInvoice(InvoiceTitleKind.Person, owner.Name, null, "owner@example.com"));
        await scope.ServiceProvider.GetRequiredService<DataRequests>().AskAsync(payer, DataRequestKind.Correction, "手机号换了");
    }
}

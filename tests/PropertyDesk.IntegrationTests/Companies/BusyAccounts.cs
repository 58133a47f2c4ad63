using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application;
using PropertyDesk.Application.Accounts;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Accounts;
using PropertyDesk.Domain.Companies;

namespace PropertyDesk.IntegrationTests.Companies;

/// <summary>The rows of accounts that belong to a company: a bill whose code was answered wrongly.</summary>
internal static class BusyAccounts
{
    public static async Task RecordAsync(Desk desk, Company company)
    {
        var bill = await desk.In(company, (DeskDbContext db) => db.Bills.Where(b => b.IssuedOn != null).OrderBy(b => b.Number).FirstAsync());
        await Assert.ThrowsAsync<RuleViolation>(() => desk.In(company, (BillCodes codes) =>
            codes.OpenAsync(PrintedCode.Write(company.Id, bill.Code), new BillAnswer("none", "nobody", "nowhere"))));
    }
}

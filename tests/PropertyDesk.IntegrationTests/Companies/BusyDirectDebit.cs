using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application;
using PropertyDesk.Application.DirectDebit;
using PropertyDesk.Application.Files;
using PropertyDesk.Application.Payments;
using PropertyDesk.Domain.Companies;
using PropertyDesk.Domain.DirectDebit;
using PropertyDesk.IntegrationTests.DirectDebit;

namespace PropertyDesk.IntegrationTests.Companies;

/// <summary>An owner's mandate, a layout, and a batch that the bank answered with a code that nobody described.</summary>
internal static class BusyDirectDebit
{
    public static async Task RecordAsync(Desk desk, Company company)
    {
        // Of the later bills: the rooms before this one look at the first.
        var (owner, community) = await desk.In(company, async (DeskDbContext db) =>
        {
            var bill = await db.Payable().OrderByDescending(b => b.Number).FirstAsync();
            return (bill.OwnerId, bill.CommunityId);
        });
        await desk.In(company, (MandateRoom m) => m.AddAsync(owner, new MandateTerms("工商银行", "户名", "XY0001", new DateOnly(2024, 1, 1), null, null), "6222021234500001"));
        var layout = await desk.In(company, (DebitLayouts l) => l.AddAsync("工行代扣", "M1", "物业费", ShippedFormats.Bars));
        var scope = new DebitScope([community], null);
        var plan = (await desk.In(company, (DebitCandidates c) => c.PreviewAsync(scope))).Plan;
        var batch = await desk.In(company, (DebitBatches b) => b.MakeAsync(layout, scope, plan.Sum));
        await desk.In(company, async (DebitBatches b) =>
        {
            await b.ExportAsync(batch);
            return true;
        });
        var bank = new BankSim(BankFile.Bars);
        var sent = bank.Read((await desk.In(company, (DebitBatches b) => b.FileAsync(batch))).Content);
        await desk.In(company, (TakeReturn t) => t.RunAsync(batch, new NewFile("return.txt", bank.Answer(sent, sent.Date, _ => "9999"))));
    }
}

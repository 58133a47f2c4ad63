using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Corrections;
using PropertyDesk.Application.Reports;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Billing;
using PropertyDesk.Domain.Companies;
using PropertyDesk.Domain.Corrections;
using PropertyDesk.IntegrationTests.Payments;

namespace PropertyDesk.IntegrationTests.Corrections;

/// <summary>A till with published bills, a collector who asks, and a manager and an accountant who decide.</summary>
internal sealed class CorrectionDesk
{
    private CorrectionDesk(Till till) => Till = till;

    public Till Till { get; }

    public Guid Collector { get; } = Guid.NewGuid();

    public Guid Manager { get; } = Guid.NewGuid();

    public Guid Accountant { get; } = Guid.NewGuid();

    public static async Task<CorrectionDesk> OpenAsync() => new(await Till.OpenAsync());

    /// <summary>The March bill of 李娜: 250.40 property fee and 8.00 rubbish.</summary>
    public Task<Bill> LisBillAsync() => BillAsync(Till.Own.Li.Id);

    public Task<Bill> BillAsync(Guid ownerId, int sequence = 0) => Till.SeeAsync(db => db.Bills.Include(b => b.Lines.OrderBy(l => l.Position)).Include(b => b.Credits)
        .Where(b => b.OwnerId == ownerId && b.Period == Till.March && b.BillRun.Sequence == sequence).OrderBy(b => b.Number).FirstAsync());

    public Task<Guid> AskWaiverAsync(Bill bill, params WaivedPart[] parts) => Till.Desk.As(Collector, Role.Collector,
        (RequestCorrection r) => r.WaiveAsync(bill.Id, parts, new CorrectionGrounds(CorrectionReason.ServiceFault, "电梯停运一周")));

    public Task<Guid> AskRedEntryAsync(Bill bill, bool reissue, params IEnumerable<BillLine> lines) => Till.Desk.As(Collector, Role.Collector,
        (RequestCorrection r) => r.TakeBackAsync(bill.Id, [.. lines.Select(l => l.Id)], new CorrectionGrounds(CorrectionReason.WrongArea, "面积测量有误", reissue)));

    public Task ApproveAsync(Guid request) => Till.Desk.As(Manager, Role.Manager, (DecideCorrection d) => d.ApproveAsync(request, null));

    /// <summary>The books are sound, and the collection report closes to what is open of the bills.</summary>
    public async Task BooksAreSoundAsync()
    {
        var audit = await Till.AuditAsync();
        Assert.Empty(audit.Checks.Where(c => c.Wrong > 0).Select(c => c.Law));
        Assert.Equal(audit.Debits, audit.Credits);
        foreach (var month in new[] { Till.March, Till.April, BillingMonth.Of(Till.Today) })
        {
            var report = await Till.WithAsync((CollectionRates rates) => rates.ReportAsync(month, Till.Today));
            Assert.All(report.Groups.Where(g => g.Title != "收费项目").SelectMany(g => g.Rows).Append(report.Total), row => Assert.True(row.Figures.ClosesTo(row.Open), row.Name));
        }
    }
}

using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application;
using PropertyDesk.Application.Billing;
using PropertyDesk.Application.DirectDebit;
using PropertyDesk.Application.Files;
using PropertyDesk.Application.Ledger;
using PropertyDesk.Application.Owners;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Billing;
using PropertyDesk.Domain.Charges;
using PropertyDesk.Domain.Communities;
using PropertyDesk.Domain.DirectDebit;
using PropertyDesk.Domain.Owners;

namespace PropertyDesk.IntegrationTests.DirectDebit;

/// <summary>A community in which each owner owes one bill of a chosen amount for May and gave a mandate, and a bank.</summary>
internal sealed class DebitDesk
{
    public static readonly BillingMonth May = new(2025, 5);
    private static readonly DateOnly Start = new(2024, 1, 1);

    private DebitDesk(Desk desk, Community community, List<Owner> owners, BankSim bank) => (Desk, Community, Owners, Bank) = (desk, community, owners, bank);

    public Desk Desk { get; }

    public Community Community { get; }

    /// <summary>业主1, 业主2 … in the order of their amounts.</summary>
    public List<Owner> Owners { get; }

    public BankSim Bank { get; }

    public Guid Layout { get; private set; }

    public DateOnly Today { get; private set; }

    /// <summary>The account of the owner at a place, from 0.</summary>
    public static string Account(int i) => string.Create(CultureInfo.InvariantCulture, $"62220212345{i:00000}");

    public static async Task<DebitDesk> OpenAsync(BankFile file, params decimal[] amounts)
    {
        var desk = await Desk.OpenAsync();
        var community = new Community(desk.Company, "翠湖花园");
        var building = new Building(community, "1栋", 1);
        var owners = amounts.Select((_, i) => new Owner(community, $"业主{i + 1}")).ToList();
        var rows = new List<object> { community, building };
        foreach (var (i, amount) in amounts.Index())
        {
            var unit = new Unit(building, "1单元", $"{i + 101}", 100m, UnitKind.Residential);
            var tariff = new Tariff(new ChargeItem(community, $"物业费{i + 1}", onBehalf: false, priority: 1), TariffScope.Residential, ChargeMethod.FixedPerMonth);
            tariff.AddVersion(Start, amount, null, "元/户·月");
            rows.AddRange([unit, owners[i], new Ownership(unit, owners[i], Start), tariff.ChargeItem, tariff, ChargeAssignment.OfUnit(tariff, unit, Start)]);
        }

        await desk.In(async (DeskDbContext db) =>
        {
            db.AddRange(rows);
            await db.SaveChangesAsync();
        });
        var run = await desk.In((BillRuns r) => r.DraftAsync(community.Id, May));
        await desk.In(async (BillPublishing p) =>
        {
            await p.PublishAsync(run.RunId);
            return true;
        });
        var debit = new DebitDesk(desk, community, owners, new BankSim(file)) { Today = await desk.See(db => Task.FromResult(db.Current.Today(desk.Clock))) };
        await debit.AgreeAsync(file);
        return debit;
    }

    public Task<Guid> MandateAsync(int i, Money? limit = null, DateOnly? to = null, string? holder = null) => Desk.In((MandateRoom m) =>
        m.AddAsync(Owners[i].Id, new MandateTerms("工商银行", holder ?? Owners[i].Name, $"XY{i + 1:0000}", Start, to, limit), Account(i)));

    public DebitScope Everything => new([Community.Id], null);

    public async Task<Guid> MakeAsync()
    {
        var plan = (await Desk.In((DebitCandidates c) => c.PreviewAsync(Everything))).Plan;
        return await Desk.In((DebitBatches b) => b.MakeAsync(Layout, Everything, plan.Sum));
    }

    public async Task<byte[]> ExportAsync(Guid batch)
    {
        await Desk.In((DebitBatches b) => b.ExportAsync(batch));
        return (await Desk.In((DebitBatches b) => b.FileAsync(batch))).Content;
    }

    /// <summary>A batch that is out, and its file.</summary>
    public async Task<(Guid Batch, byte[] File)> SendAsync()
    {
        var batch = await MakeAsync();
        return (batch, await ExportAsync(batch));
    }

    /// <summary>The bank's answer of today: the lines at the given places, from 1, fail.</summary>
    public byte[] Answer(byte[] file, params int[] failed) => Answer(file, l => failed.Contains(l.Sequence) ? BankSim.NoMoney : BankSim.Paid);

    public byte[] Answer(byte[] file, Func<BankLine, string> code) => Bank.Answer(Bank.Read(file), Bank.Day(Today), code);

    public Task<Guid> ImportAsync(Guid batch, byte[] answer) => Desk.In((TakeReturn t) => t.RunAsync(batch, new NewFile("return.txt", answer)));

    /// <summary>The refusal of a return file.</summary>
    public Task<RuleViolation> RefusedAsync(Guid batch, byte[] answer) => Assert.ThrowsAsync<RuleViolation>(() => ImportAsync(batch, answer));

    public Task<List<DebitLine>> LinesAsync(Guid batch) => Desk.See(db => db.DebitLines.AsNoTracking().Where(l => l.BatchId == batch).OrderBy(l => l.Sequence).ToListAsync());

    public Task<DebitBatchState> StateAsync(Guid batch) => Desk.See(db => db.DebitBatches.Where(b => b.Id == batch).Select(b => b.State).SingleAsync());

    public Task<Bill> BillAsync(int i) => Desk.See(db => db.Bills.AsNoTracking().SingleAsync(b => b.OwnerId == Owners[i].Id));

    public async Task<Money> PaidAsync() => new(await Desk.See(db => db.Payments.SumAsync(p => p.Amount.Fen)));

    public async Task<Money> OpenAsync() => new(await Desk.See(db => db.Bills.SumAsync(b => b.Outstanding.Fen)));

    /// <summary>Everything that a second import must not change.</summary>
    public async Task<string> PictureAsync() => string.Join('\n', (await Companies.BusyCompany.PictureAsync(Desk, Desk.Company)).Where(row => !row.StartsWith("AuditAlarm", StringComparison.Ordinal)));

    /// <summary>The books replay, and receipts have no gap.</summary>
    public async Task AssertSoundAsync()
    {
        Assert.Empty((await Desk.In((LedgerAudit a) => a.RunAsync())).Broken);
        var numbers = await Desk.See(db => db.Receipts.OrderBy(r => r.Number).Select(r => r.Number).ToListAsync());
        Assert.Equal(Enumerable.Range(1, numbers.Count), numbers);
    }

    private async Task AgreeAsync(BankFile file)
    {
        for (var i = 0; i < Owners.Count; i++)
        {
            await MandateAsync(i);
        }

        var format = file switch { BankFile.Fixed => ShippedFormats.Fixed, BankFile.Csv => ShippedFormats.Csv, _ => ShippedFormats.Bars };
        Layout = await Desk.In((DebitLayouts l) => l.AddAsync("工行代扣", "M10086", "物业费", format));
    }
}

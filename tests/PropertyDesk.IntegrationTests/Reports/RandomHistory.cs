using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application;
using PropertyDesk.Application.Billing;
using PropertyDesk.Application.Corrections;
using PropertyDesk.Application.Owners;
using PropertyDesk.Application.Payments;
using PropertyDesk.Application.Refunds;
using PropertyDesk.Application.Reports;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Communities;
using PropertyDesk.Domain.Companies;
using PropertyDesk.Domain.Corrections;
using PropertyDesk.Domain.Payments;
using PropertyDesk.IntegrationTests.Payments;

namespace PropertyDesk.IntegrationTests.Reports;

/// <summary>
/// Two buildings and a shop, on which anything may happen: months billed, money taken and given back, charges waived, taken
/// back and billed anew, units sold, what the reports read merged. It acts through the product's own services on a clock that only moves on.
/// </summary>
internal sealed class RandomHistory
{
    private static readonly Lazy<Task<DeskHost>> Host = new(DeskHost.StartAloneAsync);
    private static readonly (Guid Clerk, Guid Manager) People = (Guid.NewGuid(), Guid.NewGuid());
    private readonly Random _random;

    private RandomHistory(Till till, int seed) => (Till, _random) = (till, new Random(seed));

    public Till Till { get; }

    /// <summary>How often each kind of act went through.</summary>
    public Dictionary<string, int> Done { get; } = new(StringComparer.Ordinal);

    /// <summary>The last month that was billed.</summary>
    public BillingMonth Latest { get; private set; } = Till.April;

    public DateOnly Today => DateOnly.FromDateTime(Till.Desk.Clock.GetUtcNow().AddHours(8).DateTime);

    /// <param name="host">With a clock of its own, for who counts months back from today; null: one whose clock others move on, too.</param>
    public static async Task<RandomHistory> OpenAsync(int seed, DeskHost? host = null)
    {
        var history = new RandomHistory(await Till.OpenAsync(await Desk.OpenAsync(host ?? await Host.Value)), seed);
        var second = new Building(history.Till.Own.Community, "5栋", 5);
        var units = history.Till.Own.Units.Select(u => u.Id).ToList();
        await history.Till.SeeAsync(async db =>
        {
            db.Entry(history.Till.Own.Community).State = EntityState.Unchanged;
            db.Add(second);
            await db.SaveChangesAsync();
            await db.Units.Where(u => u.Id == units[1]).ExecuteUpdateAsync(set => set.SetProperty(u => u.BuildingId, second.Id));
            return await db.Units.Where(u => u.Id == units[2]).ExecuteUpdateAsync(set => set.SetProperty(u => u.Kind, UnitKind.Shop));
        });
        return history;
    }

    /// <summary>A night, or a few.</summary>
    public void Sleep() => Till.Desk.Clock.Advance(TimeSpan.FromDays(_random.Next(1, 18)));

    public int Next(int below) => _random.Next(below);

    /// <summary>Something happens, or is refused by a rule.</summary>
    public async Task ActAsync()
    {
        Func<Task<bool>>[] acts = [PayAsync, PayAsync, PayAsync, WaiveAsync, TakeBackAsync, GiveBackAsync, BillAsync, SellAsync, MergeAsync];
        var act = acts[_random.Next(acts.Length)];
        try
        {
            if (await act())
            {
                Done[act.Method.Name] = Done.GetValueOrDefault(act.Method.Name) + 1;
            }
        }
        catch (RuleViolation)
        {
            // A rule said no; nothing happened.
        }
    }

    private async Task<bool> PayAsync()
    {
        var owners = await Till.SeeAsync(db => db.Bills.Where(b => b.IssuedOn != null && b.Outstanding.Fen > 0).Select(b => b.OwnerId).Distinct().OrderBy(id => id).ToListAsync());
        if (owners.Count == 0)
        {
            return false;
        }

        var owner = owners[_random.Next(owners.Count)];
        var total = (await Till.WithAsync((OwnerDuesQuery q) => q.FindAsync(owner))).Total;
        var amount = _random.Next(4) switch
        {
            0 => total,
            1 => total + new Money(_random.Next(1, 90_000)),
            _ => new Money(_random.NextInt64(1, Math.Max(2, total.Fen))),
        };
        var request = new PaymentRequest(Guid.NewGuid(), owner, [], total, [new Tender(PaymentMethod.BankTransfer, amount, $"T{Guid.NewGuid():n}"[..20])], RestToPurse: amount > total);
        await Till.Desk.As(People.Clerk, Role.Collector, (TakePayment t) => t.RunAsync(request));
        return true;
    }

    private async Task<bool> WaiveAsync()
    {
        var lines = await Till.SeeAsync(db => db.BillLines.Where(l => l.Bill.IssuedOn != null && l.Outstanding.Fen > 0).OrderBy(l => l.Id).Select(l => new { l.Id, l.BillId }).ToListAsync());
        if (lines.Count == 0)
        {
            return false;
        }

        var line = lines[_random.Next(lines.Count)];
        await DecideAsync(await Till.Desk.As(People.Clerk, Role.Collector, (RequestCorrection r) => r.WaiveAsync(
            line.BillId, [new WaivedPart(line.Id, _random.Next(1, 11) / 10m, null)], new CorrectionGrounds(CorrectionReason.Goodwill, "减免"))));
        return true;
    }

    private async Task<bool> TakeBackAsync()
    {
        var lines = await Till.SeeAsync(db => db.BillLines.Where(l => l.Bill.IssuedOn != null && l.ReversedById == null).OrderBy(l => l.Id).Select(l => new { l.Id, l.BillId }).ToListAsync());
        var line = lines[_random.Next(lines.Count)];
        await DecideAsync(await Till.Desk.As(People.Clerk, Role.Collector, (RequestCorrection r) => r.TakeBackAsync(
            line.BillId, [line.Id], new CorrectionGrounds(CorrectionReason.WrongArea, "有误", _random.Next(2) == 0))));
        return true;
    }

    private async Task<bool> GiveBackAsync()
    {
        var payments = await Till.SeeAsync(db => db.Payments.Where(p => p.Amount.Fen > 0 && !db.Payments.Any(r => r.ReversesId == p.Id)).OrderBy(p => p.Id).Select(p => p.Id).ToListAsync());
        if (payments.Count == 0)
        {
            return false;
        }

        var payment = payments[_random.Next(payments.Count)];
        var refund = await Till.Desk.As(People.Clerk, Role.Collector, (RefundRoom r) => r.RequestReversalAsync(payment, "收错户"));
        await Till.Desk.As(People.Manager, Role.Manager, (RefundRoom r) => r.ApproveAsync(refund, null));
        await Till.Desk.As(People.Clerk, Role.Collector, (RefundRoom r) => r.CarryOutAsync(refund, PaymentMethod.BankTransfer, $"R{Guid.NewGuid():n}"[..20]));
        return true;
    }

    private async Task<bool> BillAsync()
    {
        var month = Latest.Next;
        var run = await Till.WithAsync((BillRuns runs) => runs.DraftAsync(Till.Own.Community.Id, month));
        await Till.WithAsync((BillPublishing p) => p.PublishAsync(run.RunId));
        Latest = month;
        return true;
    }

    private async Task<bool> MergeAsync()
    {
        await Till.WithAsync((MergeBillSums m) => m.RunAsync());
        return true;
    }

    private async Task<bool> SellAsync()
    {
        var unit = Till.Own.Units[_random.Next(Till.Own.Units.Count)];
        var on = Latest.Next.FirstDay.AddDays(_random.Next(0, 27));
        await Till.WithAsync((OwnershipTransfers t) => t.TransferAsync(unit.Id, new TransferRequest(on, [new(new(null, $"买方{_random.Next(1000)}"))])));
        return true;
    }

    private Task DecideAsync(Guid request) => Till.Desk.As(People.Manager, Role.Manager, (DecideCorrection d) => d.ApproveAsync(request, null));
}

using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application;
using PropertyDesk.Application.Billing;
using PropertyDesk.Application.Channels;
using PropertyDesk.Application.DirectDebit;
using PropertyDesk.Application.Files;
using PropertyDesk.Application.Imports;
using PropertyDesk.Application.Owners;
using PropertyDesk.Application.Payments;
using PropertyDesk.Application.Purses;
using PropertyDesk.Application.Refunds;
using PropertyDesk.Application.Spreadsheets;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Billing;
using PropertyDesk.Domain.Channels;
using PropertyDesk.Domain.Companies;
using PropertyDesk.Domain.DirectDebit;
using PropertyDesk.Domain.Imports;
using PropertyDesk.Domain.Payments;
using PropertyDesk.Domain.Refunds;

namespace PropertyDesk.FaultWorker;

/// <summary>
/// Does what is asked through the product's services, as pages do: looks first, asks with the request's own id, and looks
/// again where somebody else was quicker.
/// </summary>
internal sealed class Acts(IServiceProvider services)
{
    private const int Tries = 30;
    private const int Looks = 900;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);
    private readonly ConcurrentDictionary<int, Company> _companies = [];

    /// <returns>What the person who asked is told.</returns>
    public async Task<string> DoAsync(Act act) => act.Kind switch
    {
        ActKind.Pay => (await TakeAsync(act, PaymentMethod.Cash)).ReceiptNumber,
        ActKind.Prepay => (await TakeAsync(act, PaymentMethod.BankTransfer, PurseClass.General)).ReceiptNumber,
        ActKind.UsePurse => await UsePurseAsync(act),
        ActKind.Void => await VoidAsync(act),
        ActKind.Refund => await RefundAsync(act),
        ActKind.Order => await OrderAsync(act),
        ActKind.Return => await ReturnAsync(act),
        ActKind.Publish => await PublishAsync(act),
        ActKind.Collect => await CollectAsync(act),
        ActKind.Import => await ImportAsync(act),
        ActKind.Sweep => await SweepAsync(act),
        _ => throw new ArgumentOutOfRangeException(nameof(act), act.Kind, null),
    };

    private Task<PaymentTaken> TakeAsync(Act act, PaymentMethod method, PurseClass? into = null) => AsSeenAsync("该业主的待收金额已由", async () =>
    {
        var dues = await As(act, Role.Collector, (OwnerDuesQuery q) => q.FindAsync(act.SubjectId));
        Tender[] tenders = [new(method, new Money(act.Value), method == PaymentMethod.Cash ? null : act.Id.ToString("n"))];
        return await As(act, Role.Collector, (TakePayment t) => t.RunAsync(new PaymentRequest(act.Id, act.SubjectId, [], dues.Total, tenders, RestToPurse: true, into)));
    });

    private Task<string> UsePurseAsync(Act act) => AsSeenAsync("可抵扣的金额已由", async () =>
    {
        var plan = await As(act, Role.Collector, (ApplyPurse a) => a.PlanAsync(act.SubjectId, []));
        try
        {
            return (await As(act, Role.Collector, (ApplyPurse a) => a.RunAsync(new PurseUseRequest(act.Id, act.SubjectId, [], Money.Sum(plan.Select(p => p.Amount)))))).ToString();
        }
        catch (RuleViolation rule) when (rule.Key == "没有可以用预存款抵扣的账单。")
        {
            return "";
        }
    });

    private async Task<string> VoidAsync(Act act)
    {
        var taken = await TakeAsync(act, PaymentMethod.Cash);
        if (!await See(act, db => db.Payments.AnyAsync(p => p.ReversesId == taken.PaymentId)))
        {
            await As(act, Role.Collector, (RefundRoom r) => r.VoidAsync(taken.PaymentId, "收错户"));
        }

        return taken.ReceiptNumber;
    }

    private async Task<string> RefundAsync(Act act)
    {
        var taken = await TakeAsync(act, PaymentMethod.BankTransfer);
        var refund = await ApprovedAsync(act, taken.PaymentId);
        if (await StateAsync(act, refund) != RefundState.Done)
        {
            await As(act, Role.Collector, (RefundRoom r) => r.CarryOutAsync(refund, PaymentMethod.BankTransfer, act.Id.ToString("n")));
        }

        return taken.ReceiptNumber;
    }

    private Task<string> OrderAsync(Act act) => AsSeenAsync("待缴金额已由", async () =>
    {
        var dues = await As(act, Role.Collector, (OwnerDuesQuery q) => q.FindAsync(act.SubjectId));
        var kind = act.Value == 0 ? ChannelKind.WeChatPay : ChannelKind.Alipay;
        var id = await As(act, Role.Collector, (PayOnline p) => p.StartAsync(new PayOnlineRequest(act.Id, act.SubjectId, [], dues.Total, kind.Code())));
        await As(act, Role.Collector, (PayOnline p) => p.OfferAsync(id));
        return ChannelOrder.NumberOf(id);
    });

    private async Task<string> ReturnAsync(Act act)
    {
        var order = await OnceAsync(() => See(act, db => db.ChannelOrders.Where(o => o.RequestId == act.SubjectId).Select(o => (Guid?)o.Id).FirstOrDefaultAsync()));
        var payment = await OnceAsync(async () =>
        {
            await As(act, Role.Collector, (ChannelCheck c) => c.AskAsync(order));
            return await See(act, db => db.ChannelOrders.Where(o => o.Id == order).Select(o => o.PaymentId).FirstOrDefaultAsync());
        });
        var refund = await ApprovedAsync(act, payment);
        if (await StateAsync(act, refund) == RefundState.Approved)
        {
            await As(act, Role.Manager, (ChannelRefunds r) => r.AskAsync(refund));
        }

        await OnceAsync(async () =>
        {
            await As(act, Role.Manager, (ChannelRefunds r) => r.SweepAsync());
            return await StateAsync(act, refund) == RefundState.Done ? refund : null;
        });
        return ChannelOrder.NumberOf(refund);
    }

    private async Task<string> PublishAsync(Act act)
    {
        var month = BillingMonth.FromNumber((int)act.Value);
        var run = await See(act, db => db.BillRuns.Where(r => r.CommunityId == act.SubjectId && r.Period == month).Select(r => new { r.Id, r.State }).FirstOrDefaultAsync());
        var id = run?.Id ?? (await As(act, Role.Manager, (BillRuns r) => r.DraftAsync(act.SubjectId, month))).RunId;
        if (run?.State != BillRunState.Published)
        {
            await As(act, Role.Manager, (BillPublishing p) => p.PublishAsync(id));
        }

        return id.ToString();
    }

    private async Task<string> CollectAsync(Act act)
    {
        var open = await See(act, db => db.DebitBatches.Where(b => b.State != DebitBatchState.Settled).Select(b => (Guid?)b.Id).FirstOrDefaultAsync()) ?? await BatchAsync(act);
        if (open is not { } batch)
        {
            return "";
        }

        await As(act, Role.Manager, (DebitBatches b) => b.ExportAsync(batch));
        var file = await As(act, Role.Manager, (DebitBatches b) => b.FileAsync(batch));
        var day = await See(act, db => db.DebitBatches.Where(b => b.Id == batch).Select(b => b.ExportedOn!.Value).SingleAsync());
        await As(act, Role.Manager, (TakeReturn t) => t.RunAsync(batch, new NewFile("return.txt", TheBank.Answer(file.Content, day))));
        return batch.ToString();
    }

    private Task<Guid?> BatchAsync(Act act) => AsSeenAsync<Guid?>("可托收的已由", async () =>
    {
        var scope = new DebitScope([act.SubjectId], null);
        var plan = (await As(act, Role.Manager, (DebitCandidates c) => c.PreviewAsync(scope))).Plan;
        var layout = await See(act, db => db.DebitLayouts.Select(l => l.Id).SingleAsync());
        return plan.Parts.Count == 0 ? null : await As(act, Role.Manager, (DebitBatches b) => b.MakeAsync(layout, scope, plan.Sum));
    });

    private async Task<string> ImportAsync(Act act)
    {
        var name = act.Id.ToString("n");
        var batch = await See(act, db => db.ImportBatches.Where(b => b.FileName == name).Select(b => new { b.Id, b.State }).FirstOrDefaultAsync());
        var id = batch?.Id ?? await As(act, Role.Manager, (ImportRoom r) => r.UploadAsync(null, name, Workbook(name, act.Value)));
        if (batch?.State != ImportState.Confirmed)
        {
            await As(act, Role.Manager, (ImportRoom r) => r.ConfirmAsync(id));
        }

        return id.ToString();
    }

    private byte[] Workbook(string community, long units)
    {
        var sheet = ImportWorkbooks.Template()[0];
        IReadOnlyList<object?> Row(int n) => [community, "1栋", null, $"{n}", 88.8m, "住宅", "已入住", $"业主{n}"];
        using var file = new MemoryStream();
        services.GetRequiredService<IWorkbookWriter>().Write([sheet with { Rows = [.. Enumerable.Range(1, (int)units).Select(Row)] }], file);
        return file.ToArray();
    }

    private async Task<string> SweepAsync(Act act)
    {
        await As(act, Role.Manager, (ChannelCheck c) => c.SweepAsync());
        await As(act, Role.Manager, (ChannelRefunds r) => r.SweepAsync());
        return (await See(act, db => db.ChannelOrders.CountAsync(o => o.PaymentId == null))).ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>The refund of a payment, found or asked for, and approved by another person.</summary>
    private async Task<Guid> ApprovedAsync(Act act, Guid paymentId)
    {
        var refund = await See(act, db => db.Refunds.Where(r => r.PaymentId == paymentId).Select(r => (Guid?)r.Id).FirstOrDefaultAsync())
            ?? await As(act, Role.Collector, (RefundRoom r) => r.RequestReversalAsync(paymentId, "业主退款"));
        if (await StateAsync(act, refund) == RefundState.Requested)
        {
            await As(act, Role.Manager, (RefundRoom r) => r.ApproveAsync(refund, null));
        }

        return refund;
    }

    private Task<RefundState> StateAsync(Act act, Guid refund) => See(act, db => db.Refunds.Where(r => r.Id == refund).Select(r => r.State).SingleAsync());

    private static async Task<T> AsSeenAsync<T>(string changed, Func<Task<T>> act)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                return await act();
            }
            catch (RuleViolation rule) when (tries < Tries && rule.Key.StartsWith(changed, StringComparison.Ordinal))
            {
                // As the page: shown again with what is owed now.
            }
        }
    }

    private static async Task<Guid> OnceAsync(Func<Task<Guid?>> look)
    {
        for (var tries = 0; tries < Looks; tries++)
        {
            if (await look() is { } found)
            {
                return found;
            }

            await Task.Delay(Pause);
        }

        throw new TimeoutException("What this waits for did not happen.");
    }

    private Task<TResult> See<TResult>(Act act, Func<DeskDbContext, Task<TResult>> look) => As(act, Role.Manager, look);

    private Task<bool> As<T>(Act act, Role role, Func<T, Task> what)
        where T : class => As<T, bool>(act, role, async service =>
        {
            await what(service);
            return true;
        });

    private async Task<TResult> As<T, TResult>(Act act, Role role, Func<T, Task<TResult>> what)
        where T : class
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DeskDbContext>();
        if (!_companies.TryGetValue(act.CompanyId, out var company))
        {
            _companies[act.CompanyId] = company = await db.Companies.AsNoTracking().SingleAsync(c => c.Id == act.CompanyId);
        }

        var person = role == Role.Manager ? FaultServices.Manager : FaultServices.Cashier;
        scope.ServiceProvider.GetRequiredService<CurrentCompany>().Enter(company, person, role.ToString(), [Membership.OfStaff(company, person, role)], []);
        return await what(scope.ServiceProvider.GetRequiredService<T>());
    }
}

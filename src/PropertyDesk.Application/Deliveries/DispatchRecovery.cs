using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Dunning;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Deliveries;

namespace PropertyDesk.Application.Deliveries;

/// <summary>Finds messages whose fate is open: their dispatcher died, the provider's answer was lost, or nobody needs them any more.</summary>
public sealed class DispatchRecovery(DeskDbContext db, DeliveryLeases leases, DeliveryOutcomes outcomes, OutgoingWays ways, TimeProvider clock)
{
    private const int AtOnce = 50;

    /// <summary>E-mails go out again under the same Message-Id; of an SMS nobody knows, and it is asked for.</summary>
    internal async Task RecoverLostAsync(CancellationToken cancel)
    {
        foreach (var id in await leases.LostAsync(cancel))
        {
            await outcomes.ChangeAsync(id, d => d.State == DeliveryState.Sending && d.LeaseUntil < clock.GetUtcNow()
                ? d.Lose(Texts.Of("发送途中程序中断，不能确定是否已发出。"), null, outcomes.By, clock.GetUtcNow())
                : null);
        }
    }

    /// <summary>Asks the SMS provider about uncertain messages whose time to be asked has come.</summary>
    internal async Task AskUncertainAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var open = await db.Deliveries.AsNoTracking().Where(d => d.State == DeliveryState.Uncertain && d.NextAt <= now).OrderBy(d => d.NextAt).Take(AtOnce).ToListAsync(cancel);
        foreach (var message in open)
        {
            await AskAsync(message, cancel);
        }
    }

    /// <summary>Those that ask for money which has come meanwhile, and those whose time is over.</summary>
    internal async Task<IReadOnlySet<Guid>> UselessAsync(IReadOnlyCollection<Delivery> messages, CancellationToken cancel)
    {
        var asking = messages.Where(m => m.Kind.AsksForMoney() && m.BillId is not null).Select(m => m.Id).ToList();
        var dunnable = db.Dunnable();
        var useful = asking.Count == 0 ? [] : await db.Deliveries.Where(d => asking.Contains(d.Id))
            .Where(d => dunnable.Any(b => b.Id == d.BillId || db.DunningSteps.Any(s => s.BillId == b.Id && s.Contact.DeliveryId == d.Id)))
            .Select(d => d.Id).ToHashSetAsync(cancel);
        var links = messages.Where(m => m.Kind == DeliveryKind.PayLink).Select(m => m.Id).ToList();
        var paid = links.Count == 0 ? [] : await db.Deliveries.Where(d => links.Contains(d.Id) && db.Bills.Any(b => b.Id == d.BillId && b.Outstanding.Fen <= 0)).Select(d => d.Id).ToListAsync(cancel);
        var stale = messages.Where(m => m.IsStale(clock.GetUtcNow()));
        return asking.Where(id => !useful.Contains(id)).Concat(paid).Concat(stale.Select(m => m.Id)).ToHashSet();
    }

    internal Task GiveUpAsync(Guid id, Guid lease) => outcomes.ChangeAsync(
        id, d => d.Version == lease && d.CanGiveUp ? d.GiveUp(d.IsStale(clock.GetUtcNow()) ? Texts.Of("已过有效期，不再发送。") : Texts.Of("账单已缴清，或暂不催缴。"), outcomes.By, clock.GetUtcNow()) : null);

    private async Task AskAsync(Delivery message, CancellationToken cancel)
    {
        var (fact, answer) = await FactAsync(message, cancel);
        await outcomes.ChangeAsync(message.Id, d => d.State != DeliveryState.Uncertain ? null : fact switch
        {
            null => d.Ask(answer, outcomes.By, clock.GetUtcNow()),
            { HasArrived: null } => d.Sent(fact.ProviderId, Math.Max(d.Parts, 1), d.Cost, outcomes.By, clock.GetUtcNow()),
            { HasArrived: { } arrived } => d.Confirm(arrived, fact.Detail, fact.ProviderId, outcomes.By, clock.GetUtcNow()),
        });
    }

    private async Task<(SmsFact? Fact, string Answer)> FactAsync(Delivery message, CancellationToken cancel)
    {
        try
        {
            if (await ways.SmsAsync(cancel) is not var (sender, access, _))
            {
                return (null, Texts.Of("公司未设置短信账户"));
            }

            var question = new SmsQuestion(message.Address!, OutgoingSms.Reference(message.Id), message.ProviderId, message.StartedAt ?? message.QueuedAt);
            return (await sender.AskAsync(access, question, cancel), Texts.Of("服务商没有这条消息的记录。"));
        }
        catch (SenderDown down)
        {
            return (null, down.Message);
        }
    }
}

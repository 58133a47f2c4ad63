using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Channels;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Billing;
using PropertyDesk.Domain.Deliveries;

namespace PropertyDesk.Application.Deliveries;

/// <summary>What is asked of an owner in one message.</summary>
/// <param name="Key">De-duplication key.</param>
/// <param name="Bills">The oldest first.</param>
/// <param name="Open">What is asked: less than what is open where a line is in dispute.</param>
public sealed record DebtMessage(string Key, DeliveryKind Kind, IReadOnlyList<Bill> Bills, Money Open);

/// <summary>
/// Queues messages: who is told, by which channel, in which words is decided here and written as rows in the transaction of
/// the caller. Nothing is sent; <see cref="Dispatch"/> does that.
/// </summary>
public sealed class DeliveryQueue(DeskDbContext db, ChannelAddresses addresses, TimeProvider clock)
{
    /// <summary>One message of a kind for each bill.</summary>
    /// <param name="bills">As they are in memory; of one community.</param>
    public async Task AboutBillsAsync(IReadOnlyCollection<Bill> bills, DeliveryKind kind, DateOnly day, CancellationToken cancel = default)
    {
        var ways = await DeliveryWays.OfAsync(db, cancel);
        var communities = await db.Communities.AsNoTracking().ToDictionaryAsync(c => c.Id, cancel);
        foreach (var part in bills.Chunk(DeliveryPeople.AtOnce))
        {
            var people = await db.PeopleAsync([.. part.Select(b => b.OwnerId).Distinct()], cancel);
            var rows = part.Select(bill =>
            {
                var (reach, preference) = people[bill.OwnerId];
                var language = preference?.Language ?? ways.Language;
                var route = ways.Route(kind, language, preference, reach);
                var words = ways.Words(kind, route.Channel ?? DeliveryChannel.Portal, language);
                var community = communities[bill.CommunityId];
                var facts = BillFacts.Of(bill, community, db.Current.Name, bill.DueOn, bill.Outstanding, addresses.Bill(db.Current.Slug, bill.Id));
                return new Delivery(bill, kind, route, facts.Fill(words, language), day, clock.GetUtcNow());
            });
            await db.BulkInsertAsync(rows.ToList(), cancel);
        }
    }

    /// <summary>One message for each owner about all the bills that something is asked of.</summary>
    /// <returns>The messages, by the key of what they are about.</returns>
    public async Task<IReadOnlyDictionary<string, Delivery>> AboutDebtsAsync(IReadOnlyCollection<DebtMessage> debts, DateOnly day, CancellationToken cancel = default)
    {
        var ways = await DeliveryWays.OfAsync(db, cancel);
        var communities = await db.Communities.AsNoTracking().ToDictionaryAsync(c => c.Id, cancel);
        var people = await db.PeopleAsync([.. debts.Select(d => d.Bills[0].OwnerId).Distinct()], cancel);
        var rows = debts.ToDictionary(debt => debt.Key, debt =>
        {
            var (reach, preference) = people[debt.Bills[0].OwnerId];
            var language = preference?.Language ?? ways.Language;
            var route = ways.Route(debt.Kind, language, preference, reach);
            var words = ways.Words(debt.Kind, route.Channel ?? DeliveryChannel.Portal, language);
            var newest = debt.Bills[^1];
            var facts = BillFacts.OfSeveral(debt.Bills, communities[newest.CommunityId], db.Current.Name, debt.Open, debt.Kind == DeliveryKind.PayLink ? addresses.Pay(db.Current.Slug) : addresses.Bill(db.Current.Slug, newest.Id));
            return new Delivery(newest, debt.Key, facts.Unit, debt.Kind, route, facts.Fill(words, language), day, clock.GetUtcNow());
        }, StringComparer.Ordinal);
        await db.BulkInsertAsync(rows.Values.ToList(), cancel);
        return rows;
    }

    /// <summary>Tries the settings of a channel with an address that somebody typed.</summary>
    /// <returns>The message, which the dispatcher sends before any other.</returns>
    /// <exception cref="RuleViolation">The address cannot be one, or there is no community yet.</exception>
    public async Task<Guid> TestMailAsync(string? address)
    {
        var community = await db.Communities.OrderBy(c => c.Name).FirstOrDefaultAsync() ?? throw new RuleViolation("请先建立小区。");
        var to = Owners.ContactText.Email(address) ?? throw new RuleViolation("请填写{0}。", ["邮箱"], "TestAddress");
        var text = new DeliveryText(
            DeliveryLanguage.Chinese, Texts.Of("{0} 测试邮件", db.Current.Name), Texts.Of("收到这封邮件说明邮件设置可用。发送人：{0}。", db.Current.UserName));
        var message = new Delivery(community, $"{DeliveryKind.Test}:{Guid.NewGuid():n}", DeliveryKind.Test, new DeliveryRoute(DeliveryChannel.Email, to, null), text, db.Current.Today(clock), clock.GetUtcNow());
        db.Add(message);
        await db.SaveChangesAsync();
        return message.Id;
    }
}

using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Payments;
using PropertyDesk.Application.Deliveries;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Channels;
using PropertyDesk.Domain.Deliveries;

namespace PropertyDesk.Application.Channels;

/// <summary>Sends an owner whose online payment did not come to its end the link under which it can be paid, by the owner's own channel.</summary>
public sealed class SendPayLink(DeskDbContext db, DeliveryQueue queue, TimeProvider clock)
{
    /// <summary>Once a day for an order.</summary>
    /// <returns>The queued message.</returns>
    /// <exception cref="NotFoundException">There is no such order here.</exception>
    /// <exception cref="RuleViolation">It is paid, nothing of it is open, the owner cannot be reached, or the link went out today.</exception>
    public async Task<Delivery> RunAsync(Guid orderId)
    {
        var order = NotFoundException.Check(
            await db.ChannelOrders.AsNoTracking().Where(o => o.Id == orderId).Select(o => new { o.PaymentId, Bills = o.Bills.Select(b => b.BillId).ToList() }).FirstOrDefaultAsync(), orderId);
        var bills = order.PaymentId is null ? await db.Bills.Open().AsNoTracking().Where(b => order.Bills.Contains(b.Id)).OrderBy(b => b.Period).ThenBy(b => b.Number).ToListAsync() : [];
        if (bills.Count == 0)
        {
            throw new RuleViolation("这笔订单的账单已缴清，不用再发支付链接。");
        }

        var today = db.Current.Today(clock);
        var key = string.Create(CultureInfo.InvariantCulture, $"{DeliveryKind.PayLink}:{orderId}:{today:yyyyMMdd}");
        await using var transaction = await db.Database.BeginTransactionAsync();
        var message = await QueueAsync(new DebtMessage(key, DeliveryKind.PayLink, bills, Money.Sum(bills.Select(b => b.Outstanding))), today);
        if (message.Channel is not (DeliveryChannel.Email or DeliveryChannel.Sms or DeliveryChannel.Portal))
        {
            throw new RuleViolation("{0} 的消息不走邮件、短信或业主端，请复制链接另行发送。", [message.RecipientName]);
        }

        await transaction.CommitAsync();
        return message;
    }

    private async Task<Delivery> QueueAsync(DebtMessage about, DateOnly today)
    {
        try
        {
            return (await queue.AboutDebtsAsync([about], today))[about.Key];
        }
        catch (DbException error) when (db.IsUniqueViolation(error))
        {
            throw new RuleViolation("今天已经为这笔订单发过支付链接。");
        }
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PropertyDesk.Application;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Channels;
using PropertyDesk.Domain.Companies;

namespace PropertyDesk.IntegrationTests.Companies;

/// <summary>An online order, a notice, and money that could not be booked.</summary>
internal static class BusyChannels
{
    public static async Task RecordAsync(Desk desk, Company company)
    {
        await using var scope = desk.Enter(company);
        var db = scope.ServiceProvider.GetRequiredService<DeskDbContext>();
        var bill = await db.Bills.Include(b => b.Owner).Where(b => b.IssuedOn != null && b.Outstanding.Fen > 0).OrderBy(b => b.Number).FirstAsync();
        var own = await db.Companies.SingleAsync(c => c.Id == company.Id);
        var account = new ChannelAccount(own, ChannelKind.WeChatPay);
        account.Change(new ChannelIdentity("1900000109", "wx0", "51", "PUB", "KEY"), new ProtectedSecrets("KEY", "KEY"), true, "刘敏", DateTimeOffset.UnixEpoch);
        var order = new ChannelOrder(bill.Owner, ChannelWay.Native, [bill], Guid.NewGuid(), DateTimeOffset.UnixEpoch);
        order.Close(DateTimeOffset.UnixEpoch.AddHours(1));
        db.AddRange(
            account, order, new ChannelNotice(own, ChannelKind.WeChatPay, "1:paid", "1", Money.Exact(1m), NoticeOutcome.Case, DateTimeOffset.UnixEpoch),
            new ChannelCase(own, ChannelKind.WeChatPay, ChannelCaseReason.UnknownOrder, "1", "1", Money.Exact(1m), DateTimeOffset.UnixEpoch, "不明", DateTimeOffset.UnixEpoch));
        await db.SaveChangesAsync();
    }
}

using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Companies;
using PropertyDesk.Domain.Accounts;
using PropertyDesk.Domain.Companies;

namespace PropertyDesk.Application.Accounts;

/// <summary>What follows when a login has joined a company.</summary>
public sealed class AfterJoining(DeskDbContext db, LoginSessions sessions, AccountNotices notices)
{
    /// <summary>Logins of staff live shorter, also those that are open already; an owner whose bill opened an account is told.</summary>
    public async Task RunAsync(DeskUser user, Invitation invitation)
    {
        if (await sessions.KindAsync(user) == LoginKind.Staff)
        {
            await sessions.BecomeStaffAsync(user.Id);
        }

        if (invitation.BillId is { } billId && (invitation.Owner?.Phone ?? invitation.Owner?.Email) is { } known)
        {
            var number = await db.Bills.Where(b => b.Id == billId).Select(b => b.Number).SingleAsync();
            await notices.TellAsync(user.Id, [known], Texts.Of("有人用账单 {0} 上的代码开通了账号。如非本人或家人操作，请立即联系物业。", number));
        }
    }
}

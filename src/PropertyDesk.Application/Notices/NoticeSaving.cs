using Microsoft.EntityFrameworkCore;
using PropertyDesk.Domain;

namespace PropertyDesk.Application.Notices;

internal static class NoticeSaving
{
    /// <exception cref="RuleViolation">Somebody else changed the notice meanwhile.</exception>
    public static async Task SaveNoticeAsync(this DeskDbContext db, CancellationToken cancel = default)
    {
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (Exception error) when (error is DbUpdateConcurrencyException || db.IsUniqueViolation(error))
        {
            db.ChangeTracker.Clear();
            throw new RuleViolation("通知的状态已变化，请刷新后再试。");
        }
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PropertyDesk.Application.Channels;
using PropertyDesk.Domain.Accounts;
using PropertyDesk.Domain.Communities;
using PropertyDesk.Domain.Companies;
using PropertyDesk.Domain.Deliveries;

namespace PropertyDesk.Application.Accounts;

/// <summary>A message about a login.</summary>
/// <param name="UserId">Whose login it is.</param>
/// <param name="Key">De-duplication key: the same key is the same message.</param>
/// <param name="UsefulFor">After this time it is not sent any more, and its text is gone.</param>
public sealed record AccountMessage(Guid UserId, DeliveryKind Kind, string Key, string Address, string Text, TimeSpan UsefulFor);

/// <summary>
/// The one place where messages about logins meet the deliveries. A login belongs to no company, so a company that it is a
/// member of sends them; the text is encrypted from the first moment, and erased when it is of no use.
/// </summary>
public sealed class CodeDeliveries(TimeProvider clock)
{
    private static readonly string[] Filters = [DeskDbContext.CompanyFilter, DeskDbContext.CommunityFilter];

    /// <summary>Adds the row to the context of the caller, who saves it with what it tells of.</summary>
    /// <param name="scope">A scope of its own: the company is entered in it.</param>
    /// <returns>False when there is nobody who could send it.</returns>
    public async Task<bool> QueueAsync(IServiceProvider scope, AccountMessage message)
    {
        var db = scope.GetRequiredService<DeskDbContext>();
        if (await SenderAsync(db, message.UserId) is not var (company, community))
        {
            return false;
        }

        db.Current.EnterAsJob(company, "");
        var sealedText = scope.GetRequiredService<ISecretCipher>().Protect(message.Text);
        var now = clock.GetUtcNow();
        db.Add(new Delivery(community, message.Kind, message.Key, message.Address, sealedText, db.Current.Today(clock), now, now + message.UsefulFor));
        return true;
    }

    /// <summary>Takes the text out of every message of the current company that is of no use any more.</summary>
    public static Task<int> EraseAsync(DeskDbContext db, DateTimeOffset now) => db.Deliveries.Where(d => d.SealedText != null && d.UsefulUntil <= now)
        .ExecuteUpdateAsync(set => set.SetProperty(d => d.SealedText, (string?)null));

    private static async Task<(Company Company, Community Community)?> SenderAsync(DeskDbContext db, Guid userId)
    {
        // Past the filters: no company is entered yet; narrowed to the user's own memberships.
        var members = await db.Memberships.IgnoreQueryFilters(Filters).AsNoTracking().Include(m => m.Communities).Include(m => m.Owner)
            .Where(m => m.UserId == userId && m.DisabledAt == null).OrderBy(m => m.CompanyId).ThenBy(m => m.Id).ToListAsync();
        foreach (var member in members)
        {
            var only = member.Owner is { } owner ? [owner.CommunityId] : member.Communities.Select(c => c.CommunityId).ToArray();
            // Past the filters: as above; narrowed to the member's company and communities.
            var community = await db.Communities.IgnoreQueryFilters(Filters).Where(c => c.CompanyId == member.CompanyId && (only.Length == 0 || only.Contains(c.Id)))
                .OrderBy(c => c.Id).FirstOrDefaultAsync();
            if (community is not null)
            {
                return (await db.Companies.SingleAsync(c => c.Id == member.CompanyId), community);
            }
        }

        return null;
    }
}

using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PropertyDesk.Application.Database;
using PropertyDesk.Application.Deliveries;
using PropertyDesk.Domain.Accounts;
using PropertyDesk.Domain.Communities;
using PropertyDesk.Domain.Companies;
using PropertyDesk.Domain.Deliveries;

namespace PropertyDesk.Application.Accounts;

/// <summary>A message about a login, in the language of whoever caused it.</summary>
/// <param name="UserId">Whose login it is.</param>
/// <param name="Key">De-duplication key: the same key is the same message.</param>
/// <param name="Value">The value of a place in its template, by its name.</param>
/// <param name="UsefulFor">After this time it is not sent any more, and its text is gone.</param>
public sealed record AccountMessage(Guid UserId, DeliveryKind Kind, string Key, ContactAddress Address, Func<string, string> Value, TimeSpan UsefulFor);

/// <summary>
/// The one place where messages about logins meet the deliveries. A login belongs to no company, so a company that it is a
/// member of sends them, to the address itself whatever the owner prefers for bills; the text is encrypted from the first
/// moment, and erased when it is of no use.
/// </summary>
public sealed class CodeDeliveries(TimeProvider clock)
{
    /// <summary>Adds the row to the context of the caller, who saves it with what it tells of.</summary>
    /// <param name="scope">A scope of its own: the company is entered in it.</param>
    /// <returns>False when no company of the login can send to such an address, or each has sent as many codes by SMS today as it pays for.</returns>
    public async Task<bool> QueueAsync(IServiceProvider scope, AccountMessage message)
    {
        var db = scope.GetRequiredService<DeskDbContext>();
        var channel = message.Address.Kind == ContactKind.Email ? DeliveryChannel.Email : DeliveryChannel.Sms;
        foreach (var (company, community) in await SendersAsync(db, message.UserId))
        {
            db.Current.EnterAsJob(company, "");
            var ways = await DeliveryWays.OfAsync(db, CancellationToken.None);
            if (Languages.Where(l => ways.CanSend(message.Kind, channel, l)).Select(l => (DeliveryLanguage?)l).FirstOrDefault() is not { } language)
            {
                continue;
            }

            if (channel == DeliveryChannel.Sms && message.Kind == DeliveryKind.OneTimeCode && await db.SmsCodesAsync(db.Current.Today(clock)) >= ways.SmsCodesPerDay)
            {
                continue;
            }

            var text = FilledWords.Of(ways.Words(message.Kind, channel, language), language, message.Value, TemplateText.PlacesOf(message.Kind));
            var now = clock.GetUtcNow();
            var sealedText = new SealedText(language, text.TemplateCode, scope.GetRequiredService<SealedTexts>().Seal(text), now + message.UsefulFor);
            db.Add(new Delivery(community, message.Key, message.Kind, new DeliveryRoute(channel, message.Address.Text, null), sealedText, db.Current.Today(clock), now));
            return true;
        }

        return false;
    }

    /// <summary>Takes the text out of every message of the current company that is of no use any more.</summary>
    public static Task<int> EraseAsync(DeskDbContext db, DateTimeOffset now) => db.Deliveries.Where(d => d.SealedText != null && d.UsefulUntil <= now)
        .ExecuteUpdateAsync(set => set.SetProperty(d => d.SealedText, (string?)null));

    // A code in the other language is better than none: an SMS needs words that its provider has approved.
    private static IEnumerable<DeliveryLanguage> Languages => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en"
        ? [DeliveryLanguage.English, DeliveryLanguage.Chinese]
        : [DeliveryLanguage.Chinese, DeliveryLanguage.English];

    private static async Task<List<(Company Company, Community Community)>> SendersAsync(DeskDbContext db, Guid userId)
    {
        // Past the filters: no company is entered yet; narrowed to the user's own memberships.
        var members = await db.Memberships.AcrossCompanies().AsNoTracking().Include(m => m.Communities).Include(m => m.Owner)
            .Where(m => m.UserId == userId && m.DisabledAt == null).OrderBy(m => m.CompanyId).ThenBy(m => m.Id).ToListAsync();
        var senders = new List<(Company, Community)>();
        foreach (var member in members)
        {
            var only = member.Owner is { } owner ? [owner.CommunityId] : member.Communities.Select(c => c.CommunityId).ToArray();
            // Past the filters: as above; narrowed to the member's company and communities.
            var community = await db.Communities.AcrossCompanies().Where(c => c.CompanyId == member.CompanyId && (only.Length == 0 || only.Contains(c.Id)))
                .OrderBy(c => c.Id).FirstOrDefaultAsync();
            if (community is not null)
            {
                senders.Add((await db.Companies.SingleAsync(c => c.Id == member.CompanyId), community));
            }
        }

        return senders;
    }
}

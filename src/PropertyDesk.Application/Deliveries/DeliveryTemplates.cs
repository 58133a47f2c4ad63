using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Channels;
using PropertyDesk.Application.Payments;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Deliveries;

namespace PropertyDesk.Application.Deliveries;

/// <summary>A template in the list.</summary>
/// <param name="IsOwn">The company wrote it; otherwise the shipped words hold.</param>
/// <param name="IsReady">Of an SMS: it has the provider's code.</param>
public sealed record TemplateRow(DeliveryKind Kind, DeliveryChannel Channel, DeliveryLanguage Language, string Subject, string Body, bool IsOwn, bool IsReady);

/// <summary>A company's words for its messages.</summary>
public sealed class DeliveryTemplates(DeskDbContext db, ChannelAddresses addresses, TimeProvider clock)
{
    /// <summary>Every kind of message on every channel in both languages.</summary>
    public async Task<IReadOnlyList<TemplateRow>> ListAsync()
    {
        var own = await db.DeliveryTemplates.AsNoTracking().ToListAsync();
        return
        [
            .. from kind in DeliveryKinds.OfBills.Concat(DeliveryKinds.OfNotices).Concat(DeliveryKinds.OfLogins)
               from channel in Enum.GetValues<DeliveryChannel>()
               where kind.IsWrittenFor(channel)
               from language in Enum.GetValues<DeliveryLanguage>()
               let mine = own.Find(t => t.Kind == kind && t.Channel == channel && t.Language == language)
               let words = mine?.Words ?? ShippedWords.Of(kind, channel, language)
               select new TemplateRow(kind, channel, language, words.Subject, words.Body, mine is not null, channel != DeliveryChannel.Sms || words.Code is not null),
        ];
    }

    /// <summary>The words that hold.</summary>
    public async Task<TemplateWords> FindAsync(DeliveryKind kind, DeliveryChannel channel, DeliveryLanguage language) =>
        (await OwnAsync(kind, channel, language))?.Words ?? ShippedWords.Of(kind, channel, language);

    /// <exception cref="RuleViolation">A placeholder is unknown; it is named.</exception>
    public async Task ChangeAsync(DeliveryKind kind, DeliveryChannel channel, DeliveryLanguage language, TemplateWords words)
    {
        var template = await OwnAsync(kind, channel, language)
            ?? db.Add(new DeliveryTemplate(await db.Companies.SingleAsync(c => c.Id == db.Current.Require()), kind, channel, language)).Entity;
        template.Change(words, db.Current.UserName, clock.GetUtcNow());
        try
        {
            await db.SaveChangesAsync();
        }
        catch (DbUpdateException error) when (db.IsUniqueViolation(error))
        {
            throw new RuleViolation("刚被他人更改，请刷新后再试。");
        }
    }

    /// <summary>Back to the shipped words.</summary>
    public async Task ResetAsync(DeliveryKind kind, DeliveryChannel channel, DeliveryLanguage language)
    {
        if (await OwnAsync(kind, channel, language) is { } own)
        {
            db.Remove(own);
            await db.SaveChangesAsync();
        }
    }

    /// <summary>The words with a real bill in them: the newest that is open. Null where nothing was published yet. Of a login or notice: with examples.</summary>
    /// <exception cref="RuleViolation">A placeholder is unknown; it is named.</exception>
    public async Task<DeliveryText?> PreviewAsync(DeliveryKind kind, TemplateWords words, DeliveryLanguage language)
    {
        if (kind.IsAboutLogin() || DeliveryKinds.OfNotices.Contains(kind))
        {
            using var texts = new InLanguage(language);
            return FilledWords.Of(words, language, Words.ExampleOf, TemplateText.PlacesOf(kind));
        }

        var bill = await db.Bills.AsNoTracking().Published().OrderByDescending(b => b.Outstanding.Fen > 0).ThenByDescending(b => b.Period).ThenBy(b => b.Number).FirstOrDefaultAsync();
        if (bill is null)
        {
            return null;
        }

        var community = await db.Communities.AsNoTracking().SingleAsync(c => c.Id == bill.CommunityId);
        return BillFacts.Of(bill, community, db.Current.Name, bill.DueOn, bill.Outstanding, addresses.Bill(db.Current.Slug, bill.Id)).Fill(words, language);
    }

    private Task<DeliveryTemplate?> OwnAsync(DeliveryKind kind, DeliveryChannel channel, DeliveryLanguage language) =>
        db.DeliveryTemplates.FirstOrDefaultAsync(t => t.Kind == kind && t.Channel == channel && t.Language == language);
}

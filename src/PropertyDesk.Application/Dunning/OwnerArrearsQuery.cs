using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Channels;
using PropertyDesk.Application.Deliveries;
using PropertyDesk.Application.LateFees;
using PropertyDesk.Application.Owners;
using PropertyDesk.Application.Payments;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Deliveries;
using PropertyDesk.Domain.Dunning;

namespace PropertyDesk.Application.Dunning;

/// <summary>Reads everything about an owner's arrears for one page.</summary>
public sealed class OwnerArrearsQuery(DeskDbContext db, OwnerDuesQuery dues, LateFeeQueries fees, DunningLadders ladders, ChannelAddresses addresses, TimeProvider clock)
{
    private const int Latest = 12;

    /// <exception cref="NotFoundException">There is no such owner here.</exception>
    public async Task<OwnerArrears> FindAsync(Guid ownerId)
    {
        var due = await dues.FindAsync(ownerId);
        var (today, now) = (db.Current.Today(clock), clock.GetUtcNow());
        var call = await db.DunningContacts.AsNoTracking().FirstOrDefaultAsync(c => c.OwnerId == ownerId && c.Kind == DunningKind.Call && c.Slot != null);
        var fee = await fees.OpenOfOwnerAsync(ownerId, today);
        return new OwnerArrears(
            due, await BillsAsync(ownerId, today), fee, await WordsAsync(ownerId, due.CommunityId, today), (await ladders.OfAsync(due.CommunityId)).PromiseDays,
            call is not null, call?.CallOn, call is not null && call.IsTaken(db.Current.UserId ?? Guid.Empty, now) ? call.ClaimedBy : null,
            await ContactsAsync(ownerId), await PromisesAsync(ownerId));
    }

    private async Task<IReadOnlyList<ArrearsBill>> BillsAsync(Guid ownerId, DateOnly today)
    {
        var bills = await db.Bills.Open().Where(b => b.OwnerId == ownerId).OrderBy(b => b.DueOn).ThenBy(b => b.Number).Select(b => new
        {
            b.Id,
            b.Number,
            b.Period,
            b.UnitCode,
            b.DueOn,
            b.Outstanding,
            Promised = db.PromisedBills.Any(p => p.OpenBillId == b.Id),
            Disputed = db.Disputes.Any(d => d.OpenLineId != null && d.BillId == b.Id),
            Frozen = db.LateFeeFreezes.Any(f => f.BillId == b.Id && f.BillLineId == null && f.To == null),
            WithBank = db.DebitLineBills.Any(h => h.HeldBillId == b.Id),
            Step = db.DunningSteps.Where(s => s.BillId == b.Id).OrderByDescending(s => s.Day).Select(s => new { s.Kind, s.Day }).FirstOrDefault(),
            Note = db.ArrearsNotes.Where(n => n.BillId == b.Id).OrderByDescending(n => n.At).Select(n => new { n.Reason, n.Text }).FirstOrDefault(),
        }).AsNoTracking().ToListAsync();
        return bills.ConvertAll(b => new ArrearsBill(
            b.Id, b.Number, b.Period, b.UnitCode, b.DueOn!.Value, today.DayNumber - b.DueOn.Value.DayNumber, b.Outstanding, b.Step?.Kind, b.Step?.Day, b.Note?.Reason, b.Note?.Text,
            b.Promised ? DunningPause.Promised : b.Frozen ? DunningPause.Frozen : b.WithBank ? DunningPause.WithBank : b.Disputed ? DunningPause.Disputed : null));
    }

    // The company's own words for calls, with this owner's figures; nothing where nothing may be asked for.
    private async Task<string> WordsAsync(Guid ownerId, Guid communityId, DateOnly today)
    {
        var asked = await db.AskedAsync(db.Dunnable().Where(b => b.OwnerId == ownerId && b.DueOn < today));
        if (asked.Count == 0)
        {
            return "";
        }

        var ids = asked.ConvertAll(a => a.Id);
        var bills = await db.Bills.AsNoTracking().Where(b => ids.Contains(b.Id)).OrderBy(b => b.DueOn).ThenBy(b => b.Number).ToListAsync();
        var community = await db.Communities.AsNoTracking().SingleAsync(c => c.Id == communityId);
        var language = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en" ? DeliveryLanguage.English : DeliveryLanguage.Chinese;
        var words = (await DeliveryWays.OfAsync(db, CancellationToken.None)).Words(DeliveryKind.Overdue, DeliveryChannel.Phone, language);
        return BillFacts.OfSeveral(bills, community, db.Current.Name, Money.Sum(asked.Select(a => a.Asked)), addresses.Bill(db.Current.Slug, bills[0].Id)).Fill(words, language).Body;
    }

    private async Task<IReadOnlyList<PastContact>> ContactsAsync(Guid ownerId)
    {
        var calls = await db.DunningCalls.Where(c => c.OwnerId == ownerId).OrderByDescending(c => c.At).Take(Latest).Select(c => new PastContact(c.At, null, null, c.Outcome, c.Note, c.By, c.Again)).ToListAsync();
        var steps = await db.DunningContacts.Where(c => c.OwnerId == ownerId).OrderByDescending(c => c.Day).Take(Latest).Select(c => new { c.Day, c.Kind, Via = c.Delivery!.Channel }).ToListAsync();
        return
        [
            .. calls.Concat(steps.Select(s => new PastContact(null, s.Day, s.Kind, null, s.Via is { } channel ? Words.Of(channel) : null, null, null)))
                .OrderByDescending(c => c.Day ?? db.Current.DayOf(c.At!.Value)).ThenByDescending(c => c.At).Take(Latest),
        ];
    }

    private async Task<IReadOnlyList<PromiseRow>> PromisesAsync(Guid ownerId) => await db.PaymentPromises.Where(p => p.OwnerId == ownerId).OrderByDescending(p => p.MadeOn).ThenByDescending(p => p.Id).Take(Latest)
        .Select(p => new PromiseRow(p.Id, p.OwnerId, p.Owner.Name, p.Amount, p.Until, p.MadeOn, p.State, p.By, p.Note, "")).ToListAsync();
}

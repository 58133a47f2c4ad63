using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Billing;
using PropertyDesk.Application.Corrections;
using PropertyDesk.Application.Payments;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Billing;
using PropertyDesk.Domain.Charges;
using PropertyDesk.Domain.Communities;
using PropertyDesk.Domain.Tickets;

namespace PropertyDesk.Application.Tickets;

/// <summary>Bills the material and labour of a ticket to its owner (特约服务): one bill, one line with its working, payable at once.</summary>
public sealed class ChargeTicket(DeskDbContext db, TicketSight sight, PaymentBooking booking, BillPublishing publishing, TimeProvider clock)
{
    /// <summary>The item that services are billed under.</summary>
    public const string ItemName = "特约服务费";

    // After the charges of every month, before late fees.
    private const int Priority = 900;

    /// <summary>Bills what no line charges yet, so that a ticket that was opened again pays for what came on top, and what was taken back can be billed anew.</summary>
    /// <returns>The owner, who can pay at once.</returns>
    /// <exception cref="RuleViolation">It is not done, nobody would pay, nothing is to be charged, or somebody charged it at the same time.</exception>
    public async Task<Guid> RunAsync(Guid ticketId, CancellationToken cancel = default)
    {
        if (!sight.IsDesk)
        {
            throw new NotFoundException(nameof(Ticket), ticketId);
        }

        var communityId = (await sight.FindAsync(ticketId)).CommunityId;
        await booking.PrepareAsync(communityId);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        // What was charged before is read after this, so that nobody charges the same at the same moment.
        await booking.HoldAsync(communityId, cancel);
        db.ChangeTracker.Clear();
        var ticket = await db.Tickets.Include(t => t.Category).Include(t => t.Owner).Include(t => t.Unit).SingleAsync(t => t.Id == ticketId, cancel);
        ticket.RequireChargeable();
        var parts = (await db.TicketParts.Include(p => p.BillLine).Where(p => p.TicketId == ticketId).OrderBy(p => p.Round).ThenBy(p => p.Position).ToListAsync(cancel)).FindAll(p => p.IsOpen && !p.Amount.IsZero);
        if (parts.Count == 0)
        {
            throw new RuleViolation("没有要收费的材料和人工，或已经开过账单。");
        }

        try
        {
            await BillAsync(ticket, parts, cancel);
        }
        catch (DbUpdateException error) when (error is DbUpdateConcurrencyException || db.IsUniqueViolation(error))
        {
            throw new RuleViolation(MoveTickets.Changed);
        }

        await transaction.CommitAsync(cancel);
        return ticket.OwnerId!.Value;
    }

    // Whoever called for the garden named no unit: the bill needs one, and takes the only one that there is.
    private async Task<Unit> OnlyUnitAsync(Ticket ticket, DateOnly today, CancellationToken cancel)
    {
        var units = await db.Ownerships.Where(o => o.OwnerId == ticket.OwnerId && o.From <= today && (o.To == null || o.To >= today)).Select(o => o.Unit).ToListAsync(cancel);
        return units is [var only] ? only : throw new RuleViolation("工单没有写明房屋，业主现有 {0} 处房屋，不知道记在哪一处。", [units.Count]);
    }

    private async Task BillAsync(Ticket ticket, List<TicketPart> parts, CancellationToken cancel)
    {
        var community = await db.Communities.SingleAsync(c => c.Id == ticket.CommunityId, cancel);
        var (by, month) = (db.Acting(clock), BillingMonth.Of(db.Current.Today(clock)));
        var run = await db.AddRunAsync(community, month, BillRunKind.Service, by.At, cancel);
        var item = await db.ItemAsync(community, ItemName, Priority, cancel);
        var bill = new Bill(run, ticket.Unit ?? await OnlyUnitAsync(ticket, by.Today, cancel), ticket.Owner!, 1);
        var line = CalculatedLine.Of(new ServiceWorking(ticket.Display, parts.ConvertAll(p => new ServicePart(p.Name, p.Quantity, p.Price))));
        var billed = BillLine.OfService(bill, ticket, item, 1, line.Amount, line.Working.ToJson(), await db.BillLines.CountAsync(l => l.TicketId == ticket.Id, cancel));
        bill.Add(billed);
        parts.ForEach(p => p.ChargedBy(billed));
        db.Add(ticket.Charged(bill, line.Amount, by));
        await publishing.IssueAtOnceAsync(run, [bill], community, cancel);
    }
}

using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Corrections;
using PropertyDesk.Application.Database;
using PropertyDesk.Application.Deliveries;
using PropertyDesk.Application.Files;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Corrections;
using PropertyDesk.Domain.Tickets;
using PropertyDesk.Domain.WorkOrders;

namespace PropertyDesk.Application.Tickets;

/// <summary>What is said with a verb.</summary>
/// <param name="To">For assigning: a department's id, or a login's of staff.</param>
/// <param name="Parts">For finishing: material and labour.</param>
/// <param name="OverOrders">For finishing and cancelling: although departments were asked for something that is not decided.</param>
public sealed record TicketAct(TicketVerb Verb, string? Text = null, Guid? To = null, IReadOnlyList<TicketPartPlan>? Parts = null, IReadOnlyList<NewFile>? Photos = null, bool OverOrders = false);

/// <summary>Moves tickets, by whoever may; every act leaves its row of history in the same transaction.</summary>
public sealed class MoveTickets(DeskDbContext db, TicketSight sight, TicketSettings settings, Attachments files, AnswerMessages answers, TimeProvider clock)
{
    /// <summary>Somebody else was quicker.</summary>
    internal const string Changed = "工单刚被他人更改，请刷新后再看。";

    /// <exception cref="NotFoundException">There is no such ticket for whoever asks.</exception>
    /// <exception cref="RuleViolation">It cannot be done now or not by them, something is missing, or somebody else was quicker.</exception>
    public Task DoAsync(Guid id, TicketAct act) => ChangeAsync(id, async (ticket, by) =>
    {
        if (!(await sight.VerbsAsync(ticket)).Contains(act.Verb))
        {
            throw new RuleViolation("工单刚有变动，现在不能这样做，请刷新后再看。");
        }

        if (act.Verb is TicketVerb.Finish or TicketVerb.Cancel && sight.IsStaff && !act.OverOrders)
        {
            await RequireNoOrdersAsync([ticket.Id]);
        }

        if (act.Photos?.Count > OpenTickets.MostPhotos)
        {
            throw new RuleViolation("照片最多 {0} 张。", [OpenTickets.MostPhotos], "Photos");
        }

        var step = ticket.Do(act.Verb, act.Text, act.To is { } to ? await settings.WhomAsync(to, ticket.CommunityId) : null, await settings.ClockAsync(), by);
        if (act.Verb == TicketVerb.Finish)
        {
            db.AddRange(ticket.Use(act.Parts ?? []));
        }

        if (act.Verb is TicketVerb.Finish or TicketVerb.Cancel && ticket.OwnerId is { } owner && sight.IsStaff)
        {
            await TellAsync(owner, ticket, step);
        }

        foreach (var photo in act.Photos ?? [])
        {
            db.Add(new TicketPhoto(ticket, await files.AddAsync(ticket.CommunityId, photo), ofWork: sight.IsStaff));
        }

        return step;
    });

    /// <summary>The owner, or the desk for the owner, asks for it again.</summary>
    public Task UrgeAsync(Guid id, string? text) => ChangeAsync(id, (ticket, by) =>
    {
        RequireOwnersSide(ticket);
        return Task.FromResult(ticket.Urge(text, by));
    });

    /// <summary>The owner, or the desk at the follow-up call (回访), says how it was.</summary>
    public Task RateAsync(Guid id, int score, string? text) => ChangeAsync(id, (ticket, by) =>
    {
        RequireOwnersSide(ticket);
        return Task.FromResult(ticket.Rate(score, text, by));
    });

    /// <summary>A low score was looked into.</summary>
    public Task SettleAsync(Guid id, string? text) => ChangeAsync(id, (ticket, by) =>
    {
        RequireDesk();
        return Task.FromResult(ticket.Settle(text, by));
    });

    /// <summary>Names who looks into a low score.</summary>
    public Task EntrustAsync(Guid id, Guid? to) => ChangeAsync(id, async (ticket, by) =>
    {
        RequireDesk();
        return ticket.Entrust(to is { } user ? await settings.WhomAsync(user, ticket.CommunityId) : new TicketWhom(null, null, ""), by);
    });

    public Task RemarkAsync(Guid id, string? text) => ChangeAsync(id, (ticket, by) =>
    {
        if (!sight.IsStaff)
        {
            throw new NotFoundException(nameof(Ticket), id);
        }

        return Task.FromResult(ticket.Remark(text, by));
    });

    /// <summary>The mass failure is over that the tickets are part of; the caller saves.</summary>
    /// <param name="ask">The owners are still asked whether it is well with them (待回访); else the tickets are closed.</param>
    internal async Task EndAllAsync(IEnumerable<Ticket> tickets, bool ask, string? result, Requester by)
    {
        var promises = await settings.ClockAsync();
        foreach (var ticket in tickets)
        {
            var step = ticket.Do(ask ? TicketVerb.FinishWithIncident : TicketVerb.CloseWithIncident, result, null, promises, by);
            db.Add(step);
            if (ticket.OwnerId is { } owner)
            {
                await TellAsync(owner, ticket, step);
            }
        }
    }

    /// <exception cref="RuleViolation">A department was asked for something for one of them, and it is not decided.</exception>
    internal async Task RequireNoOrdersAsync(IReadOnlyCollection<Guid> tickets)
    {
        var open = await db.WorkOrders.Where(o => o.TicketId != null && tickets.Contains(o.TicketId.Value) && o.State != OrderState.Confirmed && o.State != OrderState.Withdrawn)
            .OrderBy(o => o.Number).Select(o => o.Number).ToListAsync();
        if (open.Count > 0)
        {
            throw new RuleViolation("还有 {0} 件部门工单没有办结：{1}。确实要完成，请勾选“部门工单未办结也继续”。", [open.Count, string.Join('、', open.Select(WorkOrder.Format))], "OverOrders");
        }
    }

    private Task TellAsync(Guid owner, Ticket ticket, TicketStep step) => answers.AddAsync(owner, $"ticket:{ticket.Id:n}:{step.Number}", $"tickets/details/{ticket.Id}", () => (
        step.Verb switch
        {
            TicketVerb.Finish or TicketVerb.FinishWithIncident => Texts.Of("您的工单 {0} 已完成，请确认", ticket.Display),
            TicketVerb.CloseWithIncident => Texts.Of("您的工单 {0} 已处理完", ticket.Display),
            _ => Texts.Of("您的工单 {0} 已取消", ticket.Display),
        },
        step.Text ?? ""));

    private void RequireOwnersSide(Ticket ticket)
    {
        if (!sight.IsDesk && !sight.ActsForOwner(ticket))
        {
            throw new NotFoundException(nameof(Ticket), ticket.Id);
        }
    }

    private void RequireDesk()
    {
        if (!sight.IsDesk)
        {
            throw new NotFoundException(nameof(Ticket), null);
        }
    }

    private async Task ChangeAsync(Guid id, Func<Ticket, Requester, Task<TicketStep>> act)
    {
        var ticket = await sight.FindAsync(id);
        db.Add(await act(ticket, db.Acting(clock)));
        await db.SaveOrRefuseAsync(Changed);
    }
}

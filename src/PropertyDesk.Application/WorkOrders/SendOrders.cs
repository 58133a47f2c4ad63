using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Corrections;
using PropertyDesk.Application.Database;
using PropertyDesk.Application.Files;
using PropertyDesk.Application.Tickets;
using PropertyDesk.Domain;
using PropertyDesk.Domain.WorkOrders;

namespace PropertyDesk.Application.WorkOrders;

/// <summary>A work order as the form asks for it.</summary>
/// <param name="RequestId">Made when the form was opened; the same id is one order.</param>
/// <param name="CommunityId">Of an order without a ticket.</param>
/// <param name="Unit">The unit's number as people write it; null where none is meant.</param>
public sealed record NewOrder(
    Guid RequestId, Guid? CommunityId, Guid? FromId, Guid? ToId, string? What, DateOnly DueOn, Guid? TicketId, string? Unit, string? Place, IReadOnlyList<NewFile> Files);

/// <summary>Sends what a department wants of another.</summary>
public sealed class SendOrders(DeskDbContext db, OrderSight sight, TicketSight tickets, Attachments files, TimeProvider clock)
{
    public const int MostFiles = 6;
    private const int Tries = 5;

    /// <returns>The order; for a form that was sent before, the one of then.</returns>
    /// <exception cref="RuleViolation">Something is missing, does not belong together, or whoever asks is not of the department.</exception>
    /// <exception cref="NotFoundException">Department, ticket, unit or community is not there for whoever asks.</exception>
    public async Task<Guid> RunAsync(NewOrder asked)
    {
        for (var turn = 1; ; turn++)
        {
            if (await db.EarlierAsync<WorkOrder>(o => o.RequestId == asked.RequestId) is { } earlier)
            {
                return earlier;
            }

            var order = await AddAsync(asked);
            try
            {
                await db.SaveChangesAsync();
                return order.Id;
            }
            catch (DbUpdateConcurrencyException)
            {
                db.ChangeTracker.Clear();
                throw new RuleViolation(MoveTickets.Changed);
            }
            catch (DbUpdateException error) when (turn < Tries && db.IsUniqueViolation(error))
            {
                // Somebody else took the number at the same moment, or the form came twice.
                db.ChangeTracker.Clear();
            }
        }
    }

    /// <summary>Adds files to a row of the history; the caller saves.</summary>
    internal static async Task AttachAsync(DeskDbContext db, Attachments files, OrderStep step, IReadOnlyList<NewFile> added)
    {
        if (added.Count > MostFiles)
        {
            throw new RuleViolation("附件最多 {0} 个。", [MostFiles], "Files");
        }

        foreach (var file in added)
        {
            db.Add(new OrderFile(step, await files.AddAsync(step.CommunityId, file)));
        }
    }

    private async Task<WorkOrder> AddAsync(NewOrder asked)
    {
        var from = await DepartmentAsync(asked.FromId, "请选择发出部门。", "From");
        if (!sight.IsManager && !await sight.Departments().ContainsAsync(from.Id))
        {
            throw new RuleViolation("只能以自己所在部门的名义发出。", field: "From");
        }

        var to = await DepartmentAsync(asked.ToId, "请选择接收部门。", "To");
        var ticket = asked.TicketId is { } t ? await tickets.FindStaffsAsync(t) : null;
        var communityId = ticket?.CommunityId ?? asked.CommunityId ?? throw new RuleViolation("请选择小区。", field: "Community");
        var community = NotFoundException.Check(await db.Communities.FirstOrDefaultAsync(c => c.Id == communityId), communityId);
        var code = asked.Unit?.Trim() ?? "";
        var unit = code.Length == 0 ? null : await db.Units.FirstOrDefaultAsync(u => u.CommunityId == communityId && u.Code == code) ?? throw new RuleViolation("没有房屋 {0}。", [code], "Unit");
        // Past the filters: the numbers of a company are one series, whatever communities the person who asks may see.
        var number = (await db.WorkOrders.IgnoreQueryFilters([DeskDbContext.CommunityFilter]).MaxAsync(o => (int?)o.Number) ?? 0) + 1;
        var by = db.Acting(clock);
        var order = new WorkOrder(community, number, new OrderFacts(from, to, asked.What, asked.DueOn, ticket, unit, asked.Place), asked.RequestId, by);
        var step = order.Sent(by);
        db.AddRange(order, step);
        if (ticket is not null)
        {
            db.Add(ticket.Ordered(order, by));
        }

        await AttachAsync(db, files, step, asked.Files);
        return order;
    }

    private async Task<Domain.Tickets.Department> DepartmentAsync(Guid? id, string missing, string field) => id is { } known
        ? NotFoundException.Check(await db.Departments.FirstOrDefaultAsync(d => d.Id == known), known) : throw new RuleViolation(missing, field: field);
}

using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Corrections;
using PropertyDesk.Application.Database;
using PropertyDesk.Application.Files;
using PropertyDesk.Application.Tickets;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Tickets;
using PropertyDesk.Domain.WorkOrders;

namespace PropertyDesk.Application.WorkOrders;

/// <summary>What is said with a verb.</summary>
/// <param name="Worker">For handing over: the login of somebody of the department.</param>
public sealed record OrderAct(OrderVerb Verb, string? Text = null, DateOnly? DueOn = null, Guid? Worker = null, IReadOnlyList<NewFile>? Files = null);

/// <summary>Moves work orders, by whoever may; every act leaves its row of history in the same transaction.</summary>
public sealed class MoveOrders(DeskDbContext db, OrderSight sight, TicketSettings settings, Attachments files, TimeProvider clock)
{
    private const string Changed = "部门工单刚有变动，现在不能这样做，请刷新后再看。";

    /// <exception cref="NotFoundException">There is no such order for whoever asks.</exception>
    /// <exception cref="RuleViolation">It cannot be done now or not by them, something is missing, or somebody else was quicker.</exception>
    public async Task DoAsync(Guid id, OrderAct act)
    {
        var order = NotFoundException.Check(await sight.Seen().FirstOrDefaultAsync(o => o.Id == id), id);
        if (!(await sight.VerbsAsync(order.State, order.FromId, order.ToId)).Contains(act.Verb))
        {
            throw new RuleViolation(Changed);
        }

        var step = order.Do(act.Verb, new OrderWords(act.Text, act.DueOn, act.Worker is { } worker ? await WorkerAsync(order, worker) : null), db.Acting(clock));
        db.Add(step);
        await SendOrders.AttachAsync(db, files, step, act.Files ?? []);
        await db.SaveOrRefuseAsync(Changed);
    }

    private async Task<TicketWhom> WorkerAsync(WorkOrder order, Guid worker)
    {
        var isOfIt = await db.DepartmentMembers.AnyAsync(m => m.DepartmentId == order.ToId && m.UserId == worker);
        return isOfIt ? await settings.WhomAsync(worker, order.CommunityId) : throw new RuleViolation("请选择接收部门里的人。", field: "Worker");
    }
}

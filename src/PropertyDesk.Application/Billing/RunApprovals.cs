using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Corrections;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Billing;

namespace PropertyDesk.Application.Billing;

/// <summary>A draft that waits for another person's approval.</summary>
public sealed record SubmittedRun(Guid Id, string Community, BillingMonth Period, int BillCount, Money Total, string SubmittedBy);

/// <summary>The second pair of eyes before a month's bills go out, where a community asks for it.</summary>
public sealed class RunApprovals(DeskDbContext db, TimeProvider clock)
{
    public Task SubmitAsync(Guid runId) => ChangeAsync(runId, run => run.Submit(db.Acting(clock)));

    /// <exception cref="RuleViolation">Nobody submitted it, or the same person did.</exception>
    public Task ApproveAsync(Guid runId) => ChangeAsync(runId, run => run.Approve(db.Acting(clock)));

    /// <param name="required">A second person approves each month's bills of the community.</param>
    public async Task RequireAsync(Guid communityId, bool required)
    {
        var community = NotFoundException.Check(await db.Communities.FirstOrDefaultAsync(c => c.Id == communityId), communityId);
        community.RequireRunApproval(required);
        await db.SaveChangesAsync();
    }

    public Task<bool> IsRequiredAsync(Guid communityId) => db.Communities.Where(c => c.Id == communityId).Select(c => c.RunsNeedApproval).FirstOrDefaultAsync();

    public Task<List<SubmittedRun>> WaitingAsync() =>
        (from run in db.BillRuns
         where run.SubmittedBy != null && run.ApprovedAt == null && (run.State == BillRunState.Draft || run.State == BillRunState.PartlyPublished)
         join community in db.Communities on run.CommunityId equals community.Id
         orderby run.Period, community.Name
         select new SubmittedRun(run.Id, community.Name, run.Period, run.BillCount, run.Total, run.SubmittedBy!)).ToListAsync();

    private async Task ChangeAsync(Guid runId, Action<BillRun> change)
    {
        var run = NotFoundException.Check(await db.BillRuns.FirstOrDefaultAsync(r => r.Id == runId), runId);
        change(run);
        try
        {
            await db.SaveChangesAsync();
        }
        catch (DbUpdateConcurrencyException)
        {
            throw new RuleViolation("账单刚被他人更改，请刷新后再试。");
        }
    }
}

using Microsoft.EntityFrameworkCore;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Companies;
using PropertyDesk.Domain.Corrections;

namespace PropertyDesk.Application.Corrections;

/// <summary>A step of the approval ladder.</summary>
/// <param name="Limit">Null: any amount.</param>
public sealed record ApprovalStep(Role Role, Money? Limit);

/// <summary>The approval ladder (审批权限) of a company: which role decides up to which amount.</summary>
public sealed class ApprovalLimits(DeskDbContext db)
{
    /// <summary>What holds until a company sets its own: finance up to ¥500, the manager any amount.</summary>
    private static readonly ApprovalStep[] Standard = [new(Role.Manager, null), new(Role.Finance, new Money(50_000))];

    /// <summary>The roles that may approve at all.</summary>
    public static IReadOnlyList<Role> Roles { get; } = [Role.Manager, Role.Finance];

    public async Task<IReadOnlyList<ApprovalStep>> ListAsync()
    {
        var own = await db.ApprovalLimits.AsNoTracking().ToListAsync();
        return [.. Roles.Select(role => own.Find(l => l.Role == role) is { } limit
            ? new ApprovalStep(role, limit.IsUnlimited ? null : limit.Limit)
            : Standard.First(s => s.Role == role))];
    }

    public async Task ChangeAsync(Role role, Money? limit)
    {
        db.Current.RequireAllCommunities();
        if (!Roles.Contains(role))
        {
            throw new RuleViolation("这个角色不能审批。", field: "Role");
        }

        var own = await db.ApprovalLimits.FirstOrDefaultAsync(l => l.Role == role);
        if (own is null)
        {
            var company = await db.Companies.SingleAsync(c => c.Id == db.Current.Require());
            db.Add(new ApprovalLimit(company, role, limit));
        }
        else
        {
            own.Change(limit);
        }

        await db.SaveChangesAsync();
    }

    /// <exception cref="RuleViolation">None of the roles of whoever acts reaches the amount; the message says which one does.</exception>
    public async Task RequireAsync(Money amount)
    {
        var steps = await ListAsync();
        bool Reaches(ApprovalStep step) => step.Limit is not { } limit || amount <= limit;
        if (!steps.Any(s => db.Current.Roles.Contains(s.Role) && Reaches(s)))
        {
            throw new RuleViolation("金额 {0} 超出您的审批额度，可由{1}审批。", [amount, string.Join("、", steps.Where(Reaches).Select(s => Words.Of(s.Role)))]);
        }
    }
}

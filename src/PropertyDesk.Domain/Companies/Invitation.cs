using PropertyDesk.Domain.Billing;
using PropertyDesk.Domain.Owners;

namespace PropertyDesk.Domain.Companies;

/// <summary>
/// A link by which a person gets a login: single use, 24 hours. Only the SHA-256 of its token is kept. Nobody chooses
/// the own identity: the desk made the invitation for one owner record or one staff role.
/// </summary>
public sealed class Invitation : CompanyOwned
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    private Invitation()
    {
    }

    private Invitation(int companyId, Role role, string name, string tokenHash, DateTimeOffset now)
        : base(companyId) => (Role, Name, TokenHash, ExpiresAt) = (role, name, tokenHash, now + Lifetime);

    public Role Role { get; private set; }

    public Guid? OwnerId { get; private set; }

    public Owner? Owner { get; private set; }

    /// <summary>The bill whose printed code it was made with; null where the desk made it.</summary>
    public Guid? BillId { get; private set; }

    /// <summary>Whom it is for, as shown on the acceptance page.</summary>
    public string Name { get; private set; } = "";

    public string TokenHash { get; private set; } = "";

    /// <summary>Ids of the communities a staff member will be limited to, comma separated; empty means all.</summary>
    public string CommunityIds { get; private set; } = "";

    public DateTimeOffset ExpiresAt { get; private set; }

    public DateTimeOffset? AcceptedAt { get; private set; }

    public Guid? AcceptedBy { get; private set; }

    public static Invitation ForOwner(Owner owner, string tokenHash, DateTimeOffset now) =>
        new(owner.CompanyId, Role.Owner, owner.Name, tokenHash, now) { OwnerId = owner.Id };

    /// <summary>For the payer of a bill who has opened it by its printed code.</summary>
    public static Invitation ByBill(Bill bill, string tokenHash, DateTimeOffset now) =>
        new(bill.CompanyId, Role.Owner, bill.Owner.Name, tokenHash, now) { OwnerId = bill.OwnerId, BillId = bill.Id };

    /// <summary>For somebody of an owner's family, made by the owner.</summary>
    public static Invitation ForFamily(Owner owner, Role role, string? name, string tokenHash, DateTimeOffset now) =>
        role.IsFamily()
            ? new Invitation(owner.CompanyId, role, Require.Text(name, "家人姓名", 40), tokenHash, now) { OwnerId = owner.Id }
            : throw new RuleViolation("家人只能设为“只查看”或“可查看和缴费”。", field: "Role");

    public static Invitation ForStaff(Company company, Role role, string name, IEnumerable<Guid> communities, string tokenHash, DateTimeOffset now) =>
        role.IsStaff()
            ? new Invitation(company.Id, role, Require.Text(name, "姓名"), tokenHash, now) { CommunityIds = string.Join(',', communities) }
            : throw new RuleViolation("业主账号只能由业主档案邀请开通。");

    public void Accept(Guid userId, DateTimeOffset now)
    {
        if (AcceptedAt is not null)
        {
            throw new RuleViolation("邀请链接已经使用过。");
        }

        if (now > ExpiresAt)
        {
            throw new RuleViolation("邀请链接已过期，请联系物业重新发送。");
        }

        (AcceptedAt, AcceptedBy) = (now, userId);
    }
}

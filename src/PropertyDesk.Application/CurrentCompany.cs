using PropertyDesk.Domain;
using PropertyDesk.Domain.Companies;

namespace PropertyDesk.Application;

/// <summary>
/// The company that this request or job works for, and who works in it. Scoped; entered once. Until it is entered every
/// query of owned rows is empty.
/// </summary>
public sealed class CurrentCompany
{
    public int? Id { get; private set; }

    public string Slug { get; private set; } = "";

    public string Name { get; private set; } = "";

    public TimeZoneInfo TimeZone { get; private set; } = TimeZoneInfo.Utc;

    public Guid? UserId { get; private set; }

    public string UserName { get; private set; } = "";

    public IReadOnlyCollection<Role> Roles { get; private set; } = [];

    /// <summary>One of the roles works only with a second factor.</summary>
    public bool NeedsSecondFactor { get; private set; }

    /// <summary>True: no limit to some communities.</summary>
    public bool AllCommunities { get; private set; }

    public Guid[] CommunityIds { get; private set; } = [];

    /// <summary>The owner records that the login may look at, on the portal.</summary>
    public Guid[] OwnerIds { get; private set; } = [];

    /// <summary>Those of them that it may pay, ask and order for: the own ones, and where the owner allowed it.</summary>
    public Guid[] ActsForOwnerIds { get; private set; } = [];

    /// <summary>Those of them that are the login's own: personal data and family are theirs alone to manage.</summary>
    public Guid[] IsOwnerIds { get; private set; } = [];

    /// <summary>Enters as a member.</summary>
    /// <param name="memberships">The user's enabled memberships in this company; at least one.</param>
    /// <param name="ownerCommunities">The communities of the owner records among them.</param>
    public void Enter(Company company, Guid userId, string userName, IReadOnlyCollection<Membership> memberships, IEnumerable<Guid> ownerCommunities)
    {
        EnterCompany(company);
        (UserId, UserName) = (userId, userName);
        Roles = [.. memberships.Select(m => m.Role).Distinct()];
        NeedsSecondFactor = Roles.Any(company.RequiresSecondFactor);
        OwnerIds = Records(_ => true);
        ActsForOwnerIds = Records(role => role != Role.FamilyViewer);
        IsOwnerIds = Records(role => role == Role.Owner);
        AllCommunities = memberships.Any(m => m.AllCommunities);
        CommunityIds = [.. memberships.SelectMany(m => m.Communities).Select(c => c.CommunityId).Concat(ownerCommunities).Distinct()];

        Guid[] Records(Func<Role, bool> may) => [.. memberships.Where(m => m.OwnerId is not null && may(m.Role)).Select(m => m.OwnerId!.Value).Distinct()];
    }

    /// <summary>Enters as the program itself: a job, a command, the demo data.</summary>
    public void EnterAsJob(Company company, string name)
    {
        EnterCompany(company);
        (UserName, AllCommunities) = (name, true);
    }

    /// <summary>For what concerns the whole company: who sees a part of it cannot judge it.</summary>
    /// <exception cref="RuleViolation">Whoever works is limited to some communities.</exception>
    public void RequireAllCommunities()
    {
        if (!AllCommunities)
        {
            throw new RuleViolation("这会影响整个公司，须由能看到全部小区的人来做。");
        }
    }

    /// <summary>Today in the company's time zone.</summary>
    public DateOnly Today(TimeProvider clock) => DayOf(clock.GetUtcNow());

    /// <summary>The day of an instant in the company's time zone.</summary>
    public DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, TimeZone).DateTime);

    /// <summary>The instant of a time of day as people of the company write it.</summary>
    public DateTimeOffset InstantOf(DateTime local) => new DateTimeOffset(DateTime.SpecifyKind(local, DateTimeKind.Unspecified), TimeZone.GetUtcOffset(local)).ToUniversalTime();

    /// <summary>When a day begins in the company's time zone: where the clocks are put forward at midnight, later than that.</summary>
    public DateTimeOffset StartOf(DateOnly day)
    {
        var local = day.ToDateTime(TimeOnly.MinValue);
        while (TimeZone.IsInvalidTime(local))
        {
            local = local.AddMinutes(30);
        }

        return InstantOf(local);
    }

    /// <summary>The company's id; an error where none was entered.</summary>
    public int Require() => Id ?? throw new NotFoundException("Company");

    private void EnterCompany(Company company)
    {
        if (Id is not null && Id != company.Id)
        {
            throw new InvalidOperationException("A scope works for one company only.");
        }

        (Id, Slug, Name) = (company.Id, company.Slug, company.Name);
        TimeZone = TimeZoneInfo.FindSystemTimeZoneById(company.TimeZone);
    }
}

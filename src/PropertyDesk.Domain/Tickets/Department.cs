using PropertyDesk.Domain.Companies;

namespace PropertyDesk.Domain.Tickets;

/// <summary>A part of the company that does tickets (部门): repairs, cleaning, security, customer service.</summary>
public sealed class Department : CompanyOwned
{
    private readonly List<DepartmentMember> _members = [];

    private Department()
    {
    }

    public Department(Company company, string? name)
        : base(company.Id) => Rename(name);

    public string Name { get; private set; } = "";

    public IReadOnlyList<DepartmentMember> Members => _members;

    public void Rename(string? name) => Name = Require.Text(name, "部门名称", 40);

    /// <summary>Sets who belongs to it.</summary>
    /// <param name="users">Logins of staff.</param>
    /// <returns>Those who do no more: the caller removes the rows.</returns>
    public IReadOnlyList<DepartmentMember> SetMembers(IReadOnlyCollection<Guid> users)
    {
        var gone = _members.FindAll(m => !users.Contains(m.UserId));
        _members.RemoveAll(gone.Contains);
        _members.AddRange(users.Distinct().Where(u => _members.TrueForAll(m => m.UserId != u)).Select(u => new DepartmentMember(this, u)).ToList());
        return gone;
    }
}

/// <summary>Somebody of the staff who belongs to a department.</summary>
public sealed class DepartmentMember : CompanyOwned
{
    private DepartmentMember()
    {
    }

    internal DepartmentMember(Department department, Guid userId)
        : base(department.CompanyId) => (DepartmentId, UserId) = (department.Id, userId);

    public Guid DepartmentId { get; private set; }

    public Guid UserId { get; private set; }
}

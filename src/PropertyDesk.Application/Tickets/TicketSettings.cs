using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Database;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Companies;
using PropertyDesk.Domain.Tickets;

namespace PropertyDesk.Application.Tickets;

/// <summary>Somebody of the staff who can be given a ticket.</summary>
public sealed record StaffName(Guid UserId, string Name, Role Role);

/// <summary>A department with its people.</summary>
public sealed record DepartmentRow(Guid Id, string Name, IReadOnlyList<Guid> Members);

/// <summary>A company's categories, departments and working time. Who is limited to some communities changes none of them.</summary>
public sealed class TicketSettings(DeskDbContext db)
{
    // What a company begins with; minutes of working time, of emergencies of any time.
    private static readonly (string Department, (TicketKind Kind, string Name, int Respond, int Resolve)[] Categories)[] Standard =
    [
        ("维修部", [(TicketKind.Repair, "水电维修", 60, 540), (TicketKind.Repair, "门窗家具", 120, 1080), (TicketKind.Repair, "公共设施", 60, 1080), (TicketKind.Repair, "电梯", 15, 240)]),
        ("保洁部", [(TicketKind.Hygiene, "环境卫生", 60, 540)]),
        ("保安部", [(TicketKind.Safety, "治安消防", 30, 240), (TicketKind.Safety, "车辆停放", 30, 240)]),
        ("客服部", [(TicketKind.Complaint, "投诉", 120, 1620), (TicketKind.Suggestion, "建议", 540, 4050), (TicketKind.Other, "其他", 240, 1620)]),
    ];

    private static readonly TicketPromise AtOnce = new(10, 120);

    /// <summary>Makes the standard departments and categories where a company has none; twice, or at once, it makes them once.</summary>
    public async Task FillAsync()
    {
        if (await db.TicketCategories.AnyAsync())
        {
            return;
        }

        var company = await CompanyAsync();
        foreach (var (name, categories) in Standard)
        {
            var department = new Department(company, name);
            db.Add(department);
            db.AddRange(categories.Select(c => new TicketCategory(company, new CategoryPlan(
                c.Kind, c.Name, department.Id, new(c.Respond, c.Resolve), new(Math.Max(15, c.Respond / 2), Math.Max(60, c.Resolve / 2)), AtOnce))));
        }

        await db.SaveUnlessThereAsync();
    }

    /// <summary>The clock of promises of the company.</summary>
    public async Task<PromiseClock> ClockAsync() =>
        PromiseClock.Of(await db.OfficeHours.AsNoTracking().ToListAsync(), await db.OfficeDays.AsNoTracking().ToListAsync(), db.Current.TimeZone);

    /// <summary>Those that can be chosen first, by kind and name.</summary>
    public Task<List<TicketCategory>> CategoriesAsync(bool withEnded = false) => db.TicketCategories.AsNoTracking().Include(c => c.Department)
        .Where(c => withEnded || !c.IsEnded).OrderBy(c => c.IsEnded).ThenBy(c => c.Kind).ThenBy(c => c.Name).ToListAsync();

    /// <exception cref="NotFoundException">There is no such category here.</exception>
    public async Task<TicketCategory> CategoryAsync(Guid id) => NotFoundException.Check(await db.TicketCategories.FirstOrDefaultAsync(c => c.Id == id), id);

    public async Task<IReadOnlyList<DepartmentRow>> DepartmentsAsync() =>
        [.. (await db.Departments.AsNoTracking().Include(d => d.Members).OrderBy(d => d.Name).ToListAsync()).Select(d => new DepartmentRow(d.Id, d.Name, [.. d.Members.Select(m => m.UserId)]))];

    /// <summary>Staff who may enter, by role and name; of a community, those who work for it.</summary>
    public async Task<IReadOnlyList<StaffName>> StaffAsync(Guid? community = null) =>
        [.. (await (from m in db.Memberships
                    join u in db.Users on m.UserId equals u.Id
                    where m.OwnerId == null && m.DisabledAt == null && (community == null || m.AllCommunities || m.Communities.Any(c => c.CommunityId == community))
                    select new { m.UserId, u.DisplayName, m.Role }).ToListAsync())
            .GroupBy(m => m.UserId).Select(g => new StaffName(g.Key, g.First().DisplayName, g.Min(m => m.Role))).OrderBy(s => s.Role).ThenBy(s => s.Name, StringComparer.Ordinal)];

    /// <summary>To whom an id stands for: a department, or somebody of the staff of the community.</summary>
    /// <exception cref="RuleViolation">Neither.</exception>
    public async Task<TicketWhom> WhomAsync(Guid id, Guid community)
    {
        if (await db.Departments.Where(d => d.Id == id).Select(d => d.Name).FirstOrDefaultAsync() is { } name)
        {
            return new TicketWhom(id, null, name);
        }

        var person = (await StaffAsync(community)).FirstOrDefault(s => s.UserId == id) ?? throw new RuleViolation("请选择派给谁。", field: "Whom");
        return new TicketWhom(null, id, person.Name);
    }

    /// <exception cref="RuleViolation">Something is missing, a promise is none, or the name is taken.</exception>
    public async Task<Guid> SaveCategoryAsync(Guid? id, CategoryPlan plan)
    {
        db.Current.RequireAllCommunities();
        if (plan.DepartmentId is { } department && !await db.Departments.AnyAsync(d => d.Id == department))
        {
            throw new NotFoundException(nameof(Department), department);
        }

        TicketCategory category;
        if (id is { } known)
        {
            category = await CategoryAsync(known);
            category.Change(plan);
        }
        else
        {
            db.Add(category = new TicketCategory(await CompanyAsync(), plan));
        }

        await SaveAsync("同一类型下已有同名的类别。");
        return category.Id;
    }

    public async Task EndCategoryAsync(Guid id, bool end)
    {
        db.Current.RequireAllCommunities();
        var category = await CategoryAsync(id);
        if (end)
        {
            category.End();
        }
        else
        {
            category.Resume();
        }

        await db.SaveChangesAsync();
    }

    /// <exception cref="RuleViolation">The name is missing or taken, or somebody is no staff.</exception>
    public async Task<Guid> SaveDepartmentAsync(Guid? id, string? name, IReadOnlyCollection<Guid> members)
    {
        db.Current.RequireAllCommunities();
        Department department;
        if (id is { } known)
        {
            department = NotFoundException.Check(await db.Departments.Include(d => d.Members).FirstOrDefaultAsync(d => d.Id == known), known);
            department.Rename(name);
        }
        else
        {
            db.Add(department = new Department(await CompanyAsync(), name));
        }

        var staff = (await StaffAsync()).Select(s => s.UserId).ToHashSet();
        if (!members.All(staff.Contains))
        {
            throw new RuleViolation("部门成员须是在职员工。", field: "Members");
        }

        db.RemoveRange(department.SetMembers(members));
        await SaveAsync("已有同名的部门。");
        return department.Id;
    }

    /// <summary>Sets the hours of the week; a weekday without hours is free.</summary>
    public async Task SetWeekAsync(IReadOnlyCollection<(DayOfWeek Weekday, TimeOnly From, TimeOnly To)> week)
    {
        db.Current.RequireAllCommunities();
        if (week.Count == 0)
        {
            throw new RuleViolation("每周至少要有一个工作日。", field: "Week");
        }

        var company = await CompanyAsync();
        await using var transaction = await db.Database.BeginTransactionAsync();
        await db.OfficeHours.ExecuteDeleteAsync();
        db.AddRange(week.Select(d => new OfficeHours(company, d.Weekday, d.From, d.To)));
        await SaveAsync("工作时间刚被他人更改，请刷新后再试。");
        await transaction.CommitAsync();
    }

    public Task<List<OfficeHours>> WeekAsync() => db.OfficeHours.AsNoTracking().OrderBy(h => h.Weekday).ToListAsync();

    /// <summary>From a day on, the next first.</summary>
    public Task<List<OfficeDay>> DaysAsync(DateOnly from) => db.OfficeDays.AsNoTracking().Where(d => d.Day >= from).OrderBy(d => d.Day).ToListAsync();

    /// <summary>A holiday, or a make-up day with hours.</summary>
    public async Task AddDayAsync(DateOnly day, string? name, TimeOnly? from, TimeOnly? to)
    {
        db.Current.RequireAllCommunities();
        db.Add(new OfficeDay(await CompanyAsync(), day, name, from, to));
        await SaveAsync("这一天已经设过，请先删除。");
    }

    /// <exception cref="NotFoundException">There is no such day here.</exception>
    public async Task RemoveDayAsync(Guid id)
    {
        db.Current.RequireAllCommunities();
        if (await db.OfficeDays.Where(d => d.Id == id).ExecuteDeleteAsync() == 0)
        {
            throw new NotFoundException(nameof(OfficeDay), id);
        }
    }

    private Task<Company> CompanyAsync() => db.Companies.SingleAsync(c => c.Id == db.Current.Require());

    private async Task SaveAsync(string taken)
    {
        try
        {
            await db.SaveChangesAsync();
        }
        catch (DbUpdateException error) when (db.IsUniqueViolation(error))
        {
            throw new RuleViolation(taken, field: "Name");
        }
    }
}

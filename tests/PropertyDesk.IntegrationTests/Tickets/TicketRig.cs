using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PropertyDesk.Application;
using PropertyDesk.Application.Companies;
using PropertyDesk.Application.Tickets;
using PropertyDesk.Domain.Communities;
using PropertyDesk.Domain.Companies;
using PropertyDesk.Domain.Owners;
using PropertyDesk.Domain.Tickets;
using PropertyDesk.IntegrationTests.Payments;

namespace PropertyDesk.IntegrationTests.Tickets;

/// <summary>A community with a worker in the repair department, on a host whose clock these tests move one after the other.</summary>
internal sealed class TicketRig
{
    private static readonly Lazy<Task<DeskHost>> Host = new(DeskHost.StartAloneAsync);

    private TicketRig(Till till) => Till = till;

    public Till Till { get; }

    public Desk Desk => Till.Desk;

    public Guid Clerk { get; } = Guid.NewGuid();

    public Guid Worker { get; private set; }

    public Guid Other { get; private set; }

    public TicketCategory Plumbing { get; private set; } = null!;

    public static async Task<TicketRig> OpenAsync()
    {
        var host = await Host.Value;
        // Monday, nine in the morning in Shanghai, in a week that nobody was in yet.
        var now = host.Clock.GetUtcNow();
        host.Clock.SetUtcNow(new DateTimeOffset(now.Date.AddDays(7 + ((8 - (int)now.DayOfWeek) % 7)).AddHours(1), TimeSpan.Zero));
        var rig = new TicketRig(await Till.OpenAsync(await Desk.OpenAsync(host)));
        await rig.Desk.In(async (TicketSettings s) => await s.FillAsync());
        (rig.Worker, rig.Other) = (await rig.StaffAsync("孙师傅"), await rig.StaffAsync("周师傅"));
        rig.Plumbing = await rig.Desk.See(db => db.TicketCategories.AsNoTracking().SingleAsync(c => c.Name == "水电维修"));
        await rig.Desk.In((TicketSettings s) => s.SaveDepartmentAsync(rig.Plumbing.DepartmentId, "维修部", [rig.Worker]));
        return rig;
    }

    public Task<Guid> OpenTicketAsync(Urgency urgency = Urgency.Normal, Owner? owner = null, Guid? request = null, Guid? category = null) => AsDesk((OpenTickets o) => o.RunAsync(new NewTicket(
        request ?? Guid.NewGuid(), Till.Own.Community.Id, category ?? Plumbing.Id, (owner ?? Till.Own.Li).Id, null, null, "厨房", null, urgency, TicketSource.Telephone, "水管爆了", [])));

    public Task AsWorker(Guid ticket, TicketVerb verb, string? text = null, Guid? worker = null) =>
        Desk.As(worker ?? Worker, Role.RepairWorker, (MoveTickets m) => m.DoAsync(ticket, new TicketAct(verb, text)));

    public Task DeskDoes(Guid ticket, TicketVerb verb, string? text = null, Guid? to = null) =>
        Desk.As(Clerk, Role.ServiceDesk, (MoveTickets m) => m.DoAsync(ticket, new TicketAct(verb, text, to)));

    public Task<TResult> AsDesk<T, TResult>(Func<T, Task<TResult>> act)
        where T : class => Desk.As(Clerk, Role.ServiceDesk, act);

    public async Task<TResult> AsOwner<T, TResult>(Owner owner, Func<T, Task<TResult>> act)
        where T : class
    {
        await using var scope = Desk.Services.CreateAsyncScope();
        var user = Guid.NewGuid();
        scope.ServiceProvider.GetRequiredService<CurrentCompany>().Enter(Desk.Company, user, owner.Name, [Membership.OfOwner(owner, user)], [owner.CommunityId]);
        return await act(scope.ServiceProvider.GetRequiredService<T>());
    }

    public Task<Ticket> FindAsync(Guid id) => Desk.See(db => db.Tickets.AsNoTracking().SingleAsync(t => t.Id == id));

    public async Task BringToDoneAsync(Guid id)
    {
        await AsWorker(id, TicketVerb.Accept);
        await AsWorker(id, TicketVerb.Start);
        await AsWorker(id, TicketVerb.Finish, "已换管");
    }

    private Task<Guid> StaffAsync(string name) => Desk.See(async db =>
    {
        var user = new DeskUser { UserName = Guid.NewGuid().ToString("n"), DisplayName = name };
        db.AddRange(user, Membership.OfStaff(await db.Companies.SingleAsync(c => c.Id == Desk.Company.Id), user.Id, Role.RepairWorker));
        await db.SaveChangesAsync();
        return user.Id;
    });
}

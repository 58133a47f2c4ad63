using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PropertyDesk.Application;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Communities;
using PropertyDesk.Domain.Companies;
using PropertyDesk.Domain.Owners;

namespace PropertyDesk.IntegrationTests.Companies;

/// <summary>Each net under the tenancy is tried by itself.</summary>
public sealed class KeepingCompaniesApart
{
    [Fact]
    public async Task Shows_only_the_own_rows()
    {
        var (desk, own, foreign) = await TwoAsync();

        var seen = await desk.See(db => db.Owners.ToListAsync());

        Assert.Equal(own.Id, Assert.Single(seen).Id);
        Assert.Null(await desk.See(db => db.Owners.FirstOrDefaultAsync(o => o.Id == foreign.Id)));
        Assert.Null(await desk.See(async db => await db.FindAsync<Owner>(desk.Company.Id, foreign.Id)));
    }

    [Fact]
    public async Task Shows_nothing_before_a_company_is_entered()
    {
        var (desk, _, _) = await TwoAsync();
        await using var scope = desk.Services.CreateAsyncScope();

        Assert.Empty(await scope.ServiceProvider.GetRequiredService<DeskDbContext>().Owners.ToListAsync());
    }

    [Fact]
    public async Task Refuses_to_change_or_remove_a_foreign_row()
    {
        var (desk, _, foreign) = await TwoAsync();

        await Assert.ThrowsAsync<InvalidOperationException>(() => desk.In(async (DeskDbContext db) =>
        {
            db.Update(foreign);
            await db.SaveChangesAsync();
        }));
        await Assert.ThrowsAsync<InvalidOperationException>(() => desk.In(async (DeskDbContext db) =>
        {
            db.Remove(foreign);
            await db.SaveChangesAsync();
        }));
        Assert.Equal(1, await desk.In(desk.Foreign, (DeskDbContext db) => db.Owners.CountAsync()));
    }

    [Fact]
    public async Task Meets_no_row_with_a_stub_that_claims_the_own_company()
    {
        var (desk, own, foreign) = await TwoAsync();

        await Assert.ThrowsAnyAsync<DbUpdateException>(() => desk.In(async (DeskDbContext db) =>
        {
            var stub = await db.Owners.AsNoTracking().SingleAsync(o => o.Id == own.Id);
            typeof(CompanyOwned).GetProperty(nameof(CompanyOwned.Id))!.SetValue(stub, foreign.Id);
            db.Update(stub);
            await db.SaveChangesAsync();
        }));
    }

    [Fact]
    public async Task Refuses_foreign_rows_in_bulk()
    {
        var (desk, _, foreign) = await TwoAsync();

        await Assert.ThrowsAsync<InvalidOperationException>(() => desk.In((DeskDbContext db) => db.BulkInsertAsync([foreign])));
    }

    [Fact]
    public async Task The_database_itself_refuses_a_link_into_another_company()
    {
        var (desk, own, foreign) = await TwoAsync();

        await Assert.ThrowsAnyAsync<Exception>(() => desk.In(async (DeskDbContext db) =>
        {
            var unit = new Unit(new Building(await db.Communities.SingleAsync(), "9栋", 9), null, "901", 90, UnitKind.Residential);
            db.AddRange(unit.Building, unit);
            await db.SaveChangesAsync();
            await db.Database.ExecuteSqlAsync(
                $"INSERT INTO \"Ownerships\" (\"CompanyId\", \"Id\", \"CommunityId\", \"UnitId\", \"OwnerId\", \"From\", \"Position\", \"Share\") VALUES ({desk.Company.Id}, {Guid.NewGuid()}, {unit.CommunityId}, {unit.Id}, {foreign.Id}, {new DateOnly(2025, 1, 1)}, 0, 1)");
        }));
        Assert.Equal(0, await desk.See(db => db.Ownerships.CountAsync()));
        Assert.NotEqual(own.Id, foreign.Id);
    }

    [Fact]
    public async Task Limits_staff_to_their_communities()
    {
        var (desk, own, _) = await TwoAsync();
        var other = await desk.In(async (DeskDbContext db) =>
        {
            var company = await db.Companies.SingleAsync(c => c.Id == desk.Company.Id);
            var community = new Community(company, "另一小区");
            var second = new Owner(community, "王五");
            db.AddRange(community, second);
            await db.SaveChangesAsync();
            return second;
        });

        await using var scope = desk.Services.CreateAsyncScope();
        var current = scope.ServiceProvider.GetRequiredService<CurrentCompany>();
        var member = Membership.OfStaff(desk.Company, Guid.NewGuid(), Role.Collector);
        var db = scope.ServiceProvider.GetRequiredService<DeskDbContext>();
        var ownCommunity = await desk.See(x => x.Communities.AsNoTracking().SingleAsync(c => c.Id == own.CommunityId));
        member.LimitTo([ownCommunity]);
        current.Enter(desk.Company, member.UserId, "周", [member], []);

        Assert.Equal(own.Id, Assert.Single(await db.Owners.ToListAsync()).Id);
        Assert.Equal(own.CommunityId, Assert.Single(await db.Communities.ToListAsync()).Id);
        Assert.Null(await db.Owners.FirstOrDefaultAsync(o => o.Id == other.Id));
    }

    private static async Task<(Desk Desk, Owner Own, Owner Foreign)> TwoAsync()
    {
        var desk = await Desk.OpenAsync();
        return (desk, await AddAsync(desk, desk.Company), await AddAsync(desk, desk.Foreign));
    }

    private static Task<Owner> AddAsync(Desk desk, Company company) => desk.In(company, async (DeskDbContext db) =>
    {
        var community = new Community(await db.Companies.SingleAsync(c => c.Id == company.Id), "翠湖花园");
        var owner = new Owner(community, "张伟");
        db.AddRange(community, owner);
        await db.SaveChangesAsync();
        return owner;
    });
}

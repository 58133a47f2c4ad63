using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PropertyDesk.Application;
using PropertyDesk.Application.Database;
using PropertyDesk.Infrastructure.Database;
using PropertyDesk.IntegrationTests.Payments;

namespace PropertyDesk.IntegrationTests.Security;

/// <summary>
/// What a query that forgot its filters, or a statement by hand, gets to see of other companies: on PostgreSQL nothing, by the
/// database's own wall. The other engines have the program's filters and guards alone.
/// </summary>
public sealed class StandingBehindTheWall
{
    private static readonly string[] Filters = [DeskDbContext.CompanyFilter, DeskDbContext.CommunityFilter];

    private static bool HasWall => TestEngine.Provider == "Postgres";

    [Fact]
    public async Task A_query_without_filters_sees_the_company_that_was_entered_and_a_marked_one_sees_all()
    {
        var till = await Till.OpenAsync();
        int[] both = [till.Desk.Company.Id, till.Desk.Foreign.Id];

        var forgot = await till.SeeAsync(db => db.Bills.IgnoreQueryFilters(Filters).Select(b => b.CompanyId).Distinct().Where(id => both.Contains(id)).ToListAsync());
        var marked = await till.SeeAsync(db => db.Bills.AcrossCompanies().Select(b => b.CompanyId).Distinct().Where(id => both.Contains(id)).OrderBy(id => id).ToListAsync());
        var inside = await till.SeeAsync(db => db.Companies.Where(c => both.Contains(c.Id)).Select(c => db.Bills.AcrossCompanies().Any(b => b.CompanyId == c.Id)).ToListAsync());

        Assert.Equal(HasWall ? [till.Desk.Company.Id] : both.Order(), forgot.Order());
        Assert.Equal(both.Order(), marked);
        Assert.Equal([true, true], inside);
    }

    [Fact]
    public async Task Before_a_company_is_entered_there_is_nothing_and_leaving_a_transaction_changes_nothing()
    {
        var till = await Till.OpenAsync();
        await using var scope = till.Desk.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DeskDbContext>();
        Task<int> SeenAsync() => db.Bills.IgnoreQueryFilters(Filters).CountAsync(b => b.CompanyId == till.Desk.Company.Id);
        var all = await db.Bills.AcrossCompanies().CountAsync(b => b.CompanyId == till.Desk.Company.Id);

        Assert.True(all > 0);
        Assert.Equal(HasWall ? 0 : all, await SeenAsync());
        await using (await db.Database.BeginTransactionAsync())
        {
            Assert.Equal(all, await db.Bills.AcrossCompanies().CountAsync(b => b.CompanyId == till.Desk.Company.Id));
            Assert.Equal(HasWall ? 0 : all, await SeenAsync());
        }

        scope.ServiceProvider.GetRequiredService<CurrentCompany>().EnterAsJob(till.Desk.Company, "测试");
        await using (await db.Database.BeginTransactionAsync())
        {
            Assert.Equal(all, await db.Bills.CountAsync());
        }

        Assert.Equal(all, await db.Bills.CountAsync());
    }

    [Fact]
    public async Task Statements_by_hand_neither_read_nor_move_nor_write_rows_of_others()
    {
        var till = await Till.OpenAsync();
        var foreign = till.Desk.Foreign.Id;
        if (!HasWall)
        {
            // Nothing but the guard of each saving stands there.
            await Assert.ThrowsAnyAsync<InvalidOperationException>(() => till.SeeAsync(async db =>
            {
                db.Add(new Domain.Communities.Community(till.Desk.Foreign, "别家小区"));
                return await db.SaveChangesAsync();
            }));
            return;
        }

        Assert.Equal(0, await till.SeeAsync(db => db.Database.SqlQuery<int>($"SELECT count(*)::int AS \"Value\" FROM \"Bills\" WHERE \"CompanyId\" = {foreign}").SingleAsync()));
        Assert.Equal(0, await till.SeeAsync(db => db.Database.ExecuteSqlAsync($"UPDATE \"Communities\" SET \"Name\" = 'x' WHERE \"CompanyId\" = {foreign}")));
        Assert.Equal(0, await till.SeeAsync(db => db.Database.ExecuteSqlAsync($"DELETE FROM \"ReceiptBooks\" WHERE \"CompanyId\" = {foreign}")));
        var refused = await till.SeeAsync(db => Assert.ThrowsAsync<Npgsql.PostgresException>(() => db.Database.ExecuteSqlAsync($"UPDATE \"Owners\" SET \"CompanyId\" = {foreign}")));
        Assert.Equal(Npgsql.PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
    }

    [Fact]
    public async Task Every_table_with_a_company_stands_behind_it_and_who_stands_above_is_told()
    {
        var till = await Till.OpenAsync();
        if (!HasWall)
        {
            Assert.DoesNotContain(await till.SeeAsync(db => DatabaseFacts.OfAsync(db, till.Desk.Clock)), f => f.What.StartsWith("row-level", StringComparison.Ordinal));
            return;
        }

        var open = await till.SeeAsync(db => db.Database.SqlQuery<string>($"""
            SELECT c.relname AS "Value" FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'CompanyId'
            WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace AND NOT (c.relrowsecurity AND c.relforcerowsecurity)
            """).ToListAsync());

        Assert.Empty(open);
        Assert.Contains(await till.SeeAsync(db => DatabaseFacts.OfAsync(db, till.Desk.Clock)), f => f is { What: "row-level security = on", Mend: null, LosesMoney: false });
    }
}

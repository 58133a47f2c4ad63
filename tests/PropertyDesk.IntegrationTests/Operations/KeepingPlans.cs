using Microsoft.EntityFrameworkCore;
using Npgsql;
using PropertyDesk.Infrastructure.Database;
using PropertyDesk.IntegrationTests.Payments;

namespace PropertyDesk.IntegrationTests.Operations;

/// <summary>PostgreSQL plans what a connection asks again and again once, and a node keeps to a number of connections.</summary>
public sealed class KeepingPlans
{
    [Theory]
    [InlineData("Host=db", 200, 25)]
    [InlineData("Host=db;Max Auto Prepare=0", 0, 25)]
    [InlineData("Host=db;MaxPoolSize=7", 200, 7)]
    [InlineData("Host=db;Minimum Pool Size=40", 200, 40)]
    public void Is_for_whoever_did_not_say_otherwise(string given, int statements, int connections)
    {
        var used = new NpgsqlConnectionStringBuilder(PostgresDeskDbContext.Prepared(given));

        Assert.Equal((statements, connections), (used.MaxAutoPrepare, used.MaxPoolSize));
    }

    [Fact]
    public async Task Begins_at_the_third_time()
    {
        var till = await Till.OpenAsync();

        var kept = await till.SeeAsync(async db =>
        {
            await db.Database.OpenConnectionAsync();
            for (var i = 0; i < 3; i++)
            {
                Assert.NotEmpty(await db.Bills.ToListAsync());
            }

            return db is PostgresDeskDbContext ? await db.Database.SqlQuery<string>($"SELECT statement AS \"Value\" FROM pg_prepared_statements").ToListAsync() : null;
        });

        Assert.True(kept is null || kept.Exists(s => s.Contains("\"Bills\"", StringComparison.Ordinal)));
    }
}

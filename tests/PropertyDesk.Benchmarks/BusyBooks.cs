using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using PropertyDesk.Application;
using PropertyDesk.Application.Billing;
using PropertyDesk.Application.Reports;
using PropertyDesk.Domain;
using PropertyDesk.Infrastructure.Database;

namespace PropertyDesk.Benchmarks;

/// <summary>
/// Years of bills, payments and what the ledger has of them. The last month is billed by the product; the others are copies
/// of it, row by row in the database, dated a month earlier each. All but one in twenty bills are paid, over two months after
/// their issue; the last ones were issued some days ago, so that most of them are still open.
/// </summary>
internal sealed class BusyBooks(BenchmarkDatabase database, int months)
{
    private const int UnitsOfBuilding = 1_000;
    private const int DaysSinceLastIssue = 20;
    private const string DaysUntilPaid = "{0} * 7 % 60";

    private readonly bool _isPostgres = database.Options.Provider == DatabaseProvider.Postgres;

    public static async Task FillAsync(BenchmarkDatabase database, int units, int months)
    {
        var community = await database.In(async (DeskDbContext db) => (await LargeCommunity.AddAsync(db, database.Company, units, buildings: Math.Max(1, units / UnitsOfBuilding))).Id);
        var today = await database.In((DeskDbContext db) => Task.FromResult(db.Current.Today(TimeProvider.System)));
        var last = BillingMonth.Of(today);
        var run = (await database.In((BillRuns r) => r.DraftAsync(community, last))).RunId;
        database.Ago = TimeSpan.FromDays(DaysSinceLastIssue);
        await database.In((BillPublishing p) => p.PublishAsync(run));
        database.Ago = TimeSpan.Zero;
        Console.WriteLine($"  {TimeProvider.System.GetLocalNow():T} {units:N0} bills issued");
        var books = new BusyBooks(database, months);
        for (var ago = months - 1; ago >= 0; ago--)
        {
            await database.In(async (DeskDbContext db) =>
            {
                db.Database.SetCommandTimeout(TimeSpan.FromHours(1));
                await using var transaction = await db.Database.BeginTransactionAsync();
                foreach (var text in books.Month(ago, last, today))
                {
                    await db.Database.ExecuteSqlRawAsync(text);
                }

                await transaction.CommitAsync();
            });
        }

        Console.WriteLine($"  {TimeProvider.System.GetLocalNow():T} {months} months");
        await database.In(async (DeskDbContext db) =>
        {
            db.Database.SetCommandTimeout(TimeSpan.FromHours(1));
            return await db.Database.ExecuteSqlRawAsync("ANALYZE");
        });
        await database.In(async (DeskDbContext db) =>
        {
            db.Database.SetCommandTimeout(TimeSpan.FromHours(1));
            var events = new BillEvents(db);
            await new MergeBillSums(db, events, new BillLedger(db), new UnitMonthCounts(db)).RebuildAsync();
            return await db.Database.ExecuteSqlRawAsync("ANALYZE \"BillSums\"");
        });
        Console.WriteLine($"  {TimeProvider.System.GetLocalNow():T} sums made");
    }

    private IEnumerable<string> Month(int ago, BillingMonth last, DateOnly today)
    {
        var (month, issued) = (BillingMonth.Of(last.FirstDay.AddMonths(-ago)), today.AddDays(-DaysSinceLastIssue).AddMonths(-ago));
        var paid = $"({{0}} % 20 <> 0 AND {DaysUntilPaid} <= {today.DayNumber - issued.DayNumber})";
        var due = issued.AddDays(15);
        string Paid(string alias) => string.Format(null, paid, Sequence(alias));
        var from = $"WHERE b.\"Period\" = {(ago == 0 ? last.Number : month.Number)}";
        if (ago > 0)
        {
            yield return Copy("BillRuns", ago, $"WHERE t.\"Period\" = {last.Number}", ("Id", Shift("t.\"Id\"", ago)), ("Period", $"{month.Number}"));
            yield return Copy("Bills", ago, $"WHERE t.\"Period\" = {last.Number} ORDER BY t.\"Id\"",
                ("Id", Shift("t.\"Id\"", ago)), ("BillRunId", Shift("t.\"BillRunId\"", ago)), ("Period", $"{month.Number}"), ("Number", $"'{month.Number}' || substr(t.\"Number\", 7)"),
                ("Code", $"'{ago:X2}F' || substr(t.\"Number\", 8)"), ("IssuedOn", Day(issued)), ("DueOn", Day(due)),
                ("Paid_Fen", $"CASE WHEN {Paid("t")} THEN t.\"Total_Fen\" ELSE 0 END"), ("Outstanding_Fen", $"CASE WHEN {Paid("t")} THEN 0 ELSE t.\"Total_Fen\" END"));
            yield return Copy("BillLines", ago, $"JOIN \"Bills\" b ON b.\"CompanyId\" = t.\"CompanyId\" AND b.\"Id\" = t.\"BillId\" WHERE b.\"Period\" = {last.Number} ORDER BY t.\"BillId\", t.\"Id\"",
                ("Id", Shift("t.\"Id\"", ago)), ("BillId", Shift("t.\"BillId\"", ago)), ("Period", $"{month.Number}"), ("Working", "''"),
                ("Paid_Fen", $"CASE WHEN {Paid("b")} THEN t.\"Amount_Fen\" ELSE 0 END"), ("Outstanding_Fen", $"CASE WHEN {Paid("b")} THEN 0 ELSE t.\"Amount_Fen\" END"));
            yield return $"INSERT INTO \"JournalEntries\" (\"CompanyId\", \"Id\", \"CommunityId\", \"Kind\", \"SourceId\", \"Date\", \"PostedAt\") SELECT b.\"CompanyId\", b.\"Id\", b.\"CommunityId\", 'BillPublished', b.\"Id\", b.\"IssuedOn\", {Moment} FROM \"Bills\" b {from} ORDER BY b.\"Id\"";
            yield return $"INSERT INTO \"JournalLines\" (\"CompanyId\", \"Id\", \"CommunityId\", \"JournalEntryId\", \"Date\", \"Account\", \"OwnerId\", \"BillId\", \"Amount_Fen\") SELECT b.\"CompanyId\", b.\"Id\", b.\"CommunityId\", b.\"Id\", b.\"IssuedOn\", 'Receivable', b.\"OwnerId\", b.\"Id\", b.\"Total_Fen\" FROM \"Bills\" b {from} ORDER BY b.\"Id\"";
        }
        else
        {
            yield return $"UPDATE \"BillLines\" SET \"Paid_Fen\" = \"Amount_Fen\", \"Outstanding_Fen\" = 0 WHERE \"BillId\" IN (SELECT b.\"Id\" FROM \"Bills\" b {from} AND {Paid("b")})";
            yield return $"UPDATE \"Bills\" AS b SET \"Paid_Fen\" = \"Total_Fen\", \"Outstanding_Fen\" = 0 {from} AND {Paid("b")}";
        }

        var on = After("b.\"IssuedOn\"", string.Format(null, DaysUntilPaid, Sequence("b")));
        var payment = Shift("b.\"Id\"", 1_000 + ago);
        yield return $"""
            INSERT INTO "Payments" ("CompanyId", "Id", "CommunityId", "OwnerId", "OwnerName", "Method", "RequestId", "PaidOn", "RecordedAt", "CashierName", "Amount_Fen", "Prepaid_Fen")
            SELECT b."CompanyId", {payment}, b."CommunityId", b."OwnerId", b."OwnerName", 'BankTransfer', {payment}, {on}, {Moment}, '收费员 ' || ({Sequence("b")} % 9), b."Total_Fen", 0 FROM "Bills" b {from} AND {Paid("b")} ORDER BY b."Id"
            """;
        yield return $"""
            INSERT INTO "PaymentTenders" ("CompanyId", "Id", "CommunityId", "PaymentId", "PaidOn", "Position", "Method", "Amount_Fen", "Handed_Fen")
            SELECT b."CompanyId", {payment}, b."CommunityId", {payment}, {on}, 1, 'BankTransfer', b."Total_Fen", b."Total_Fen" FROM "Bills" b {from} AND {Paid("b")} ORDER BY b."Id"
            """;
        yield return $"""
            INSERT INTO "Allocations" ("CompanyId", "Id", "CommunityId", "PaymentId", "BillId", "BillLineId", "ChargeItemId", "Period", "AppliedOn", "Amount_Fen")
            SELECT l."CompanyId", l."Id", l."CommunityId", {payment}, l."BillId", l."Id", l."ChargeItemId", l."Period", {on}, l."Amount_Fen"
            FROM "BillLines" l JOIN "Bills" b ON b."CompanyId" = l."CompanyId" AND b."Id" = l."BillId" {from} AND {Paid("b")} ORDER BY l."BillId", l."Id"
            """;
        yield return $"INSERT INTO \"JournalEntries\" (\"CompanyId\", \"Id\", \"CommunityId\", \"Kind\", \"SourceId\", \"Date\", \"PostedAt\") SELECT b.\"CompanyId\", {payment}, b.\"CommunityId\", 'PaymentReceived', {payment}, {on}, {Moment} FROM \"Bills\" b {from} AND {Paid("b")} ORDER BY b.\"Id\"";
        yield return $"INSERT INTO \"JournalLines\" (\"CompanyId\", \"Id\", \"CommunityId\", \"JournalEntryId\", \"Date\", \"Account\", \"OwnerId\", \"BillId\", \"Amount_Fen\") SELECT b.\"CompanyId\", {payment}, b.\"CommunityId\", {payment}, {on}, 'Receivable', b.\"OwnerId\", b.\"Id\", -b.\"Total_Fen\" FROM \"Bills\" b {from} AND {Paid("b")} ORDER BY b.\"Id\"";
    }

    private string Moment => _isPostgres ? "now()" : "0";

    private string Copy(string table, int ago, string from, params (string Column, string Value)[] other)
    {
        var columns = Columns(table);
        var values = columns.Select(c => other.FirstOrDefault(o => o.Column == c).Value ?? $"t.\"{c}\"");
        return $"INSERT INTO \"{table}\" ({string.Join(", ", columns.Select(c => $"\"{c}\""))}) SELECT {string.Join(", ", values)} FROM \"{table}\" t {from} /* {ago} of {months} months ago */";
    }

    private List<string> Columns(string table) => database.In((DeskDbContext db) => Task.FromResult(
        db.Model.GetEntityTypes().Single(e => e.GetTableName() == table) is var type
            ? type.GetFlattenedProperties().Select(p => p.GetColumnName(StoreObjectIdentifier.Table(table))!).ToList()
            : [])).GetAwaiter().GetResult();

    // Another id for each month, in the order of the first: the rows of a month lie together.
    private string Shift(string id, int by) => _isPostgres ? $"overlay({id}::text placing '{by:x8}' from 1 for 8)::uuid" : $"'{by:X8}' || substr({id}, 9)";

    private string Sequence(string alias) => _isPostgres ? $"(right({alias}.\"Number\", 5)::int)" : $"CAST(substr({alias}.\"Number\", -5) AS INTEGER)";

    private string Day(DateOnly day) => _isPostgres ? $"DATE '{day:yyyy-MM-dd}'" : $"'{day:yyyy-MM-dd}'";

    private string After(string day, string days) => _isPostgres ? $"{day} + {days}" : $"date({day}, '+' || ({days}) || ' days')";
}

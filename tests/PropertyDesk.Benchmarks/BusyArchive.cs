using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application;
using PropertyDesk.Application.Billing;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Communities;
using PropertyDesk.Domain.Corrections;
using PropertyDesk.Domain.Metering;
using PropertyDesk.Domain.Owners;
using PropertyDesk.Domain.Tickets;

namespace PropertyDesk.Benchmarks;

/// <summary>A company of fifty communities with years of tickets behind it; the same every time.</summary>
internal static class BusyArchive
{
    private const int Communities = 50;
    private const int Batch = 20_000;
    private const int YearsOfTickets = 3;

    // Of so many tickets three are open: new, assigned, in work.
    private const int OpenEvery = 300;

    private static readonly string[] Surnames = [.. "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕".Select(c => c.ToString())];
    private static readonly string[] Given = [.. "伟芳娜敏静丽强磊军洋勇艳杰涛明超兰霞平刚桂英华建国文辉玉红春梅海燕志新云飞晓东宁雪琳佳".Select(c => c.ToString())];
    private static readonly string[] Troubles = ["厨房水管漏水", "客厅顶灯不亮", "卫生间地漏返水", "门禁刷不开", "电梯异响", "楼道有异味", "空调外机滴水", "窗户关不严", "对讲没有声音", "墙面渗水"];

    /// <summary>The person's name: some are common, most are not.</summary>
    public static string NameOf(int n) => Surnames[n % Surnames.Length] + Given[n / Surnames.Length % Given.Length] + Given[(n * 7 / 11) % Given.Length];

    public static string PhoneOf(int n) => "13" + (100_000_000 + ((long)n * 7_919 % 900_000_000)).ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Owners with a flat and a month's bill each, and the tickets.</summary>
    public static async Task FillAsync(BenchmarkDatabase database, int owners, int tickets)
    {
        var each = owners / Communities;
        for (var i = 0; i < Communities; i++)
        {
            var first = i * each;
            var community = (await database.In((DeskDbContext db) => LargeCommunity.AddAsync(db, database.Company, each, (c, n) =>
            {
                var owner = new Owner(c, NameOf(first + n));
                owner.SetContact(PhoneOf(first + n), null);
                return owner;
            }))).Id;
            await database.In((DeskDbContext db) => MetersAndCarsAsync(db, community, first));
            var run = (await database.In((BillRuns r) => r.DraftAsync(community, BillRunAgainstRawInsert.Month))).RunId;
            await database.In((BillPublishing p) => p.PublishAsync(run));
        }

        await database.In((DeskDbContext db) => TicketsAsync(db, tickets));
    }

    // A meter for each flat, a car for every second.
    private static async Task MetersAndCarsAsync(DeskDbContext db, Guid communityId, int first)
    {
        var community = await db.Communities.SingleAsync(c => c.Id == communityId);
        var flats = await db.Units.AsNoTracking().Where(u => u.CommunityId == communityId).OrderBy(u => u.Id).ToListAsync();
        await db.BulkInsertAsync(flats.Select((unit, n) => new Meter(unit, $"SB{first + n:00000000}", MeterKind.Water, 1, 6)).ToList());
        var spaces = flats.Where((_, n) => n % 2 == 0).Select((unit, n) => (Unit: unit, Space: new ParkingSpace(community, $"B{n + 1:0000}", ParkingSpaceKind.Owned))).ToList();
        await db.BulkInsertAsync(spaces.ConvertAll(s => s.Space));
        await db.BulkInsertAsync(spaces.Select((s, n) => new ParkingUse(s.Space, s.Unit, $"浙A{(first + n) * 37 % 100_000:00000}", Money.Zero, new DateOnly(2024, 1, 1))).ToList());
    }

    private static async Task TicketsAsync(DeskDbContext db, int count)
    {
        var company = await db.Companies.SingleAsync();
        var department = new Department(company, "工程部");
        var category = new TicketCategory(company, new CategoryPlan(TicketKind.Repair, "水电", department.Id, new(60, 480), new(30, 240), new(15, 120), FollowUpPercent: 2));
        db.AddRange(department, category);
        await db.SaveChangesAsync();
        var now = TimeProvider.System.GetUtcNow();
        var clock = PromiseClock.Of([], [], db.Current.TimeZone);
        var households = await db.Ownerships.AsNoTracking().OrderBy(o => o.Id).Select(o => new { o.Owner, o.Unit }).ToListAsync();
        var communities = await db.Communities.AsNoTracking().ToDictionaryAsync(c => c.Id);
        for (var start = 0; start < count; start += Batch)
        {
            var (tickets, steps) = (new List<Ticket>(), new List<TicketStep>());
            foreach (var n in Enumerable.Range(start, Math.Min(Batch, count - start)))
            {
                var home = households[(int)((long)n * 7_907 % households.Count)];
                var isOpen = n % OpenEvery < 3;
                // The open ones are of the last month; the numbers of the others are in the order of time.
                var opened = isOpen ? now.AddMinutes(-(n * 13 % 43_200)) : now.AddDays(-365.0 * YearsOfTickets * (count - n) / count);
                Requester By(int minutes) => new(null, "基准", opened.AddMinutes(minutes), DateOnly.FromDateTime(opened.UtcDateTime));
                var facts = new TicketFacts(home.Owner, home.Unit, null, null, null, Urgency.Normal, TicketSource.Telephone, $"{Troubles[n % Troubles.Length]}，第 {n} 次来电");
                var ticket = new Ticket(communities[home.Unit.CommunityId], n + 1, category, facts, clock, Guid.NewGuid(), By(0));
                tickets.Add(ticket);
                steps.Add(ticket.Opened(By(0)));
                TicketVerb[] acts = [TicketVerb.Assign, TicketVerb.Accept, TicketVerb.Start, TicketVerb.Finish, TicketVerb.Confirm, TicketVerb.Close];
                steps.AddRange(acts.Take(isOpen ? n % OpenEvery : acts.Length).Select((act, i) =>
                    ticket.Do(act, act == TicketVerb.Finish ? "修好了" : null, new TicketWhom(department.Id, null, department.Name), clock, By(20 * (i + 1)))));
            }

            await db.BulkInsertAsync(tickets);
            await db.BulkInsertAsync(steps);
        }
    }
}

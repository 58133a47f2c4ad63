using System.Globalization;
using PropertyDesk.Application.Billing;
using PropertyDesk.Application.Documents;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Billing;
using PropertyDesk.Domain.Charges;
using PropertyDesk.Domain.Metering;

namespace PropertyDesk.IntegrationTests.Documents;

/// <summary>Bills as the room gives them to the printer.</summary>
internal static class PaperBills
{
    public static readonly BillingMonth May = new(2025, 5);
    public static readonly Letterhead Letterhead = new("阳光物业服务有限公司", new DateTimeOffset(2025, 5, 31, 9, 30, 0, TimeSpan.FromHours(8)));

    public static BillPaper Of(int number = 1, string owner = "欧阳䶮", int extraLines = 0, BillRunState state = BillRunState.Published, long paid = 0, long arrears = 0)
    {
        List<(string Item, bool OnBehalf, LineWorking Working)> lines =
        [
            ("物业服务费", false, new AreaWorking(May,
            [
                new(May.FirstDay, new DateOnly(2025, 5, 15), 89.5m, 2.8m, new DateOnly(2023, 1, 1)),
                new(new DateOnly(2025, 5, 16), May.LastDay, 89.5m, 3.2m, new DateOnly(2025, 5, 16)),
            ])),
            ("电梯运行费", false, new FixedWorking(May, [new(May.FirstDay, May.LastDay, 1, 15, new DateOnly(2023, 1, 1))])),
            ("水费", true, new MeteredWorking(
                new MeterUsage([new MeterPart("W-0101", new DateOnly(2025, 4, 28), 1024, new DateOnly(2025, 5, 28), 1050, 5)]),
                [new(new DateOnly(2025, 4, 29), new DateOnly(2025, 5, 28), 3.45m, new DateOnly(2024, 1, 1))],
                "元/m³")),
            ("公共照明分摊", false, new SharedWorking(new SharedCost("公区照明", new Money(123450)), ShareBasis.Area, 660, 45210.3m, 89.5m, 0)),
            .. Enumerable.Range(1, extraLines).Select(i => ($"补收项目{i}", false, (LineWorking)new OnceWorking(i, 1.5m, "次"))),
        ];
        var details = lines.ConvertAll(l => Line(l.Item, l.OnBehalf, l.Working));
        var building = ((number - 1) / 100) + 1;
        return new BillPaper(
            new BillDetails(
                Guid.Empty, string.Create(CultureInfo.InvariantCulture, $"202505-{number:00000}"), May, Guid.Empty, state, "翠湖花园", "010-8888 6666", $"{building}栋", Guid.Empty,
                $"{building}-{((number - 1) % 100) + 101}", Guid.Empty, owner, state == BillRunState.Draft ? null : new DateOnly(2025, 6, 1),
                state == BillRunState.Draft ? null : new DateOnly(2025, 6, 20), Money.Sum(details.Select(l => l.Amount)), Money.Zero, new Money(paid), new Money(arrears), details, []),
            string.Create(CultureInfo.InvariantCulture, $"https://desk.example.cn/yangguang/Portal/Bills/{number:00000000}-5c1f-4d7a-9f62-0e5b6f0a4c11"));
    }

    private static BillLineDetails Line(string item, bool onBehalf, LineWorking working)
    {
        var frozen = working with { Unrounded = working.Compute(), Rounded = working.Recompute() };
        return new BillLineDetails(Guid.Empty, item, onBehalf, frozen.Rounded, Money.Zero, Money.Zero, frozen.Rounded, 0, frozen, [], IsReversed: false);
    }
}

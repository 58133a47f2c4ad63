using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Spreadsheets;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Reports;

namespace PropertyDesk.Application.Reports;

/// <summary>Who is behind, since when and why, as of a day, and what was done about it from another day on.</summary>
public sealed class ArrearsFigures(DeskDbContext db, OpenEvents open, BillSums stored, DunningFigures dunning, ReportHeads heads)
{
    private const int Debtors = 20;
    private const int UnitsNamed = 3;

    /// <summary>The first days after the due date of each age; what is not due yet comes before them.</summary>
    private static readonly int[] Ages = [1, 31, 91, 366, 731];

    /// <param name="withDebtors">The reader may see who owes.</param>
    public async Task<FigureReport> ReportAsync(FigureChoice choice, bool withDebtors, CancellationToken cancel = default)
    {
        List<FigureTable> tables = [.. await AgesAsync(choice, cancel), await ReasonsAsync(choice, cancel), await ItemsAsync(choice, cancel)];
        if (withDebtors)
        {
            tables.Add(await DebtorsAsync(choice, cancel));
        }

        tables.AddRange(await dunning.TablesAsync(choice, withDebtors, cancel));
        return await heads.HeadAsync(Texts.Of("欠费报表"), choice, tables, cancel);
    }

    /// <summary>Who owes most of what is overdue, the largest first.</summary>
    public Task<List<Guid>> LargestAsync(FigureChoice choice, CancellationToken cancel = default) => Largest(choice).Select(d => d.OwnerId).ToListAsync(cancel);

    private static string NameOf(int age) => age switch
    {
        0 => Texts.Of("未到期"),
        1 => Texts.Of("逾期 1–30 天"),
        2 => Texts.Of("逾期 31–90 天"),
        3 => Texts.Of("逾期 91–365 天"),
        4 => Texts.Of("逾期 1–2 年"),
        _ => Texts.Of("逾期 2 年以上"),
    };

    /// <summary>By age, and by building and age: one query.</summary>
    private async Task<IReadOnlyList<FigureTable>> AgesAsync(FigureChoice choice, CancellationToken cancel)
    {
        var days = Ages.Select(a => choice.AsOf.AddDays(-a)).ToArray();
        var (one, two, three, four, five) = (days[0], days[1], days[2], days[3], days[4]);
        var day = choice.AsOf;
        var rows = await stored.CutAt(choice.CommunityId, [day]).Where(s => s.On <= day)
            .GroupBy(s => new { s.BuildingId, Age = s.DueOn <= five ? 5 : s.DueOn <= four ? 4 : s.DueOn <= three ? 3 : s.DueOn <= two ? 2 : s.DueOn <= one ? 1 : 0 })
            .SumUp().ToListAsync(cancel);
        var sums = rows.FindAll(s => s.OpenBills != 0).ConvertAll(s => (s.Key.BuildingId, s.Key.Age, Bills: s.OpenBills, Fen: s.Open));
        var buildings = await open.BuildingNamesAsync(choice.CommunityId, cancel);
        var all = new Money(sums.Sum(s => s.Fen));
        string DueOf(int age) => (age < 5 ? $"&dueFrom={choice.AsOf.AddDays(1 - Ages[age]):yyyy-MM-dd}" : "") + (age > 0 ? $"&dueTo={days[age - 1]:yyyy-MM-dd}" : "");
        FigureRow Age(string name, IEnumerable<(int Bills, long Fen)> part)
        {
            var (bills, amount) = part.Aggregate((Bills: 0, Fen: 0L), (sum, p) => (sum.Bills + p.Bills, sum.Fen + p.Fen));
            return new FigureRow([name, bills, new Money(amount), new Share(CollectionRate.Of(new Money(amount), all))]);
        }

        Money Of(Guid? building, int? age) => new(sums.Where(s => (building is null || s.BuildingId == building) && (age is null || s.Age == age)).Sum(s => s.Fen));
        FigureRow Building(string name, Guid? id) => new([name, .. Enumerable.Range(0, 6).Select(age => (object)Of(id, age)), Of(id, null)], id is null ? null : Rows(choice, $"&building={id}"));
        return
        [
            new FigureTable(
                Texts.Of("账龄"), [Texts.Of("账龄"), Texts.Of("账单"), Texts.Of("未收"), Texts.Of("占比")],
                [.. Enumerable.Range(0, 6).Select(age => Age(NameOf(age), sums.Where(s => s.Age == age).Select(s => (s.Bills, s.Fen))) with { Link = Rows(choice, DueOf(age)) })],
                [Texts.Of("未收 = 应收 − 红冲 − 减免 − 已收，按截至日前的单据逐张账单计算；逾期天数从到期日的次日数起。")])
            {
                Total = Age(Texts.Of("合计"), sums.Select(s => (s.Bills, s.Fen))),
                Drawn = [2],
            },
            new FigureTable(
                Texts.Of("按楼栋和账龄"), [Texts.Of("楼栋"), .. Enumerable.Range(0, 6).Select(NameOf), Texts.Of("合计")],
                [.. buildings.Where(b => sums.Exists(s => s.BuildingId == b.Id)).Select(b => Building(b.Name, b.Id))],
                [Texts.Of("与上表同一口径。")])
            {
                Total = Building(Texts.Of("合计"), null),
            },
        ];
    }

    /// <summary>What is overdue by the reason that was noted last until the day.</summary>
    private async Task<FigureTable> ReasonsAsync(FigureChoice choice, CancellationToken cancel)
    {
        var (day, end) = (choice.AsOf, db.Current.StartOf(choice.AsOf.AddDays(1)));
        var all = await stored.CutAt(choice.CommunityId, [day]).Where(s => s.On <= day && s.DueOn < day).GroupBy(_ => 1).SumUp().SingleOrDefaultAsync(cancel);
        var noted = await (
            from bill in open.Overdue(choice)
            join note in db.ArrearsNotes on bill.BillId equals note.BillId
            where note.At < end
            select new { bill.BillId, bill.Fen, note.Reason, note.At, note.Id }).ToListAsync(cancel);
        var last = noted.GroupBy(n => n.BillId).Select(g => g.OrderBy(n => n.At).ThenBy(n => n.Id).Last()).ToList();
        var total = new Money(all?.Open ?? 0);
        FigureRow Row(string name, int bills, long fen) => new([name, bills, new Money(fen), new Share(CollectionRate.Of(new Money(fen), total))], "/Dunning/Reasons");
        List<FigureRow> rows = [.. last.GroupBy(n => n.Reason).OrderByDescending(g => g.Sum(n => n.Fen)).Select(g => Row(Words.Of(g.Key), g.Count(), g.Sum(n => n.Fen)))];
        if (all is not null && all.OpenBills > last.Count)
        {
            rows.Add(Row(Texts.Of("未登记原因"), all.OpenBills - last.Count, all.Open - last.Sum(n => n.Fen)));
        }

        return new FigureTable(
            Texts.Of("按欠费原因"), [Texts.Of("原因"), Texts.Of("账单"), Texts.Of("逾期未收"), Texts.Of("占比")], rows,
            [Texts.Of("逾期账单按截至日前最后一次登记的原因。")])
        {
            Total = Row(Texts.Of("合计"), all?.OpenBills ?? 0, total.Fen),
            Drawn = [2],
        };
    }

    private async Task<FigureTable> ItemsAsync(FigureChoice choice, CancellationToken cancel)
    {
        var names = await db.ChargeItems.ToDictionaryAsync(i => i.Id, i => i.Name, cancel);
        var rows = await open.Items(choice).ToListAsync(cancel);
        var items = rows.GroupBy(r => names.GetValueOrDefault(r.ChargeItemId, "")).Select(g => (Name: g.Key, Overdue: g.Where(r => r.IsOverdue).Sum(r => r.Fen), All: g.Sum(r => r.Fen)))
            .Where(i => i.All != 0 || i.Overdue != 0).OrderByDescending(i => i.All).ToList();
        FigureRow Row(string name, long overdue, long all) => new([name, new Money(overdue), new Money(all - overdue), new Money(all)]);
        return new FigureTable(
            Texts.Of("按收费项目"), [Texts.Of("收费项目"), Texts.Of("逾期未收"), Texts.Of("未到期"), Texts.Of("未收")],
            [.. items.Select(i => Row(i.Name, i.Overdue, i.All) with { Link = Rows(choice, $"&item={Uri.EscapeDataString(i.Name)}") })],
            [Texts.Of("与账龄表同一口径，按账单明细的收费项目。")])
        {
            Total = Row(Texts.Of("合计"), items.Sum(i => i.Overdue), items.Sum(i => i.All)),
            Drawn = [1, 2],
        };
    }

    /// <summary>Who owes most of what is overdue; names are masked, the page of dunning opens the person.</summary>
    private async Task<FigureTable> DebtorsAsync(FigureChoice choice, CancellationToken cancel)
    {
        var rows = await Largest(choice).ToListAsync(cancel);
        var ids = rows.ConvertAll(r => r.OwnerId);
        var owners = await db.Owners.Where(o => ids.Contains(o.Id)).ToDictionaryAsync(o => o.Id, o => o.Name, cancel);
        var units = (await db.Bills.Where(b => ids.Contains(b.OwnerId) && b.Outstanding.Fen > 0).Select(b => new { b.OwnerId, b.UnitCode }).Distinct().ToListAsync(cancel)).ToLookup(b => b.OwnerId, b => b.UnitCode);
        var calls = (await db.DunningContacts.Where(c => ids.Contains(c.OwnerId) && c.Kind == Domain.Dunning.DunningKind.Call && c.Slot != null).Select(c => c.OwnerId).ToListAsync(cancel)).ToHashSet();
        string UnitsOf(Guid owner)
        {
            var codes = units[owner].Order(StringComparer.Ordinal).ToList();
            return codes.Count <= UnitsNamed ? string.Join('、', codes) : Texts.Of("{0} 等 {1} 套", string.Join('、', codes.Take(UnitsNamed)), codes.Count);
        }

        return new FigureTable(
            Texts.Of("欠费最多的 {0} 户", Debtors), [Texts.Of("业主"), Texts.Of("房屋"), Texts.Of("账单"), Texts.Of("逾期未收"), Texts.Of("最早到期日"), Texts.Of("逾期天数"), Texts.Of("电话催缴")],
            [.. rows.Select(r => new FigureRow(
                [
                    MaskedName.Of(owners.GetValueOrDefault(r.OwnerId)), UnitsOf(r.OwnerId), r.Bills, new Money(r.Fen), r.Oldest,
                    choice.AsOf.DayNumber - (r.Oldest ?? choice.AsOf).DayNumber, calls.Contains(r.OwnerId) ? Texts.Of("已在名单") : Texts.Of("不在名单"),
                ],
                $"/Dunning/Owner/{r.OwnerId}"))],
            [Texts.Of("姓名已隐去；点开进入催缴，可打电话、登记原因和承诺。仅供有催缴权限的员工，不得公布。")]);
    }

    private static string Rows(FigureChoice choice, string part) =>
        $"/Reports/Rows?figure=Closing&arrears=true&month={BillingMonth.Of(choice.AsOf.AddYears(2))}&asOf={choice.AsOf:yyyy-MM-dd}" + (choice.CommunityId is { } id ? $"&community={id}" : "") + part;

    private IQueryable<Debt> Largest(FigureChoice choice) => (
        from bill in open.Overdue(choice)
        group new { bill.Fen, bill.DueOn } by bill.OwnerId into g
        select new Debt { OwnerId = g.Key, Bills = g.Count(), Fen = g.Sum(x => x.Fen), Oldest = g.Min(x => x.DueOn) })
        .OrderByDescending(g => g.Fen).ThenBy(g => g.OwnerId).Take(Debtors);

    private sealed class Debt
    {
        public Guid OwnerId { get; init; }

        public int Bills { get; init; }

        public long Fen { get; init; }

        public DateOnly? Oldest { get; init; }
    }
}

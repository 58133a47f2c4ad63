using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Spreadsheets;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Dunning;
using PropertyDesk.Domain.Payments;
using PropertyDesk.Domain.Reports;
using PropertyDesk.Domain.Tickets;

namespace PropertyDesk.Application.Reports;

/// <summary>A manager's five questions of the morning: how much is in, who is behind, why, what breaks today, what changed, and what blocks the month's close.</summary>
public sealed class TodayFigures(DeskDbContext db, CollectionRates rates, OpenEvents open, BillSums stored, CloseBlockers blockers, ReportHeads heads)
{
    private const int Shown = 5;

    public async Task<FigureReport> ReportAsync(FigureChoice choice, CancellationToken cancel = default) => await heads.HeadAsync(
        Texts.Of("今日要事"), choice,
        [
            await CollectedAsync(choice, cancel), await BehindAsync(choice, cancel), await ReasonsAsync(choice, cancel), await PromisesAsync(choice, cancel),
            await ChangesAsync(choice, cancel), await blockers.TableAsync(choice, cancel),
        ],
        cancel);

    private async Task<FigureTable> CollectedAsync(FigureChoice choice, CancellationToken cancel)
    {
        var month = await rates.LatestMonthAsync(cancel) is { } latest && latest < BillingMonth.Of(choice.AsOf) ? latest : BillingMonth.Of(choice.AsOf);
        var (today, yesterday, before) = (choice.AsOf, choice.AsOf.AddDays(-1), choice.AsOf.AddMonths(-1));
        var id = db.Current.Require();
        var waiversAsCollected = await db.Companies.Where(c => c.Id == id).Select(c => c.WaiversAsCollected).SingleAsync(cancel);
        var now = await rates.OfMonthAsync(month, choice.CommunityId, [today, yesterday], cancel);
        var then = await rates.OfMonthAsync(month.Previous, choice.CommunityId, [before], cancel);
        FigureRow Row(string name, CollectionFigures figures, BillingMonth of, DateOnly day)
        {
            var f = figures with { WaiversAsCollected = waiversAsCollected };
            return new FigureRow([name, f.Due, f.Collected, new Share(f.Current), new Share(f.ByHousehold)], $"/Reports/CollectionRate?month={of}&asOf={day:yyyy-MM-dd}&community={choice.CommunityId}");
        }

        return new FigureTable(
            Texts.Of("本期收了多少"), [Texts.Of("账期 {0}", month), Texts.Of("应收净额"), Texts.Of("已收"), Texts.Of("当期收缴率"), Texts.Of("户收缴率")],
            [Row(Texts.Of("截至今日"), now[0], month, today), Row(Texts.Of("截至昨日"), now[1], month, yesterday), Row(Texts.Of("上月同日"), then[0], month.Previous, before)],
            [CollectionDefinitions.Of(waiversAsCollected)[0]]);
    }

    private async Task<FigureTable> BehindAsync(FigureChoice choice, CancellationToken cancel)
    {
        var buildings = await open.BuildingNamesAsync(choice.CommunityId, cancel);
        var day = choice.AsOf;
        var sums = (await stored.CutAt(choice.CommunityId, [day]).Where(s => s.On <= day && s.DueOn < day).GroupBy(s => s.BuildingId).SumUp().ToListAsync(cancel)).FindAll(s => s.OpenBills != 0);
        return new FigureTable(
            Texts.Of("谁在欠费"), [Texts.Of("楼栋"), Texts.Of("账单"), Texts.Of("逾期未收")],
            [.. sums.OrderByDescending(s => s.Open).Take(Shown).Select(s => new FigureRow([buildings.FirstOrDefault(b => b.Id == s.Key).Name, s.OpenBills, new Money(s.Open)], $"/Reports/Arrears?asOf={choice.AsOf:yyyy-MM-dd}&community={choice.CommunityId}"))],
            [Texts.Of("逾期未收最多的 {0} 栋；合计为全部。", Shown)])
        {
            Total = new FigureRow([Texts.Of("合计"), sums.Sum(s => s.OpenBills), new Money(sums.Sum(s => s.Open))]),
        };
    }

    private async Task<FigureTable> ReasonsAsync(FigureChoice choice, CancellationToken cancel)
    {
        var noted = await (
            from bill in open.Overdue(choice)
            join note in db.ArrearsNotes on bill.BillId equals note.BillId
            select new { bill.BillId, bill.Fen, note.Reason, note.At, note.Id }).ToListAsync(cancel);
        var last = noted.GroupBy(n => n.BillId).Select(g => g.OrderBy(n => n.At).ThenBy(n => n.Id).Last()).ToList();
        return new FigureTable(
            Texts.Of("为什么欠"), [Texts.Of("原因"), Texts.Of("账单"), Texts.Of("逾期未收")],
            [.. last.GroupBy(n => n.Reason).OrderByDescending(g => g.Sum(n => n.Fen)).Take(Shown).Select(g => new FigureRow([Words.Of(g.Key), g.Count(), new Money(g.Sum(n => n.Fen))], "/Dunning/Reasons"))],
            [Texts.Of("逾期账单最后一次登记的原因，没有登记的不在其中。")]);
    }

    /// <summary>Promises whose last day is today or was before, calls that are due, and tickets whose clock ends today.</summary>
    private async Task<FigureTable> PromisesAsync(FigureChoice choice, CancellationToken cancel)
    {
        var day = choice.AsOf;
        var promises = await db.PaymentPromises.Where(p => p.State == PromiseState.Open && p.Until <= day && (choice.CommunityId == null || p.CommunityId == choice.CommunityId))
            .GroupBy(p => p.Until == day).Select(g => new { IsToday = g.Key, Count = g.Count(), Fen = g.Sum(p => p.Amount.Fen) }).ToListAsync(cancel);
        var calls = await db.DunningContacts.CountAsync(c => c.Kind == DunningKind.Call && c.Slot != null && c.CallOn <= day && (choice.CommunityId == null || c.CommunityId == choice.CommunityId), cancel);
        var end = db.Current.StartOf(day.AddDays(1));
        var tickets = await db.Tickets.CountAsync(
            t => (choice.CommunityId == null || t.CommunityId == choice.CommunityId) && t.IsOpen && t.State != TicketState.Waiting
                && (t.ResolveBy < end || (t.RespondedAt == null && t.RespondBy < end)),
            cancel);
        FigureRow Promise(string name, bool isToday)
        {
            var sum = promises.Find(p => p.IsToday == isToday);
            return new FigureRow([name, sum?.Count ?? 0, new Money(sum?.Fen ?? 0)], "/Dunning/Promises?state=Open");
        }

        return new FigureTable(
            Texts.Of("今天会失约的"), [Texts.Of("事项"), Texts.Of("数量"), Texts.Of("金额")],
            [Promise(Texts.Of("承诺今天付款"), true), Promise(Texts.Of("承诺日已过，待判定"), false), new FigureRow([Texts.Of("待打电话"), calls, null], "/Dunning"), new FigureRow([Texts.Of("今天到时限或已超时的工单"), tickets, null], "/Tickets")],
            [Texts.Of("尚未兑现、承诺日不晚于报表日的承诺，按现在的状态。")]);
    }

    private async Task<FigureTable> ChangesAsync(FigureChoice choice, CancellationToken cancel)
    {
        var (today, yesterday) = (choice.AsOf, choice.AsOf.AddDays(-1));
        var received = await db.PaymentTenders.Where(t => t.PaidOn >= yesterday && t.PaidOn <= today && t.Method != PaymentMethod.Purse && (choice.CommunityId == null || t.CommunityId == choice.CommunityId))
            .GroupBy(t => t.PaidOn).Select(g => new { g.Key, Fen = g.Sum(t => t.Amount.Fen) }).ToListAsync(cancel);
        var sums = await stored.ByDay(choice.CommunityId).Where(s => s.On >= yesterday && s.On <= today).GroupBy(s => s.On).SumUp().ToListAsync(cancel);
        Money Received(DateOnly day) => new(received.Find(r => r.Key == day)?.Fen ?? 0);
        FigureRow Day(string name, DateOnly day)
        {
            var s = sums.Find(x => x.Key == day);
            return new FigureRow([name, Received(day), new Money(s?.Billed ?? 0), new Money(s?.Red ?? 0), new Money(s?.Waived ?? 0), new Money(s?.Collected ?? 0)], $"/Reports/Money?from={day:yyyy-MM-dd}&asOf={day:yyyy-MM-dd}&community={choice.CommunityId}");
        }

        return new FigureTable(
            Texts.Of("比昨天变了什么"), [Texts.Of("日期"), Texts.Of("收款"), Texts.Of("出账"), Texts.Of("红冲"), Texts.Of("减免"), Texts.Of("核销")],
            [Day(Texts.Of("今日"), today), Day(Texts.Of("昨日"), yesterday)],
            [Texts.Of("收款是当天收到的钱减退款；核销是当天用到账单上的钱，含预存款抵扣。")]);
    }
}

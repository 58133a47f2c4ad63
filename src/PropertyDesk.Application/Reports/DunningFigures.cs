using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Billing;
using PropertyDesk.Application.Spreadsheets;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Billing;
using PropertyDesk.Domain.Dunning;
using PropertyDesk.Domain.Reports;

namespace PropertyDesk.Application.Reports;

/// <summary>What came of promises, reminders and late fees in a span of days, and which debts will lapse.</summary>
public sealed class DunningFigures(DeskDbContext db, OpenEvents open)
{
    private const int EffectDays = 7;
    private const int LimitationYears = 3;
    private const int LimitationAhead = 180;
    private const int Shown = 50;

    /// <param name="withDebtors">The reader may see single debts.</param>
    public async Task<IReadOnlyList<FigureTable>> TablesAsync(FigureChoice choice, bool withDebtors, CancellationToken cancel = default)
    {
        List<FigureTable> tables = [await PromisesAsync(choice, cancel), await StepsAsync(choice, cancel), await LateFeesAsync(choice, cancel)];
        if (withDebtors)
        {
            tables.Add(await LimitationsAsync(choice, cancel));
        }

        return tables;
    }

    private async Task<FigureTable> PromisesAsync(FigureChoice choice, CancellationToken cancel)
    {
        var (first, to, end) = (choice.From, choice.AsOf, db.Current.StartOf(choice.AsOf.AddDays(1)));
        // As it was at the end of the day: a promise that ended later was open then.
        var rows = await db.PaymentPromises.Where(p => p.MadeOn >= first && p.MadeOn <= to && (choice.CommunityId == null || p.CommunityId == choice.CommunityId))
            .Select(p => new { State = p.EndedAt < end ? p.State : PromiseState.Open, p.Amount.Fen })
            .GroupBy(p => p.State).Select(g => new { State = g.Key, Count = g.Count(), Fen = g.Sum(p => p.Fen) }).ToListAsync(cancel);
        var all = rows.Sum(r => r.Count);
        FigureRow Row(string name, int count, long fen) => new([name, count, new Money(fen), new Share(CollectionRate.Of(count, all))]);
        return new FigureTable(
            Texts.Of("承诺付款"), [Texts.Of("结果"), Texts.Of("承诺"), Texts.Of("金额"), Texts.Of("占比")],
            [.. Enum.GetValues<PromiseState>().Select(s => Row(Words.Of(s), rows.Find(r => r.State == s)?.Count ?? 0, rows.Find(r => r.State == s)?.Fen ?? 0) with { Link = $"/Dunning/Promises?state={s}" })],
            [Texts.Of("{0} 至 {1} 作出的承诺，按截至日的结果。", $"{first:yyyy-MM-dd}", $"{to:yyyy-MM-dd}")])
        {
            Total = Row(Texts.Of("合计"), all, rows.Sum(r => r.Fen)),
        };
    }

    /// <summary>What came in within a week of each rung of the ladder, of the bills that had taken it.</summary>
    private async Task<FigureTable> StepsAsync(FigureChoice choice, CancellationToken cancel)
    {
        var (first, to) = (choice.From, choice.AsOf);
        var steps = db.DunningSteps.Where(s => s.Day >= first && s.Day <= to && (choice.CommunityId == null || s.CommunityId == choice.CommunityId));
        var asked = await steps.GroupBy(s => new { s.Kind, s.Turn }).Select(g => new { g.Key.Kind, g.Key.Turn, Bills = g.Count(), Fen = g.Sum(s => s.Asked.Fen) }).ToListAsync(cancel);
        var paid = await (
            from step in steps
            join a in db.Allocations on step.BillId equals a.BillId
            where a.AppliedOn >= step.Day && a.AppliedOn <= step.Day.AddDays(EffectDays) && a.AppliedOn <= to
            group new { step.BillId, a.Amount.Fen } by new { step.Kind, step.Turn } into g
            select new { g.Key.Kind, g.Key.Turn, Bills = g.Select(x => x.BillId).Distinct().Count(), Fen = g.Sum(x => x.Fen) }).ToListAsync(cancel);
        return new FigureTable(
            Texts.Of("催缴每一步的效果"), [Texts.Of("步骤"), Texts.Of("账单"), Texts.Of("催缴金额"), Texts.Of("有收款的账单"), Texts.Of("{0} 天内收到", EffectDays), Texts.Of("收回率")],
            [.. asked.OrderBy(a => a.Kind).ThenBy(a => a.Turn).Select(a =>
            {
                var got = paid.Find(p => p.Kind == a.Kind && p.Turn == a.Turn);
                return new FigureRow(
                    [
                        a.Turn > 1 ? Texts.Of("{0}（第 {1} 次）", Words.Of(a.Kind), a.Turn) : Words.Of(a.Kind), a.Bills, new Money(a.Fen), got?.Bills ?? 0, new Money(got?.Fen ?? 0),
                        new Share(CollectionRate.Of(new Money(got?.Fen ?? 0), new Money(a.Fen))),
                    ]);
            })],
            [Texts.Of("收回率 = 该步之后 {0} 天内（含当天）收到的这些账单的账款 ÷ 该步催缴的金额；不证明是该步带来的。", EffectDays)])
        {
            Drawn = [5],
        };
    }

    private async Task<FigureTable> LateFeesAsync(FigureChoice choice, CancellationToken cancel)
    {
        var (first, to) = (choice.From, choice.AsOf);
        var lines = db.BillLines.LateFees().Where(l => choice.CommunityId == null || l.CommunityId == choice.CommunityId);
        var billed = await lines.Where(l => l.Bill.IssuedOn >= first && l.Bill.IssuedOn <= to).SumAsync(l => l.Amount.Fen, cancel);
        var credits = await (
            from c in db.BillCredits
            join l in lines on c.BillLineId equals l.Id
            where c.On >= first && c.On <= to
            group c by c.Kind == BillCreditKind.RedEntry into g
            select new { IsRed = g.Key, Fen = g.Sum(c => c.Amount.Fen) }).ToListAsync(cancel);
        var collected = await (
            from a in db.Allocations
            join l in lines on a.BillLineId equals l.Id
            where a.AppliedOn >= first && a.AppliedOn <= to
            select a.Amount.Fen).SumAsync(cancel);
        long Credited(bool isRed) => credits.Find(c => c.IsRed == isRed)?.Fen ?? 0;
        FigureRow Row(string name, long fen) => new([name, new Money(fen)]);
        return new FigureTable(
            Texts.Of("违约金"), [Texts.Of("违约金"), Texts.Of("金额")],
            [Row(Texts.Of("出账"), billed), Row(Texts.Of("减免"), Credited(false)), Row(Texts.Of("红冲"), Credited(true)), Row(Texts.Of("收到"), collected)],
            [Texts.Of("{0} 至 {1} 的单据；还没有出账的违约金不计入，在业主的违约金页面按日计算。", $"{first:yyyy-MM-dd}", $"{to:yyyy-MM-dd}")]);
    }

    /// <summary>Debts whose limitation (three years) ends soon: counted anew from each letter, promise and payment.</summary>
    private async Task<FigureTable> LimitationsAsync(FigureChoice choice, CancellationToken cancel)
    {
        var (to, cut) = (choice.AsOf, choice.AsOf.AddYears(-LimitationYears).AddDays(LimitationAhead));
        var rows = await (
            from bill in open.Bills(choice, cut)
            join b in db.Bills on bill.BillId equals b.Id
            let letter = db.DemandedBills.Where(d => d.BillId == b.Id && db.DemandLetters.Any(l => l.Id == d.LetterId && l.IssuedOn <= to))
                .Max(d => db.DemandLetters.Where(l => l.Id == d.LetterId).Max(l => (DateOnly?)l.IssuedOn))
            let promise = db.PromisedBills.Where(p => p.BillId == b.Id).Max(p => db.PaymentPromises.Where(x => x.Id == p.PromiseId && x.MadeOn <= to).Max(x => (DateOnly?)x.MadeOn))
            let payment = db.Allocations.Where(a => a.BillId == b.Id && a.Amount.Fen > 0 && a.AppliedOn <= to).Max(a => (DateOnly?)a.AppliedOn)
            where (letter == null || letter <= cut) && (promise == null || promise <= cut) && (payment == null || payment <= cut)
            orderby bill.DueOn, b.Number
            select new { b.Id, b.Number, b.UnitCode, bill.DueOn, bill.Fen, Letter = letter, Promise = promise, Payment = payment }).Take(Shown).ToListAsync(cancel);
        return new FigureTable(
            Texts.Of("诉讼时效将满"), [Texts.Of("账单"), Texts.Of("房屋"), Texts.Of("未收"), Texts.Of("到期日"), Texts.Of("最近一次中断"), Texts.Of("时效届满")],
            [.. rows.Select(r =>
            {
                var last = new[] { r.Letter, r.Promise, r.Payment }.Max();
                return (Row: r, Last: last, Ends: (last > r.DueOn ? last.Value : r.DueOn!.Value).AddYears(LimitationYears));
            }).OrderBy(r => r.Ends).Select(r => new FigureRow([r.Row.Number, r.Row.UnitCode, new Money(r.Row.Fen), r.Row.DueOn, r.Last, r.Ends], $"/Bills/Details/{r.Row.Id}"))],
            [Texts.Of("从到期日起 {0} 年；催款函、承诺付款和部分付款各重新起算（此处按单据推算，以法律意见为准）。列出 {1} 天内届满和已经届满的，最多 {2} 张。", LimitationYears, LimitationAhead, Shown)]);
    }
}

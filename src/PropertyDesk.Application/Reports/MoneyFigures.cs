using Microsoft.EntityFrameworkCore;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Deposits;
using PropertyDesk.Domain.Ledger;
using PropertyDesk.Domain.Payments;

namespace PropertyDesk.Application.Reports;

/// <summary>What came in and went out over a span of days, by way and person, and what is held for others at its end.</summary>
public sealed class MoneyFigures(DeskDbContext db, BillSums stored, TillFigures tills, CreditFigures credits, ReportHeads heads)
{
    public async Task<FigureReport> ReportAsync(FigureChoice choice, CancellationToken cancel = default) => await heads.HeadAsync(
        Texts.Of("资金报表"), choice,
        [
            .. await ReceiptsAsync(choice, cancel), await tills.TableAsync(choice, cancel), await HeldAsync(choice, cancel), await OnBehalfAsync(choice, cancel),
            await credits.TableAsync(choice, cancel), await IncomeAsync(choice, cancel),
        ],
        cancel);

    /// <summary>By day and way, and by person and way: one query.</summary>
    private async Task<IReadOnlyList<FigureTable>> ReceiptsAsync(FigureChoice choice, CancellationToken cancel)
    {
        var (from, to) = (choice.From, choice.AsOf);
        // The day is asked of both: each side is a range of days then.
        var sums = await db.PaymentTenders.Where(t => t.PaidOn >= from && t.PaidOn <= to && t.Payment.PaidOn >= from && t.Payment.PaidOn <= to && t.Method != PaymentMethod.Purse && (choice.CommunityId == null || t.CommunityId == choice.CommunityId))
            .GroupBy(t => new { t.PaidOn, t.Method, t.Payment.CashierName })
            .Select(g => new { g.Key.PaidOn, g.Key.Method, g.Key.CashierName, Fen = g.Sum(t => t.Amount.Fen) }).ToListAsync(cancel);
        var ways = sums.Select(s => s.Method).Distinct().Order().ToList();
        FigureRow Row(object name, Func<DateOnly, string, bool> which, string? link = null)
        {
            var part = sums.Where(s => which(s.PaidOn, s.CashierName)).ToList();
            return new FigureRow([name, .. ways.Select(w => (object)new Money(part.Where(s => s.Method == w).Sum(s => s.Fen))), new Money(part.Sum(s => s.Fen))], link);
        }

        var community = choice.CommunityId is { } id ? $"&community={id}" : "";
        string[] columns = [.. ways.Select(Words.Of), Texts.Of("合计")];
        var definition = Texts.Of("{0} 至 {1} 的收款减去退款，按收款日和收款方式；用预存款支付的不是新收到的钱，不计入。", $"{from:yyyy-MM-dd}", $"{to:yyyy-MM-dd}");
        var total = Row(Texts.Of("合计"), (_, _) => true);
        return
        [
            new FigureTable(
                Texts.Of("每日收款"), [Texts.Of("日期"), .. columns],
                [.. sums.Select(s => s.PaidOn).Distinct().Order().Select(day => Row(day, (d, _) => d == day, $"/Payments?from={day:yyyy-MM-dd}&to={day:yyyy-MM-dd}{community}"))], [definition])
            {
                Total = total,
                Drawn = [columns.Length],
            },
            new FigureTable(
                Texts.Of("按收费员收款"), [Texts.Of("收费员"), .. columns],
                [.. sums.GroupBy(s => s.CashierName).OrderByDescending(g => g.Sum(s => s.Fen)).Select(g => Row(g.Key.Length > 0 ? g.Key : Texts.Of("系统"), (_, name) => name == g.Key))], [definition])
            {
                Total = total,
            },
        ];
    }

    /// <summary>Owners' money that the company holds: purses by class, and deposits.</summary>
    private async Task<FigureTable> HeldAsync(FigureChoice choice, CancellationToken cancel)
    {
        var (from, to) = (choice.From, choice.AsOf);
        var purses = await db.PurseEntries.Where(e => e.On <= to && (choice.CommunityId == null || e.CommunityId == choice.CommunityId))
            .GroupBy(e => new { e.Purse.Class, IsBefore = e.On < from, IsIn = e.Amount.Fen > 0 })
            .Select(g => new { g.Key.Class, g.Key.IsBefore, g.Key.IsIn, Fen = g.Sum(e => e.Amount.Fen) }).ToListAsync(cancel);
        var deposits = await db.DepositEntries.Where(e => e.On <= to && (choice.CommunityId == null || e.CommunityId == choice.CommunityId))
            .GroupBy(e => new { IsBefore = e.On < from, IsIn = e.Kind == DepositEntryKind.Taken })
            .Select(g => new { g.Key.IsBefore, g.Key.IsIn, Fen = g.Sum(e => e.Amount.Fen) }).ToListAsync(cancel);
        List<(string Name, string Link, long Before, long In, long Out)> rows =
        [
            .. purses.GroupBy(p => p.Class).OrderBy(g => g.Key).Select(g => (
                Words.Of(g.Key), "/Purses", g.Where(p => p.IsBefore).Sum(p => p.Fen), g.Where(p => !p.IsBefore && p.IsIn).Sum(p => p.Fen), -g.Where(p => !p.IsBefore && !p.IsIn).Sum(p => p.Fen))),
            (Texts.Of("押金"), "/Deposits", deposits.Where(d => d.IsBefore).Sum(d => d.Fen), deposits.Where(d => !d.IsBefore && d.IsIn).Sum(d => d.Fen), -deposits.Where(d => !d.IsBefore && !d.IsIn).Sum(d => d.Fen)),
        ];
        FigureRow Row(string name, string? link, long before, long into, long outOf) => new([name, new Money(before), new Money(into), new Money(outOf), new Money(before + into - outOf)], link);
        return new FigureTable(
            Texts.Of("预存款和押金余额"), [Texts.Of("类别"), Texts.Of("期初"), Texts.Of("增加"), Texts.Of("减少"), Texts.Of("期末")],
            [.. rows.Select(r => Row(r.Name, r.Link, r.Before, r.In, r.Out))],
            [Texts.Of("期初 + 增加 − 减少 = 期末；期末等于总账的预收账款和其他应付款（押金）。调剂、抵扣、冲回各算增加或减少。")])
        {
            Total = Row(Texts.Of("合计"), null, rows.Sum(r => r.Before), rows.Sum(r => r.In), rows.Sum(r => r.Out)),
        };
    }

    /// <summary>What is collected for the water, power … company; it is no income.</summary>
    private async Task<FigureTable> OnBehalfAsync(FigureChoice choice, CancellationToken cancel)
    {
        var (from, to) = (choice.From, choice.AsOf);
        var items = await db.ChargeItems.Where(i => i.OnBehalf).ToDictionaryAsync(i => i.Id, i => i.Name, cancel);
        var sums = await stored.CutAt(choice.CommunityId, [from, to]).Where(s => s.On <= to && db.ChargeItems.Any(i => i.Id == s.ChargeItemId && i.OnBehalf))
            .GroupBy(s => new { s.ChargeItemId, IsBefore = s.On < from }).SumUp().ToListAsync(cancel);
        FigureRow Row(string name, IEnumerable<Guid> of)
        {
            var part = sums.Where(s => of.Contains(s.Key.ChargeItemId!.Value)).ToList();
            var before = part.Where(s => s.Key.IsBefore).Sum(s => s.Billed - s.Red - s.Waived - s.Collected);
            var (billed, red, waived, collected) = part.Where(s => !s.Key.IsBefore).Aggregate((0L, 0L, 0L, 0L), (t, s) => (t.Item1 + s.Billed, t.Item2 + s.Red, t.Item3 + s.Waived, t.Item4 + s.Collected));
            return new FigureRow([name, new Money(before), new Money(billed), new Money(red), new Money(waived), new Money(collected), new Money(before + billed - red - waived - collected)]);
        }

        return new FigureTable(
            Texts.Of("代收款"), [Texts.Of("收费项目"), Texts.Of("期初未收"), Texts.Of("应收"), Texts.Of("红冲"), Texts.Of("减免"), Texts.Of("已收"), Texts.Of("期末未收")],
            [.. items.Where(i => sums.Exists(s => s.Key.ChargeItemId == i.Key)).GroupBy(i => i.Value).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => Row(g.Key, g.Select(i => i.Key).ToList()))],
            [Texts.Of("期初未收 + 应收 − 红冲 − 减免 − 已收 = 期末未收。代收款不是收入；向供水、供电等单位的付款在财务系统中登记，这里没有。")])
        {
            Total = Row(Texts.Of("合计"), [.. items.Keys]),
        };
    }

    /// <summary>Income without tax, and the tax, as the ledger has them.</summary>
    private async Task<FigureTable> IncomeAsync(FigureChoice choice, CancellationToken cancel)
    {
        var (from, to) = (choice.From, choice.AsOf);
        Account[] accounts = [Account.Income, Account.LateFeeIncome, Account.Waiver];
        var sums = await db.JournalLines.Where(l => (accounts.Contains(l.Account) || l.Account == Account.TaxPayable) && l.Date >= from && l.Date <= to && (choice.CommunityId == null || l.CommunityId == choice.CommunityId))
            .GroupBy(l => l.Account).Select(g => new { Account = g.Key, Fen = g.Sum(l => l.Amount.Fen) }).ToListAsync(cancel);
        long Of(Account account) => -(sums.Find(s => s.Account == account)?.Fen ?? 0);
        var (net, tax) = (accounts.Sum(Of), Of(Account.TaxPayable));
        FigureRow Row(string name, long fen) => new([name, new Money(fen)], "/Ledger");
        return new FigureTable(
            Texts.Of("收入和税"), [Texts.Of("科目"), Texts.Of("金额")],
            [.. accounts.Select(a => Row(Words.Of(a), Of(a))), Row(Texts.Of("收入净额（不含税）"), net), Row(Texts.Of("应交增值税"), tax), Row(Texts.Of("价税合计"), net + tax)],
            [Texts.Of("总账 {0} 至 {1} 的贷方减借方；减免冲减收入，收入净额 = 收入 + 违约金收入 − 减免。按权责发生，不是收到的钱。", $"{from:yyyy-MM-dd}", $"{to:yyyy-MM-dd}")]);
    }
}

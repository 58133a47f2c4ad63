using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Payments;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Billing;

namespace PropertyDesk.Application.Reports;

/// <summary>Waivers and red entries of a span of days, by reason and by whoever approved them.</summary>
public sealed class CreditFigures(DeskDbContext db, BillEvents events)
{
    public async Task<FigureTable> TableAsync(FigureChoice choice, CancellationToken cancel = default)
    {
        var (first, to) = (choice.From, choice.AsOf);
        var bills = events.BilledUpTo(to, choice.CommunityId);
        var rows = await (
            from credit in db.BillCredits
            where credit.On >= first && credit.On <= to && bills.Any(b => b.Id == credit.BillId)
            join request in db.CorrectionRequests on credit.DocumentId equals request.Id into requests
            from request in requests.DefaultIfEmpty()
            group new { credit.Amount.Fen, credit.DocumentId } by new { credit.Kind, Reason = (Domain.Corrections.CorrectionReason?)request.Reason, request.DecidedBy } into g
            select new { g.Key.Kind, g.Key.Reason, g.Key.DecidedBy, Documents = g.Select(c => c.DocumentId).Distinct().Count(), Fen = g.Sum(c => c.Fen) }).ToListAsync(cancel);
        FigureRow Row(string name, string reason, string by, int documents, long red, long waived) => new([name, reason, by, documents, new Money(red), new Money(waived)]);
        return new FigureTable(
            Texts.Of("减免和红冲"), [Texts.Of("种类"), Texts.Of("原因"), Texts.Of("审批人"), Texts.Of("单据"), Texts.Of("红冲"), Texts.Of("减免")],
            [.. rows.Select(r => (Row: r, IsRed: r.Kind == BillCreditKind.RedEntry)).OrderBy(r => r.Row.Kind).ThenByDescending(r => r.Row.Fen).Select(r => Row(
                Words.Of(r.Row.Kind), r.Row.Reason is { } reason ? Words.Of(reason) : Texts.Of("出账时计算"), r.Row.DecidedBy ?? "", r.Row.Documents, r.IsRed ? r.Row.Fen : 0, r.IsRed ? 0 : r.Row.Fen)
                with { Link = r.Row.Reason is null ? null : "/Corrections?state=Approved" })],
            [Texts.Of("{0} 至 {1} 生效的单据；空置减免、优惠和抵扣在出账时计算，没有审批人。合计与收缴率报表同一口径。", $"{first:yyyy-MM-dd}", $"{to:yyyy-MM-dd}")])
        {
            Total = Row(Texts.Of("合计"), "", "", rows.Sum(r => r.Documents), rows.Where(r => r.Kind == BillCreditKind.RedEntry).Sum(r => r.Fen), rows.Where(r => r.Kind != BillCreditKind.RedEntry).Sum(r => r.Fen)),
        };
    }
}

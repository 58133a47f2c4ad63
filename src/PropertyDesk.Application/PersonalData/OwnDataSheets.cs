using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Payments;
using PropertyDesk.Application.Portal;
using PropertyDesk.Application.Spreadsheets;
using PropertyDesk.Domain.Payments;
using PropertyDesk.Domain.Tickets;

namespace PropertyDesk.Application.PersonalData;

/// <summary>What happened between the login's own owner records and the desk, one sheet for each kind.</summary>
public sealed class OwnDataSheets(DeskDbContext db, DataRequestQueries requests, OwnParking parking)
{
    private Guid[] Mine => db.Current.IsOwnerIds;

    public async Task<IReadOnlyList<Sheet>> ListAsync() =>
        [await BillsAsync(), await LinesAsync(), await ReceiptsAsync(), await PurseAsync(), await ParkingAsync(), await DisputesAsync(), await InvoicesAsync(), await TicketsAsync(), await CallsAsync(), await VisitorsAsync(), await EventsAsync(), await RequestsAsync(), await MessagesAsync(), .. await new OwnArchiveSheets(db).ListAsync()];

    /// <summary>Files that were given to the desk.</summary>
    internal Task<IReadOnlyList<OwnPaper>> PapersAsync() => new OwnArchiveSheets(db).PapersAsync();

    private async Task<Sheet> BillsAsync() => new(
        Texts.Of("账单"),
        [new(Texts.Of("账单号"), 20), new(Texts.Of("账期")), new(Texts.Of("房号")), new(Texts.Of("金额")), new(Texts.Of("已缴")), new(Texts.Of("待缴")), new(Texts.Of("到期日"))],
        [.. (await db.Bills.Published().Where(b => Mine.Contains(b.OwnerId)).OrderBy(b => b.Period).ThenBy(b => b.Number)
            .Select(b => new { b.Number, b.Period, b.UnitCode, b.Total, b.Paid, b.Outstanding, b.DueOn }).ToListAsync())
            .Select(b => (object?[])[b.Number, b.Period.ToString(), b.UnitCode, b.Total, b.Paid, b.Outstanding, b.DueOn])]);

    private async Task<Sheet> LinesAsync() => new(
        Texts.Of("账单明细"),
        [new(Texts.Of("账单号"), 20), new(Texts.Of("收费项目"), 20), new(Texts.Of("金额"))],
        [.. (await db.BillLines.Where(l => l.Bill.IssuedOn != null && Mine.Contains(l.Bill.OwnerId)).OrderBy(l => l.Bill.Number).ThenBy(l => l.Position)
            .Select(l => new { l.Bill.Number, l.ItemName, l.Amount }).ToListAsync())
            .Select(l => (object?[])[l.Number, l.ItemName, l.Amount])]);

    private async Task<Sheet> ReceiptsAsync() => new(
        Texts.Of("缴费记录"),
        [new(Texts.Of("收据"), 16), new(Texts.Of("日期")), new(Texts.Of("支付方式")), new(Texts.Of("金额"))],
        [.. (await db.Receipts.Where(r => Mine.Contains(r.Payment.OwnerId)).OrderBy(r => r.Payment.RecordedAt)
            .Select(r => new { r.Book, r.Number, r.Payment.PaidOn, r.Payment.Method, r.Payment.Amount }).ToListAsync())
            .Select(r => (object?[])[Receipt.Format(r.Book, r.Number), r.PaidOn, Words.Of(r.Method), r.Amount])]);

    private async Task<Sheet> PurseAsync() => new(
        Texts.Of("预存款"),
        [new(Texts.Of("日期")), new(Texts.Of("类别")), new(Texts.Of("业务"), 18), new(Texts.Of("金额"))],
        [.. (await db.PurseEntries.Where(e => Mine.Contains(e.OwnerId)).OrderBy(e => e.RecordedAt).Select(e => new { e.On, e.Purse.Class, e.Kind, e.Amount }).ToListAsync())
            .Select(e => (object?[])[e.On, Words.Of(e.Class), Words.Of(e.Kind), e.Amount])]);

    private async Task<Sheet> ParkingAsync() => new(
        Texts.Of("车位"),
        [new(Texts.Of("车位号")), new(Texts.Of("房号")), new(Texts.Of("车牌号")), new(Texts.Of("月租")), new(Texts.Of("开始日期")), new(Texts.Of("结束日期"))],
        [.. (await parking.ListAsync()).Select(s => (object?[])[s.Number, s.Unit, s.Plate, s.MonthlyFee, s.From, s.To])]);

    private async Task<Sheet> DisputesAsync() => new(
        Texts.Of("异议"),
        [new(Texts.Of("账单号"), 20), new(Texts.Of("收费项目"), 20), new(Texts.Of("异议内容"), 40), new(Texts.Of("状态")), new(Texts.Of("答复"), 40)],
        [.. (await db.Disputes.Where(d => Mine.Contains(d.Bill.OwnerId)).OrderBy(d => d.OpenedAt).Select(d => new { d.Bill.Number, d.BillLine.ItemName, d.Question, d.State, d.Answer }).ToListAsync())
            .Select(d => (object?[])[d.Number, d.ItemName, d.Question, Words.Of(d.State), d.Answer])]);

    private async Task<Sheet> InvoicesAsync() => new(
        Texts.Of("发票申请"),
        [new(Texts.Of("收据"), 16), new(Texts.Of("发票抬头"), 30), new(Texts.Of("税号"), 22), new(Texts.Of("邮箱"), 24), new(Texts.Of("金额")), new(Texts.Of("状态")), new(Texts.Of("发票号码"), 24)],
        [.. (await db.InvoiceRequests.Where(r => Mine.Contains(r.OwnerId)).OrderBy(r => r.RequestedAt)
            .Select(r => new { r.Receipt.Book, r.Receipt.Number, r.Title, r.TaxNumber, r.Email, r.Amount, r.State, Invoice = r.Number }).ToListAsync())
            .Select(r => (object?[])[Receipt.Format(r.Book, r.Number), r.Title, r.TaxNumber, r.Email, r.Amount, Words.Of(r.State), r.Invoice])]);

    private async Task<Sheet> TicketsAsync() => new(
        Texts.Of("工单"),
        [new(Texts.Of("工单"), 14), new(Texts.Of("日期")), new(Texts.Of("类别")), new(Texts.Of("地点"), 20), new(Texts.Of("联系人"), 20), new(Texts.Of("情况"), 40), new(Texts.Of("状态")), new(Texts.Of("处理结果"), 40), new(Texts.Of("评分"))],
        [.. (await db.Tickets.Where(t => t.OwnerId != null && Mine.Contains(t.OwnerId.Value)).OrderBy(t => t.Number)
            .Select(t => new { t.Number, t.OpenedAt, Category = t.Category.Name, Unit = t.Unit!.Code, t.Place, t.Contact, t.What, t.State, t.Result, t.Score }).ToListAsync())
            .Select(t => (object?[])[Ticket.Format(t.Number), db.Current.DayOf(t.OpenedAt), t.Category, $"{t.Unit} {t.Place}".Trim(), t.Contact, t.What, Words.Of(t.State), t.Result, t.Score])]);

    private async Task<Sheet> CallsAsync() => new(
        Texts.Of("来电咨询"),
        [new(Texts.Of("日期")), new(Texts.Of("主题"), 18), new(Texts.Of("来电号码"), 18), new(Texts.Of("来电人"), 16), new(Texts.Of("问题"), 40), new(Texts.Of("答复"), 40), new(Texts.Of("文章"), 30), new(Texts.Of("状态"))],
        [.. (await db.Calls.Where(c => c.OwnerId != null && Mine.Contains(c.OwnerId.Value)).OrderBy(c => c.At)
            .Select(c => new { c.At, Topic = c.Topic.Name, c.Phone, c.Caller, c.Question, c.Answer, Article = c.Read!.Title, c.State, Said = db.CallReturns.Where(r => r.CallId == c.Id && r.Said != null).OrderBy(r => r.Number).Select(r => r.Said).ToList() }).ToListAsync())
            .Select(c => (object?[])[db.Current.DayOf(c.At), c.Topic, c.Phone, c.Caller, c.Question, string.Join('\n', new[] { c.Answer }.Concat(c.Said).OfType<string>()), c.Article, Words.Of(c.State)])]);

    private async Task<Sheet> VisitorsAsync() => new(
        Texts.Of("访客"),
        [new(Texts.Of("日期")), new(Texts.Of("房号")), new(Texts.Of("访客姓名"), 20), new(Texts.Of("手机号"), 20), new(Texts.Of("车牌号")), new(Texts.Of("人数")), new(Texts.Of("来访事由"), 30), new(Texts.Of("状态"))],
        [.. (await db.Visits.Where(v => v.OwnerId != null && Mine.Contains(v.OwnerId.Value)).OrderBy(v => v.From)
            .Select(v => new { v.From, Unit = v.Unit!.Code, v.Name, v.Phone, v.Plate, v.People, v.Purpose, v.State }).ToListAsync())
            .Select(v => (object?[])[db.Current.DayOf(v.From), v.Unit, v.Name, v.Phone, v.Plate, v.People, v.Purpose, Words.Of(v.State)])]);

    private async Task<Sheet> EventsAsync() => new(
        Texts.Of("社区活动"),
        [new(Texts.Of("日期")), new(Texts.Of("活动"), 30), new(Texts.Of("人数")), new(Texts.Of("状态")), new(Texts.Of("到场人数")), new(Texts.Of("评分")), new(Texts.Of("评价"), 40)],
        [.. (await db.EventSignUps.Where(s => s.OwnerId != null && Mine.Contains(s.OwnerId.Value)).OrderBy(s => s.Event.From).ThenBy(s => s.Id)
            .Select(s => new { s.Event.From, s.Event.Title, s.People, s.State, Came = db.EventCheckIns.Where(c => c.SignUpId == s.Id).Select(c => (int?)c.People).FirstOrDefault(), s.Score, s.Words }).ToListAsync())
            .Select(s => (object?[])[db.Current.DayOf(s.From), s.Title, s.People, Words.Of(s.State), s.Came, s.Score, s.Words])]);

    private async Task<Sheet> RequestsAsync() => new(
        Texts.Of("资料申请"),
        [new(Texts.Of("申请")), new(Texts.Of("说明"), 40), new(Texts.Of("状态")), new(Texts.Of("答复"), 40)],
        [.. (await requests.MineAsync()).Select(r => (object?[])[Words.Of(r.Kind), r.Text, Words.Of(r.State), r.Answer])]);

    private async Task<Sheet> MessagesAsync() => new(
        Texts.Of("消息"),
        [new(Texts.Of("日期")), new(Texts.Of("渠道")), new(Texts.Of("标题"), 40), new(Texts.Of("发往"), 24), new(Texts.Of("状态"))],
        [.. (await db.Deliveries.Where(d => d.OwnerId != null && Mine.Contains(d.OwnerId.Value)).OrderBy(d => d.QueuedAt).Select(d => new { d.Day, d.Channel, d.Subject, d.Address, d.State }).ToListAsync())
            .Select(d => (object?[])[d.Day, d.Channel is { } channel ? Words.Of(channel) : null, d.Subject, d.Address, Words.Of(d.State)])]);
}

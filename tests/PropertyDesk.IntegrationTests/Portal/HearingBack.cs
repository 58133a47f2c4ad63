using System.Text;
using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Deliveries;
using PropertyDesk.Application.Disputes;
using PropertyDesk.Application.Files;
using PropertyDesk.Application.Invoices;
using PropertyDesk.Application.PersonalData;
using PropertyDesk.Application.Tickets;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Companies;
using PropertyDesk.Domain.Deliveries;
using PropertyDesk.Domain.Invoices;
using PropertyDesk.Domain.PersonalData;
using PropertyDesk.Domain.Tickets;
using PropertyDesk.IntegrationTests.Tickets;

namespace PropertyDesk.IntegrationTests.Portal;

/// <summary>最近的回复: whoever asked is told that there is an answer, once and in the own language, and nobody else is.</summary>
public sealed class HearingBack
{
    [Fact]
    public async Task An_answered_question_is_told_and_stands_on_the_first_page_for_a_week()
    {
        var desk = await PortalDesk.OpenAsync();
        var (li, zhang, line) = (await desk.OwnerAsync(desk.Li), await desk.OwnerAsync(desk.Zhang), await desk.LineAsync(desk.Li));
        var dispute = await desk.AsOwnerAsync(desk.Li, (HandleDispute d) => d.AskAsync(line.Id, "为什么？"));
        Assert.Equal(0, await CountAsync(desk));

        await Assert.ThrowsAsync<RuleViolation>(() => desk.Till.WithAsync((HandleDispute d) => d.AnswerAsync(dispute, " ")));
        Assert.Equal(0, await CountAsync(desk));
        await desk.Till.WithAsync((HandleDispute d) => d.AnswerAsync(dispute, "按产证面积计算。"));

        var told = await desk.Till.SeeAsync(db => db.Deliveries.SingleAsync(d => d.Kind == DeliveryKind.Answer));
        Assert.Equal((desk.Li.Id, DeliveryChannel.Portal, DeliveryState.Sent), (told.OwnerId, told.Channel, told.State));
        Assert.Contains("按产证面积计算。", told.Body, StringComparison.Ordinal);
        var page = await desk.ReadAsync(li, "/Portal");
        Assert.Contains($"账单中“{line.ItemName}”的疑问已答复", page, StringComparison.Ordinal);
        Assert.Contains($"href=\"{desk.Root}/portal/bills/details/{line.BillId}\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("疑问已答复", await desk.ReadAsync(zhang, "/Portal"), StringComparison.Ordinal);
        await desk.Till.SeeAsync(db => db.Deliveries.Where(d => d.Id == told.Id).ExecuteUpdateAsync(set => set.SetProperty(d => d.Day, told.Day.AddDays(-AnswerMessages.ShownDays))));
        Assert.DoesNotContain("疑问已答复", await desk.ReadAsync(li, "/Portal"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_invoice_is_told_by_mail_in_the_owners_language()
    {
        var desk = await PortalDesk.OpenAsync();
        await desk.Till.SeeAsync(async db =>
        {
            var owner = await db.Owners.SingleAsync(o => o.Id == desk.Zhang.Id);
            owner.SetContact(owner.Phone, "zhang@example.com");
            var (mail, preference, now) = (new MailAccount(await db.Companies.SingleAsync(c => c.Id == desk.Desk.Company.Id)), new DeliveryPreference(owner), desk.Desk.Clock.GetUtcNow());
            mail.Change(new MailServer("mail.example.com", 25, MailSecurity.None, null, "desk@example.com", "物业", null), null, isOn: true, "测试", now);
            preference.Change(DeliveryChannel.Email, DeliveryLanguage.English, [], "测试", now);
            db.AddRange(mail, preference);
            return await db.SaveChangesAsync();
        });
        var receipt = await desk.PayAsync(desk.Zhang);
        var request = await desk.AsOwnerAsync(desk.Zhang, (InvoiceRequests r) => r.AskAsync(receipt.Id, new WantedInvoice(InvoiceTitleKind.Person, "张伟", null, "zhang@example.com")));

        await desk.Till.WithAsync((InvoiceRequests r) => r.IssueAsync(request, "12345678", desk.Till.Today, new NewFile("发票.pdf", Encoding.ASCII.GetBytes("%PDF-1.4\n%%EOF\n"))));

        var told = await desk.Till.SeeAsync(db => db.Deliveries.SingleAsync(d => d.Kind == DeliveryKind.Answer));
        Assert.Equal((DeliveryChannel.Email, "zhang@example.com", DeliveryState.Queued), (told.Channel, told.Address, told.State));
        Assert.Contains("The invoice that you asked for was issued", told.Subject, StringComparison.Ordinal);
        Assert.Contains("12345678", told.Body, StringComparison.Ordinal);
        Assert.Contains($"{desk.Root}/portal/invoices", told.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("\n\n\n", told.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_told_of_a_deletion_is_the_last_message_that_knows_the_address()
    {
        var desk = await PortalDesk.OpenAsync();
        var zhang = await desk.OwnerAsync(desk.Zhang);
        var request = await desk.AsOwnerAsync(desk.Zhang, (DataRequests r) => r.AskAsync(desk.Zhang.Id, DataRequestKind.Deletion, null));

        await desk.Till.WithAsync((DataRequests r) => r.DoneAsync(request, "已删除。"));

        var told = await desk.Till.SeeAsync(db => db.Deliveries.SingleAsync(d => d.Kind == DeliveryKind.Answer));
        Assert.Contains("申请已办理", told.Subject, StringComparison.Ordinal);
        Assert.Contains("申请已办理", await desk.ReadAsync(zhang, "/Portal"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_ticket_is_told_each_time_that_it_is_done_and_when_it_is_cancelled()
    {
        var rig = await TicketRig.OpenAsync();
        var ticket = await rig.OpenTicketAsync();
        await rig.BringToDoneAsync(ticket);
        await rig.DeskDoes(ticket, TicketVerb.Reopen, "还在漏");
        await rig.DeskDoes(ticket, TicketVerb.Assign, to: rig.Worker);
        await rig.BringToDoneAsync(ticket);
        var other = await rig.OpenTicketAsync();
        await rig.DeskDoes(other, TicketVerb.Cancel, "业主说已修好");

        var told = await rig.Till.SeeAsync(db => db.Deliveries.Where(d => d.Kind == DeliveryKind.Answer).ToListAsync());
        Assert.Equal(3, told.Count);
        Assert.Equal(2, told.Count(t => t.Subject.Contains("已完成，请确认", StringComparison.Ordinal) && t.Link!.EndsWith($"/portal/tickets/details/{ticket}", StringComparison.Ordinal)));
        Assert.Contains("业主说已修好", Assert.Single(told, t => t.Link!.EndsWith($"{other}", StringComparison.Ordinal)).Body, StringComparison.Ordinal);
    }

    private static Task<int> CountAsync(PortalDesk desk) => desk.Till.SeeAsync(db => db.Deliveries.CountAsync(d => d.Kind == DeliveryKind.Answer));
}

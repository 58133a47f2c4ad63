using System.Net;
using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Disputes;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Billing;
using PropertyDesk.Domain.Companies;
using PropertyDesk.Domain.Disputes;

namespace PropertyDesk.IntegrationTests.Portal;

/// <summary>看不懂/不同意: from a line on the phone to the desk and back.</summary>
public sealed class AskingAboutLines
{
    [Fact]
    public async Task The_question_goes_to_the_desk_and_its_answer_comes_back_to_the_line()
    {
        var desk = await PortalDesk.OpenAsync();
        var (li, line) = (await desk.OwnerAsync(desk.Li), await desk.LineAsync(desk.Li));
        var (bill, clerk) = ($"/Portal/Bills/Details/{line.BillId}", await desk.Desk.SignInAsync(Role.ServiceDesk));

        var asked = await desk.PostAsync(li, bill + "?handler=Ask", ("LineId", $"{line.Id}"), ("Question", "为什么比上月多？"));

        Assert.Equal(HttpStatusCode.Redirect, asked.Status);
        var waiting = await desk.ReadAsync(li, bill);
        Assert.Contains("疑问处理中", waiting, StringComparison.Ordinal);
        Assert.Contains("为什么比上月多？", waiting, StringComparison.Ordinal);
        var row = await desk.Till.SeeAsync(db => db.Disputes.Include(d => d.Freeze).SingleAsync());
        Assert.Equal(("李娜", true, FreezeReason.Dispute), (row.OpenedBy, row.ByPortal, row.Freeze.Reason));
        Assert.Equal(line.Id, row.Freeze.BillLineId);
        Assert.Contains("业主端", await desk.ReadAsync(clerk, "/Disputes"), StringComparison.Ordinal);

        await desk.PostAsync(clerk, $"/Disputes/Details/{row.Id}?handler=Answer", ("Answer", "面积按产证 89.43 平方米。"));

        var answered = await desk.ReadAsync(li, bill);
        Assert.Contains("已答复", answered, StringComparison.Ordinal);
        Assert.Contains("面积按产证 89.43 平方米。", answered, StringComparison.Ordinal);
        Assert.Contains("还有疑问", answered, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await desk.PostAsync(li, bill + "?handler=Ask", ("LineId", $"{line.Id}"), ("Question", "产证是多少？"))).Status);
        Assert.Equal([DisputeState.Stands, DisputeState.Open], await desk.Till.SeeAsync(db => db.Disputes.OrderBy(d => d.OpenLineId != null).Select(d => d.State).ToListAsync()));
    }

    [Fact]
    public async Task A_second_question_on_an_open_line_is_told_so_and_keeps_its_words()
    {
        var desk = await PortalDesk.OpenAsync();
        var (li, line) = (await desk.OwnerAsync(desk.Li), await desk.LineAsync(desk.Li));
        var ask = $"/Portal/Bills/Details/{line.BillId}?handler=Ask";
        await desk.PostAsync(li, ask, ("LineId", $"{line.Id}"), ("Question", "第一问"));

        var second = await desk.PostAsync(li, ask, ("LineId", $"{line.Id}"), ("Question", "第二问"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, second.Status);
        Assert.Contains("这一行已有一条处理中的异议。", second.Text, StringComparison.Ordinal);
        Assert.Contains("第二问", second.Text, StringComparison.Ordinal);
        Assert.Equal("第一问", await desk.Till.SeeAsync(db => db.Disputes.Select(d => d.Question).SingleAsync()));
    }

    [Fact]
    public async Task Ten_at_once_are_one_question()
    {
        var desk = await PortalDesk.OpenAsync();
        var line = await desk.LineAsync(desk.Li);

        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Task.Run(async () => await Record.ExceptionAsync(() => desk.AsOwnerAsync(desk.Li, (HandleDispute d) => d.AskAsync(line.Id, "问"))))));

        Assert.Single(answers, a => a is null);
        Assert.All(answers.Where(a => a is not null), a => Assert.IsType<RuleViolation>(a));
        Assert.Equal(1, await desk.Till.SeeAsync(db => db.Disputes.CountAsync()));
        Assert.Equal(1, await desk.Till.SeeAsync(db => db.LateFeeFreezes.CountAsync()));
    }

    [Fact]
    public async Task An_empty_question_is_refused_at_its_line()
    {
        var desk = await PortalDesk.OpenAsync();
        var (li, line) = (await desk.OwnerAsync(desk.Li), await desk.LineAsync(desk.Li));

        var empty = await desk.PostAsync(li, $"/Portal/Bills/Details/{line.BillId}?handler=Ask", ("LineId", $"{line.Id}"), ("Question", " "));

        Assert.Contains("请写下您的疑问。", empty.Text, StringComparison.Ordinal);
        Assert.Equal(0, await desk.Till.SeeAsync(db => db.Disputes.CountAsync()));
    }

    [Fact]
    public async Task Nobody_asks_about_a_bill_that_is_not_theirs()
    {
        var desk = await PortalDesk.OpenAsync();
        var (li, own, other) = (await desk.OwnerAsync(desk.Li), await desk.LineAsync(desk.Li), await desk.LineAsync(desk.Zhang));

        Assert.Equal(HttpStatusCode.NotFound, (await desk.PostAsync(li, $"/Portal/Bills/Details/{other.BillId}?handler=Ask", ("LineId", $"{other.Id}"), ("Question", "问"))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await desk.PostAsync(li, $"/Portal/Bills/Details/{own.BillId}?handler=Ask", ("LineId", $"{other.Id}"), ("Question", "问"))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await desk.PostAsync(await desk.FamilyAsync(desk.Li, Role.FamilyViewer), $"/Portal/Bills/Details/{own.BillId}?handler=Ask", ("LineId", $"{own.Id}"), ("Question", "问"))).Status);
        Assert.Equal(0, await desk.Till.SeeAsync(db => db.Disputes.CountAsync()));
    }
}

using System.Net;
using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Files;
using PropertyDesk.Application.Home;
using PropertyDesk.Application.Partners;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Companies;
using PropertyDesk.Domain.Partners;
using PropertyDesk.IntegrationTests.Payments;

namespace PropertyDesk.IntegrationTests.Partners;

/// <summary>Outside units: whom to call, what was agreed, which dates come, what went on.</summary>
public sealed class KeepingPartners
{
    private static readonly byte[] Pdf = "%PDF-1.4\n%%EOF"u8.ToArray();

    [Fact]
    public async Task A_date_comes_again_on_the_day_that_was_agreed_and_is_written_down_once()
    {
        var till = await Till.OpenAsync();
        var id = await AddAsync(till);
        await till.Desk.In(async (KeepPartners k) => await FixAsync(k, id, new DateOnly(2025, 1, 31), every: 1));
        var date = await till.SeeAsync(db => db.PartnerDates.AsNoTracking().SingleAsync(d => d.PartnerId == id));

        var request = Guid.NewGuid();
        await KeepAsync(till, date.Id, request, date.Day);
        // The same form again, and somebody who saw the old day.
        await KeepAsync(till, date.Id, request, date.Day);
        await Assert.ThrowsAsync<RuleViolation>(() => KeepAsync(till, date.Id, Guid.NewGuid(), date.Day));
        var february = await DayAsync(till, date.Id);
        await KeepAsync(till, date.Id, Guid.NewGuid(), february);

        Assert.Equal((new DateOnly(2025, 2, 28), new DateOnly(2025, 3, 31)), (february, await DayAsync(till, date.Id)));
        var entries = (await till.Desk.In((PartnerQueries q) => q.FindAsync(id))).Entries;
        Assert.Equal(["抄总表（2025-01-31）：读数 1200", "抄总表（2025-02-28）：读数 1200"], entries.Rows.Select(e => e.What).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_is_due_waits_on_the_start_page_from_its_reminder_on_until_it_is_done()
    {
        var till = await Till.OpenAsync();
        var (id, today) = (await AddAsync(till), till.Today);
        await till.Desk.In(async (KeepPartners k) =>
        {
            await FixAsync(k, id, today.AddDays(3), every: 0, remind: 3);
            await FixAsync(k, id, today.AddDays(4), every: 0, remind: 3);
            await FixAsync(k, id, today.AddDays(-1), every: 0, remind: 0);
            await k.AgreeAsync(id, Guid.NewGuid(), "维保合同", today.AddYears(-1), today.AddDays(PartnerAgreement.RemindDays), null);
            await k.AgreeAsync(id, Guid.NewGuid(), "长约", today.AddYears(-1), today.AddDays(PartnerAgreement.RemindDays + 1), null);
            return true;
        });

        var due = await till.Desk.In((PartnerQueries q) => q.DueAsync());
        Assert.Equal([today.AddDays(-1), today.AddDays(3), today.AddDays(PartnerAgreement.RemindDays)], due.Select(d => d.Day));
        Assert.Equal([new Waiting(WaitingKind.Partners, 3, 1)], await till.Desk.In((WaitingWork w) => w.CountAsync([WaitingKind.Partners])));

        await till.Desk.In(async (KeepPartners k) =>
        {
            await k.EndAgreementAsync(await till.SeeAsync(db => db.PartnerAgreements.Where(a => a.Title == "维保合同").Select(a => a.Id).SingleAsync()));
            await k.DropDateAsync(await till.SeeAsync(db => db.PartnerDates.Where(d => d.Day == today.AddDays(-1)).Select(d => d.Id).SingleAsync()));
            return true;
        });
        Assert.Equal([today.AddDays(3)], (await till.Desk.In((PartnerQueries q) => q.DueAsync())).Select(d => d.Day));
        // Of a unit that is not used any more nobody is reminded.
        await till.Desk.In(async (KeepPartners k) => { await k.EndAsync(id, ended: true); return true; });
        Assert.Empty(await till.Desk.In((PartnerQueries q) => q.DueAsync()));
        Assert.Empty(await till.Desk.In((PartnerQueries q) => q.ListAsync(null, "供电")));
        Assert.Single(await till.Desk.In((PartnerQueries q) => q.ListAsync(null, "高所", withEnded: true)));
    }

    [Fact]
    public async Task Contacts_are_replaced_in_their_order_and_a_second_unit_of_the_same_name_is_refused()
    {
        var till = await Till.OpenAsync();
        var form = Guid.NewGuid();
        var (id, again) = (await AddAsync(till, form), await AddAsync(till, form));
        Assert.Equal(id, again);

        await till.Desk.In(async (KeepPartners k) => { await k.ChangeAsync(id, Plan("城区供电所") with { Contacts = [new("小刘", "抄表员", "138"), new("高所长", null, null)] }); return true; });
        Assert.Equal([("小刘", "138"), ("高所长", null)], (await till.Desk.In((PartnerQueries q) => q.FindAsync(id))).Contacts.Select(c => (c.Name, c.Phone)));
        Assert.Equal("Input.Name", (await Assert.ThrowsAsync<RuleViolation>(() => AddAsync(till, Guid.NewGuid()))).Field);
        await Assert.ThrowsAsync<RuleViolation>(() => till.Desk.In((KeepPartners k) => k.AddAsync(Guid.NewGuid(), till.Own.Community.Id, Plan("水务") with { Contacts = [new(null, null, "138")] })));
        await Assert.ThrowsAsync<NotFoundException>(() => till.Desk.In(till.Desk.Foreign, (PartnerQueries q) => q.FindAsync(id)));
    }

    [Theory]
    [InlineData(-1, 0, "2025-01-01", "EveryMonths")]
    [InlineData(25, 0, "2025-01-01", "EveryMonths")]
    [InlineData(1, 91, "2025-01-01", "RemindDays")]
    [InlineData(1, 0, "1999-12-31", "Day")]
    [InlineData(1, 0, "9999-12-31", "Day")]
    public async Task Dates_that_make_no_sense_are_refused(int every, int remind, string day, string field)
    {
        var till = await Till.OpenAsync();
        var id = await AddAsync(till);
        var refused = await Assert.ThrowsAsync<RuleViolation>(() => till.Desk.In(async (KeepPartners k) => await FixAsync(k, id, DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), every, remind)));
        Assert.Equal(field, refused.Field);
    }

    [Fact]
    public async Task The_page_takes_agreements_with_a_scan_dates_and_entries_and_keeps_what_was_typed_when_it_refuses()
    {
        var till = await Till.OpenAsync();
        var id = await AddAsync(till);
        var clerk = await till.Desk.SignInAsync(Role.ServiceDesk);
        var page = $"/{till.Desk.Company.Slug}/Partners/Details/{id}";
        await till.Desk.In(async (KeepPartners k) => { await k.AgreeAsync(id, Guid.NewGuid(), "供用电合同", till.Today, null, new NewFile("a.pdf", Pdf)); return true; });

        Dictionary<string, string> Form(string day, string text) => new() { ["RequestId"] = Guid.NewGuid().ToString(), ["Day"] = day, ["Text"] = text, ["EntryKind"] = nameof(PartnerEntryKind.LetterIn), ["EveryMonths"] = "2", ["RemindDays"] = "5" };
        Assert.Equal(HttpStatusCode.Redirect, (await Desk.PostAsync(clerk, page, page + "?handler=Note", Form($"{till.Today:yyyy-MM-dd}", "来函"))).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await Desk.PostAsync(clerk, page, page + "?handler=Date", Form($"{till.Today.AddDays(9):yyyy-MM-dd}", "付电费"))).StatusCode);
        var refused = await Desk.PostAsync(clerk, page, page + "?handler=Note", Form($"{till.Today.AddDays(1):yyyy-MM-dd}", "明天的函"));
        var html = WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync());
        Assert.Contains("日期不能在今天之后", html, StringComparison.Ordinal);
        Assert.Contains("明天的函", html, StringComparison.Ordinal);

        var shown = WebUtility.HtmlDecode(await clerk.GetStringAsync(page));
        Assert.Contains("来函", shown, StringComparison.Ordinal);
        Assert.Contains("付电费", shown, StringComparison.Ordinal);
        var scan = System.Text.RegularExpressions.Regex.Match(shown, "href=\"([^\"]*/files/[^\"]*)\"").Groups[1].Value;
        Assert.Equal("application/pdf", (await clerk.GetAsync(scan)).Content.Headers.ContentType!.MediaType);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await till.Desk.SignInAsync(Role.Guard)).GetAsync(page)).StatusCode);
    }

    private static PartnerPlan Plan(string name) => new(PartnerKind.Power, name, null, "户号 3100", [new ContactPlan("高所长", "所长", "021-66120001")]);

    private static Task<Guid> AddAsync(Till till, Guid? form = null) => till.Desk.In((KeepPartners k) => k.AddAsync(form ?? Guid.NewGuid(), till.Own.Community.Id, Plan("城区供电所")));

    private static async Task<bool> FixAsync(KeepPartners keep, Guid id, DateOnly day, int every, int remind = 0)
    {
        await keep.FixDateAsync(id, Guid.NewGuid(), new PartnerDatePlan(PartnerDateKind.MeterReading, "抄总表", day, every, remind));
        return true;
    }

    private static Task<bool> KeepAsync(Till till, Guid date, Guid request, DateOnly seen) => till.Desk.In(async (KeepPartners k) => { await k.KeepDateAsync(date, request, seen, "读数 1200"); return true; });

    private static Task<DateOnly> DayAsync(Till till, Guid date) => till.SeeAsync(db => db.PartnerDates.Where(d => d.Id == date).Select(d => d.Day).SingleAsync());
}

using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Archive;
using PropertyDesk.Application.Deliveries;
using PropertyDesk.Application.Owners;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Archive;
using PropertyDesk.Domain.Companies;
using PropertyDesk.Domain.Deliveries;
using PropertyDesk.IntegrationTests.Companies;
using PropertyDesk.IntegrationTests.Portal;

namespace PropertyDesk.IntegrationTests.Archive;

/// <summary>The history says who changed what and when, without what is masked; the timeline leaves nothing out and shows nothing twice.</summary>
public sealed class TellingWhatHappened
{
    [Fact]
    public async Task Changes_of_contact_and_preference_are_kept_with_before_and_after_masked()
    {
        var desk = await PortalDesk.OpenAsync();
        await desk.Till.WithAsync((OwnerContacts c) => c.ChangeAsync(desk.Zhang.Id, "张伟明", "13900001111", null));
        // The same masked number is another number.
        await desk.Till.WithAsync((OwnerContacts c) => c.ChangeAsync(desk.Zhang.Id, "张伟明", "13922221111", null));
        await desk.Till.WithAsync((OwnerContacts c) => c.ChangeAsync(desk.Zhang.Id, "张伟明", "13922221111", null));
        await desk.Till.WithAsync((DeliveryPreferences p) => p.ChangeAsync(desk.Zhang.Id, DeliveryChannel.Sms, DeliveryLanguage.English, [DeliveryChannel.Phone]));

        var rows = await desk.Till.SeeAsync(db => db.OwnerChanges.AsNoTracking().Where(c => c.OwnerId == desk.Zhang.Id).ToListAsync());
        Assert.Equal(
            [
                (OwnerChangeKind.Name, "张伟", "张伟明"), (OwnerChangeKind.Phone, "138****1234", "139****1111"), (OwnerChangeKind.Phone, "139****1111", "139****1111"), (OwnerChangeKind.Email, "z****@example.com", null),
                (OwnerChangeKind.Channel, null, "Sms"), (OwnerChangeKind.Language, null, "English"), (OwnerChangeKind.Refused, null, "Phone"),
            ],
            rows.OrderBy(r => r.Kind).ThenBy(r => r.Before).Select(r => (r.Kind, r.Before, r.After)));
        Assert.All(rows, r => Assert.Equal("测试", r.By));
        var page = await desk.ReadAsync(await desk.Desk.SignInAsync(Role.Collector), $"/Owners/History/{desk.Zhang.Id}");
        Assert.Contains("短信", page, StringComparison.Ordinal);
        Assert.DoesNotContain("13922221111", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_ownership_of_the_units_is_part_of_the_history_of_both()
    {
        var desk = await PortalDesk.OpenAsync();
        var day = desk.Till.Today.AddDays(10);
        await desk.Till.WithAsync((OwnershipTransfers t) => t.TransferAsync(desk.Till.Own.Units[0].Id, new TransferRequest(day, [new NewShare(new PersonChoice(desk.Li.Id), 50), new NewShare(new PersonChoice(null, "陈晨", "13712345678"), 50)])));

        foreach (var owner in new[] { desk.Zhang.Id, desk.Li.Id })
        {
            var row = Assert.Single(await desk.Till.WithAsync((OwnerHistory h) => h.OfAsync(owner)));
            Assert.Equal(("过户", "3-2-1801", "张伟 → 李娜 50%、陈晨 50%"), (row.What, row.Unit, row.After));
        }

        Assert.Equal([TimelineKind.Unit], (await desk.Till.WithAsync((OwnerTimeline t) => t.OfAsync(desk.Li.Id, TimelineKind.Unit))).Rows.Select(r => r.Kind));
    }

    [Fact]
    public async Task An_import_that_changes_contact_data_is_in_the_history_too()
    {
        var desk = await Desk.OpenAsync();
        await desk.ImportAsync("jinxiu-messy.xlsx");
        Assert.Equal(0, await desk.See(db => db.OwnerChanges.CountAsync()));
        var owner = await desk.See(db => db.Owners.AsNoTracking().Where(o => o.Phone != null && db.Ownerships.Count(x => x.OwnerId == o.Id) == 1).OrderBy(o => o.Id).FirstAsync());
        await desk.See(db => db.Owners.Where(o => o.Id == owner.Id).ExecuteUpdateAsync(set => set.SetProperty(o => o.Phone, "13500000001")));

        await desk.ImportAsync("jinxiu-messy.xlsx");

        var change = await desk.See(db => db.OwnerChanges.AsNoTracking().SingleAsync(c => c.OwnerId == owner.Id));
        Assert.Equal((OwnerChangeKind.Phone, "135****0001", Masking.Phone(owner.Phone)), (change.Kind, change.Before, change.After));
    }

    [Fact]
    public async Task The_timeline_has_every_kind_and_pages_through_all_of_them_once()
    {
        var desk = await Desk.OpenAsync();
        await BusyCompany.FillAsync(desk, desk.Company);
        var payer = await desk.See(db => db.OwnerNotes.Where(n => n.IsPinned).Select(n => n.OwnerId).SingleAsync());
        var whole = await desk.In((OwnerTimeline t) => t.OfAsync(payer, size: 1000));
        Assert.Null(whole.Next);
        var expected = await desk.See(async db => new Dictionary<TimelineKind, int>
        {
            [TimelineKind.Bill] = await db.Bills.CountAsync(b => b.OwnerId == payer && b.IssuedOn != null),
            [TimelineKind.Payment] = await db.Payments.CountAsync(p => p.OwnerId == payer && p.ReversesId == null),
            [TimelineKind.Call] = await db.Calls.CountAsync(c => c.OwnerId == payer),
            [TimelineKind.Ticket] = await db.Tickets.CountAsync(t => t.OwnerId == payer),
            [TimelineKind.Notice] = await db.NoticeRecipients.CountAsync(r => r.OwnerId == payer),
            [TimelineKind.Note] = 1,
            [TimelineKind.Document] = 1,
            [TimelineKind.Tag] = 1,
            [TimelineKind.Change] = await db.OwnerChanges.CountAsync(c => c.OwnerId == payer && c.Kind != OwnerChangeKind.TagPut),
        });
        Assert.All(expected, e => Assert.True(e.Value > 0, e.Key + " has no row to prove"));
        Assert.Equal(expected.OrderBy(e => e.Key), whole.Rows.Where(r => expected.ContainsKey(r.Kind)).GroupBy(r => r.Kind).ToDictionary(g => g.Key, g => g.Count()).OrderBy(e => e.Key));
        Assert.Equal(whole.Rows.OrderByDescending(r => r.At).Select(r => r.At), whole.Rows.Select(r => r.At));

        foreach (var size in new[] { 1, 3, 7 })
        {
            var (paged, next) = (new List<Happening>(), (string?)null);
            do
            {
                var page = await desk.In((OwnerTimeline t) => t.OfAsync(payer, from: next, size: size));
                paged.AddRange(page.Rows);
                next = page.Next;
            }
            while (next is not null && paged.Count < 2000);

            Assert.Equal(whole.Rows, paged);
        }
    }

    [Fact]
    public async Task Rows_of_one_instant_are_paged_by_number_and_a_strange_cursor_begins_anew()
    {
        var desk = await PortalDesk.OpenAsync();
        foreach (var i in Enumerable.Range(0, 9))
        {
            // The clock stands still: all of one instant.
            await desk.Till.WithAsync((OwnerNotes n) => n.AddAsync(desk.Zhang.Id, Guid.NewGuid(), i.ToString(CultureInfo.InvariantCulture), false));
        }

        var (seen, next) = (new List<string>(), (string?)null);
        do
        {
            var page = await desk.Till.WithAsync((OwnerTimeline t) => t.OfAsync(desk.Zhang.Id, TimelineKind.Note, next, 4));
            seen.AddRange(page.Rows.Select(r => r.Detail));
            next = page.Next;
        }
        while (next is not null);

        Assert.Equal(["0", "1", "2", "3", "4", "5", "6", "7", "8"], seen.Order(StringComparer.Ordinal));
        Assert.Equal(9, (await desk.Till.WithAsync((OwnerTimeline t) => t.OfAsync(desk.Zhang.Id, TimelineKind.Note, "99999999999999999999-1"))).Rows.Count);
        await Assert.ThrowsAsync<NotFoundException>(() => desk.Till.WithAsync((OwnerTimeline t) => t.OfAsync(desk.Till.Foreign.Zhang.Id)));
    }
}

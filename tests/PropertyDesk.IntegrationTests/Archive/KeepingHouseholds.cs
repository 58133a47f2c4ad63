using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Archive;
using PropertyDesk.Application.Calls;
using PropertyDesk.Application.Owners;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Archive;
using PropertyDesk.Domain.Companies;
using PropertyDesk.IntegrationTests.Portal;

namespace PropertyDesk.IntegrationTests.Archive;

/// <summary>Who lives with somebody: known when they call, masked until asked for, and gone with whom they live.</summary>
public sealed class KeepingHouseholds
{
    private static readonly MemberFacts Daughter = new("张小妹", HouseholdRelation.Child, "139 1111 2222", 2001, true, false);

    [Fact]
    public async Task A_member_is_written_down_once_and_recognised_when_they_call()
    {
        var desk = await PortalDesk.OpenAsync();
        var where = Home(desk, 0) with { From = desk.Till.Today.AddDays(-10) };
        var first = await desk.Till.WithAsync((Households h) => h.AddMemberAsync(where, Daughter));
        Assert.Equal(first, await desk.Till.WithAsync((Households h) => h.AddMemberAsync(where, Daughter)));

        var caller = Assert.Single(await desk.Till.WithAsync((Callers c) => c.FindAsync("13911112222")));
        Assert.Equal((desk.Zhang.Id, "张小妹"), (caller.OwnerId, caller.As));
        Assert.Empty(await desk.Desk.In(desk.Desk.Foreign, (Callers c) => c.FindAsync("13911112222")));

        await desk.Till.WithAsync((Households h) => h.EndMemberAsync(desk.Zhang.Id, first, desk.Till.Today.AddDays(-1)));
        Assert.Empty(await desk.Till.WithAsync((Callers c) => c.FindAsync("13911112222")));
        var row = Assert.Single((await desk.Till.WithAsync((HouseholdQueries q) => q.OfOwnerAsync(desk.Zhang.Id))).Members);
        Assert.Equal(("张小妹", "139****2222", false), (row.Name, row.Phone, row.IsHere));
        Assert.Equal(2, await desk.Till.SeeAsync(db => db.OwnerChanges.CountAsync(c => c.OwnerId == desk.Zhang.Id)));
    }

    [Fact]
    public async Task Phones_are_masked_until_somebody_asks()
    {
        var desk = await PortalDesk.OpenAsync();
        var clerk = await desk.Desk.SignInAsync(Role.ServiceDesk);
        var form = new (string, string)[]
        {
            ("RequestId", Guid.NewGuid().ToString()), ("UnitId", desk.Till.Own.Units[0].Id.ToString()), ("Input.Name", "保姆王阿姨"), ("Input.Relation", "Helper"), ("Input.Phone", "13633334444"),
        };
        await desk.PostAsync(clerk, $"/Owners/Member/{desk.Zhang.Id}", form);

        foreach (var page in new[] { "Details", "Household", "History", "Timeline" })
        {
            var text = await desk.ReadAsync(clerk, $"/Owners/{page}/{desk.Zhang.Id}");
            Assert.Contains("保姆王阿姨", text, StringComparison.Ordinal);
            Assert.DoesNotContain("13633334444", text, StringComparison.Ordinal);
        }

        var member = await desk.Till.SeeAsync(db => db.HouseholdMembers.Select(m => m.Id).SingleAsync());
        Assert.Contains("value=\"13633334444\"", await desk.ReadAsync(clerk, $"/Owners/ChangeMember/{member}"), StringComparison.Ordinal);
        Assert.Contains("请填写姓名。", (await desk.PostAsync(clerk, $"/Owners/ChangeMember/{member}", ("Input.Name", ""))).Text, StringComparison.Ordinal);
        await desk.PostAsync(clerk, $"/Owners/ChangeMember/{member}", ("Input.Name", "保姆王阿姨"), ("Input.Relation", "Helper"), ("Input.Phone", "13633334444"), ("Input.BirthYear", "1970"));
        Assert.Contains("保姆或护工 · 136****4444 · 1970", await desk.ReadAsync(clerk, $"/Owners/History/{desk.Zhang.Id}"), StringComparison.Ordinal);
        Assert.Contains("13633334444", (await desk.PostAsync(clerk, $"/Owners/Household/{desk.Zhang.Id}?handler=Reveal")).Text, StringComparison.Ordinal);
        Assert.Contains("13633334444", (await desk.PostAsync(clerk, $"/Owners/Details/{desk.Zhang.Id}?handler=Reveal")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_is_refused_at_its_field()
    {
        var desk = await PortalDesk.OpenAsync();
        async Task<string?> FieldAsync(NewResidence where, MemberFacts facts) => (await Assert.ThrowsAsync<RuleViolation>(() => desk.Till.WithAsync((Households h) => h.AddMemberAsync(where, facts)))).Field;

        Assert.Equal("Phone", await FieldAsync(Home(desk, 0), Daughter with { Phone = null }));
        Assert.Equal("Phone", await FieldAsync(Home(desk, 0), Daughter with { Phone = "没有" }));
        Assert.Equal("BirthYear", await FieldAsync(Home(desk, 0), Daughter with { BirthYear = 1850 }));
        Assert.Equal("UnitId", await FieldAsync(Home(desk, 2), Daughter));
        Assert.Equal("Licence", (await Assert.ThrowsAsync<RuleViolation>(() => desk.Till.WithAsync((Households h) => h.AddPetAsync(Home(desk, 0), new PetFacts(PetKind.Dog, "旺财", null, desk.Till.Today))))).Field);
        await Assert.ThrowsAsync<NotFoundException>(() => desk.Till.WithAsync((Households h) => h.AddMemberAsync(Home(desk, 0) with { UnitId = desk.Till.Foreign.Units[0].Id }, Daughter)));
        await Assert.ThrowsAsync<NotFoundException>(() => desk.Till.WithAsync((Households h) => h.AddMemberAsync(Home(desk, 0) with { OwnerId = desk.Till.Foreign.Zhang.Id }, Daughter)));
        Assert.Equal(0, await desk.Till.SeeAsync(db => db.HouseholdMembers.CountAsync()));
    }

    [Fact]
    public async Task Whoever_sells_takes_the_household_along_and_a_sale_undone_brings_it_back()
    {
        var desk = await PortalDesk.OpenAsync();
        var (sold, kept) = (await desk.Till.WithAsync((Households h) => h.AddMemberAsync(Home(desk, 0), Daughter)), await desk.Till.WithAsync((Households h) => h.AddPetAsync(Home(desk, 1), new PetFacts(PetKind.Cat, "咪咪", null, null))));
        var day = desk.Till.Today.AddDays(10);

        await desk.Till.WithAsync((OwnershipTransfers t) => t.TransferAsync(desk.Till.Own.Units[0].Id, new TransferRequest(day, [new NewShare(new PersonChoice(desk.Li.Id))])));
        Assert.Equal((day.AddDays(-1), true), await desk.Till.SeeAsync(async db => await db.HouseholdMembers.Where(m => m.Id == sold).Select(m => new { m.To, m.HasMovedOut }).SingleAsync() is var m ? (m.To, m.HasMovedOut) : default));
        Assert.Null(await desk.Till.SeeAsync(db => db.Pets.Where(p => p.Id == kept).Select(p => p.To).SingleAsync()));

        await desk.Till.WithAsync((OwnershipTransfers t) => t.UndoAsync(desk.Till.Own.Units[0].Id));
        Assert.Null(await desk.Till.SeeAsync(db => db.HouseholdMembers.Where(m => m.Id == sold).Select(m => m.To).SingleAsync()));
    }

    [Fact]
    public async Task A_renters_household_ends_with_the_lease()
    {
        var desk = await PortalDesk.OpenAsync();
        var (unit, today) = (desk.Till.Own.Units[2].Id, desk.Till.Today);
        var item = await desk.Till.SeeAsync(db => db.ChargeItems.Where(i => i.Name == "垃圾费").Select(i => i.Id).SingleAsync());
        await desk.Till.WithAsync((Leases l) => l.BeginAsync(unit, new LeaseRequest(new PersonChoice(null, "刘租客", "13700001111"), today, null, [item])));
        var lease = await desk.Till.SeeAsync(db => db.Leases.Select(l => new { l.Id, l.LesseeId }).SingleAsync());
        var member = await desk.Till.WithAsync((Households h) => h.AddMemberAsync(new NewResidence(Guid.NewGuid(), lease.LesseeId, unit, today), Daughter));

        await desk.Till.WithAsync((Leases l) => l.EndAsync(lease.Id, today.AddDays(30)));
        await desk.Till.WithAsync((Leases l) => l.EndAsync(lease.Id, today.AddDays(60)));

        Assert.Equal(today.AddDays(60), await desk.Till.SeeAsync(db => db.HouseholdMembers.Where(m => m.Id == member).Select(m => m.To).SingleAsync()));
    }

    private static NewResidence Home(PortalDesk desk, int unit) => new(Guid.NewGuid(), desk.Zhang.Id, desk.Till.Own.Units[unit].Id, null);
}

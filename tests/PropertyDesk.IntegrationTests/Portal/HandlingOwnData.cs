using System.IO.Compression;
using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.PersonalData;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Companies;
using PropertyDesk.Domain.PersonalData;

namespace PropertyDesk.IntegrationTests.Portal;

/// <summary>我的资料: seen, corrected, deleted as far as the law lets, and taken away.</summary>
public sealed class HandlingOwnData
{
    [Fact]
    public async Task The_owner_sees_what_is_stored_and_sets_own_preferences()
    {
        var desk = await PortalDesk.OpenAsync();
        var zhang = await desk.OwnerAsync(desk.Zhang);
        var contact = $"/Portal/Me/Contact/{desk.Zhang.Id}";

        var page = await desk.ReadAsync(zhang, "/Portal/Me");
        Assert.Contains("13812341234", page, StringComparison.Ordinal);
        Assert.Contains("990101********1234", page, StringComparison.Ordinal);
        Assert.Contains("3-2-1801", page, StringComparison.Ordinal);
        Assert.DoesNotContain("13900005678", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await desk.PostAsync(zhang, contact, ("Input.Channel", "Email"), ("Input.Language", "English"), ("Input.AgreesToEmail", "true"), ("Input.AgreesToPhone", "true"))).Status);

        var kept = await desk.Till.SeeAsync(db => db.DeliveryPreferences.SingleAsync());
        Assert.Equal((desk.Zhang.Id, true, false), (kept.OwnerId, kept.RefusesSms, kept.RefusesEmail));
        var refused = await desk.PostAsync(zhang, contact, ("Input.Channel", "Sms"), ("Input.AgreesToEmail", "true"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("选定的渠道未获业主同意。", refused.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await desk.PostAsync(zhang, $"/Portal/Me/Contact/{desk.Li.Id}", ("Input.AgreesToEmail", "true"))).Status);
        Assert.Equal(1, await desk.Till.SeeAsync(db => db.DeliveryPreferences.CountAsync()));
    }

    [Fact]
    public async Task A_deletion_erases_contact_data_and_keeps_what_the_law_requires()
    {
        var desk = await PortalDesk.OpenAsync();
        var (zhang, family, manager) = (await desk.OwnerAsync(desk.Zhang), await desk.FamilyAsync(desk.Zhang, Role.FamilyPayer), await desk.Desk.SignInAsync(Role.Manager));
        await desk.PostAsync(zhang, $"/Portal/Me/Contact/{desk.Zhang.Id}", ("Input.AgreesToEmail", "true"));
        var bills = await desk.Till.SeeAsync(db => db.Bills.CountAsync(b => b.OwnerId == desk.Zhang.Id));

        Assert.Equal(HttpStatusCode.Redirect, (await desk.PostAsync(zhang, $"/Portal/Me/Request/{desk.Zhang.Id}", ("Kind", "Deletion"))).Status);
        var again = await desk.PostAsync(zhang, $"/Portal/Me/Request/{desk.Zhang.Id}", ("Kind", "Deletion"));
        Assert.Contains("您已有一份同类申请正在处理", again.Text, StringComparison.Ordinal);
        var request = await desk.Till.SeeAsync(db => db.DataRequests.Select(r => r.Id).SingleAsync());
        var form = await desk.ReadAsync(manager, $"/DataRequests/Details/{request}");
        Assert.Contains("会计法", form, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await desk.PostAsync(manager, $"/DataRequests/Details/{request}?handler=Done", ("Answer", "已删除；账单依法保存。"))).Status);

        var owner = await desk.Till.SeeAsync(db => db.Owners.SingleAsync(o => o.Id == desk.Zhang.Id));
        Assert.Equal(("张伟", null, null, null), (owner.Name, owner.Phone, owner.Email, owner.IdNumberCipher));
        Assert.Equal(0, await desk.Till.SeeAsync(db => db.DeliveryPreferences.CountAsync()));
        Assert.Equal(bills, await desk.Till.SeeAsync(db => db.Bills.CountAsync(b => b.OwnerId == desk.Zhang.Id)));
        Assert.Equal(2, await desk.Till.SeeAsync(db => db.Ownerships.CountAsync(o => o.OwnerId == desk.Zhang.Id)));
        Assert.Equal(HttpStatusCode.NotFound, await desk.StatusAsync(family, "/Portal"));
        Assert.Contains("已删除；账单依法保存。", await desk.ReadAsync(zhang, "/Portal/Me"), StringComparison.Ordinal);
        Assert.Equal("13900005678", await desk.Till.SeeAsync(db => db.Owners.Where(o => o.Id == desk.Li.Id).Select(o => o.Phone).SingleAsync()));
    }

    [Fact]
    public async Task A_refused_request_changes_nothing_and_tells_why()
    {
        var desk = await PortalDesk.OpenAsync();
        var (zhang, clerk) = (await desk.OwnerAsync(desk.Zhang), await desk.Desk.SignInAsync(Role.ServiceDesk));
        var empty = await desk.PostAsync(zhang, $"/Portal/Me/Request/{desk.Zhang.Id}", ("Kind", "Correction"), ("Text", " "));
        Assert.Contains("请写明哪一项不对、应该是什么。", empty.Text, StringComparison.Ordinal);
        await desk.PostAsync(zhang, $"/Portal/Me/Request/{desk.Zhang.Id}", ("Kind", "Correction"), ("Text", "手机号是 13500000000"));
        var request = await desk.Till.SeeAsync(db => db.DataRequests.Select(r => r.Id).SingleAsync());
        Assert.Contains("手机号是 13500000000", await desk.ReadAsync(clerk, $"/DataRequests/Details/{request}"), StringComparison.Ordinal);

        await desk.PostAsync(clerk, $"/DataRequests/Details/{request}?handler=Refuse", ("Answer", "请带身份证来前台核对"));

        Assert.Equal(DataRequestState.Refused, await desk.Till.SeeAsync(db => db.DataRequests.Select(r => r.State).SingleAsync()));
        Assert.Equal("13812341234", await desk.Till.SeeAsync(db => db.Owners.Where(o => o.Id == desk.Zhang.Id).Select(o => o.Phone).SingleAsync()));
        Assert.Contains("请带身份证来前台核对", await desk.ReadAsync(zhang, "/Portal/Me"), StringComparison.Ordinal);
        await Assert.ThrowsAsync<RuleViolation>(() => desk.Till.WithAsync((DataRequests r) => r.DoneAsync(request, "又答一次")));
        await Assert.ThrowsAsync<NotFoundException>(() => desk.AsOwnerAsync(desk.Li, (DataRequests r) => r.AskAsync(desk.Zhang.Id, DataRequestKind.Deletion, null)));
    }

    [Fact]
    public async Task The_archive_holds_the_own_data_and_nobody_elses()
    {
        var desk = await PortalDesk.OpenAsync();
        await desk.PayAsync(desk.Zhang);
        var zhang = await desk.OwnerAsync(desk.Zhang);

        using var zip = new ZipArchive(await zhang.GetStreamAsync($"{desk.Root}/portal/me.zip"));

        Assert.Equal(["data.json", "我的资料.xlsx"], zip.Entries.Select(e => e.FullName).Order(StringComparer.Ordinal));
        using var reader = new StreamReader(await zip.GetEntry("data.json")!.OpenAsync(TestContext.Current.CancellationToken));
        var text = await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
        using var json = JsonDocument.Parse(text);
        var numbers = await desk.Till.SeeAsync(db => db.Bills.Where(b => b.OwnerId == desk.Zhang.Id).OrderBy(b => b.Period).ThenBy(b => b.Number).Select(b => b.Number).ToListAsync());
        Assert.Equal(numbers, json.RootElement.GetProperty("账单").EnumerateArray().Select(b => b.GetProperty("账单号").GetString()));
        Assert.Equal("13812341234", json.RootElement.GetProperty("基本资料")[0].GetProperty("手机号").GetString());
        Assert.Equal(1, json.RootElement.GetProperty("缴费记录").GetArrayLength());
        Assert.Equal("沪F70510", json.RootElement.GetProperty("车位")[0].GetProperty("车牌号").GetString());
        Assert.All(new[] { "李娜", "13900005678", "3-2-1803" }, other => Assert.DoesNotContain(other, text, StringComparison.Ordinal));
    }
}

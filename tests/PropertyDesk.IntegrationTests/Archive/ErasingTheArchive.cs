using System.IO.Compression;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Archive;
using PropertyDesk.Application.Imports;
using PropertyDesk.Application.PersonalData;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Archive;
using PropertyDesk.Domain.PersonalData;
using PropertyDesk.IntegrationTests.Companies;
using PropertyDesk.IntegrationTests.Portal;

namespace PropertyDesk.IntegrationTests.Archive;

/// <summary>The owner takes along what the archive keeps, and has it deleted.</summary>
public sealed class ErasingTheArchive
{
    [Fact]
    public async Task The_own_archive_goes_along_with_its_papers_and_a_deletion_leaves_only_that_something_was_changed()
    {
        var desk = await PortalDesk.OpenAsync();
        await BusyArchive.RecordAsync(desk.Desk, desk.Desk.Company, desk.Zhang.Id);
        await desk.Till.WithAsync((OwnerNotes n) => n.AddAsync(desk.Li.Id, Guid.NewGuid(), "李娜的事", false));
        var zhang = await desk.OwnerAsync(desk.Zhang);

        using (var zip = new ZipArchive(await zhang.GetStreamAsync($"{desk.Root}/portal/me.zip")))
        {
            Assert.Contains("证件资料/1-证.pdf", zip.Entries.Select(e => e.FullName));
            using var json = await JsonDocument.ParseAsync(await zip.GetEntry("data.json")!.OpenAsync(TestContext.Current.CancellationToken), cancellationToken: TestContext.Current.CancellationToken);
            string? Of(string sheet, string column) => Assert.Single(json.RootElement.GetProperty(sheet).EnumerateArray()).GetProperty(column).GetString();
            Assert.Equal("独居老人", Of("标签和需求", "标签"));
            Assert.Equal("13700001111", Of("家庭成员", "手机号"));
            Assert.Equal("D-1", Of("宠物", "犬证号"));
            Assert.Equal("证.pdf", Of("证件资料", "文件"));
            Assert.Equal("门铃坏了，请打电话", Of("备注", "备注"));
            Assert.Equal(3, json.RootElement.GetProperty("变更记录").GetArrayLength());
        }

        var request = await desk.AsOwnerAsync(desk.Zhang, (DataRequests r) => r.AskAsync(desk.Zhang.Id, DataRequestKind.Deletion, null));
        await desk.Till.WithAsync((DataRequests r) => r.DoneAsync(request, "已删除"));

        Assert.Equal((0, 0, 0, 0, 0), await desk.Till.SeeAsync(async db => (
            await db.OwnerTaggings.CountAsync(), await db.HouseholdMembers.CountAsync(), await db.Pets.CountAsync(), await db.OwnerDocuments.CountAsync(), await db.StoredFiles.CountAsync())));
        Assert.False(await desk.Till.SeeAsync(db => db.OwnerNotes.AnyAsync(n => n.OwnerId == desk.Zhang.Id)));
        Assert.True(await desk.Till.SeeAsync(db => db.OwnerNotes.AnyAsync(n => n.OwnerId == desk.Li.Id)));
        var changes = await desk.Till.SeeAsync(db => db.OwnerChanges.AsNoTracking().Where(c => c.OwnerId == desk.Zhang.Id).ToListAsync());
        Assert.Equal([OwnerChangeKind.TagPut, OwnerChangeKind.MemberAdded, OwnerChangeKind.PetAdded, OwnerChangeKind.Erased], changes.Select(c => c.Kind).Order());
        Assert.All(changes.Where(c => c.Kind != OwnerChangeKind.Erased), c => Assert.Equal((null, null, "测试"), (c.Before, c.After, c.By)));
    }

    [Fact]
    public async Task An_import_is_not_undone_once_the_archive_keeps_something_of_its_owners()
    {
        var desk = await Desk.OpenAsync();
        var (_, _, batch) = await desk.ImportAsync("jinxiu-messy.xlsx");
        var owner = await desk.See(db => db.Owners.Select(o => o.Id).FirstAsync());
        await desk.In((OwnerNotes n) => n.AddAsync(owner, Guid.NewGuid(), "记一下", false));

        Assert.Contains("不能撤销导入", (await Assert.ThrowsAsync<RuleViolation>(() => desk.In((UndoImport u) => u.UndoAsync(batch)))).Key, StringComparison.Ordinal);
    }
}

using System.Net;
using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Archive;
using PropertyDesk.Application.Files;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Archive;
using PropertyDesk.Domain.Companies;
using PropertyDesk.IntegrationTests.Portal;

namespace PropertyDesk.IntegrationTests.Archive;

/// <summary>Papers are opened only where it is noted; notes are struck, never changed.</summary>
public sealed class KeepingPapersAndNotes
{
    private static readonly NewFile Paper = new("房产证.pdf", "%PDF-1.7 deed"u8.ToArray());

    [Fact]
    public async Task A_paper_is_kept_once_opened_by_its_own_address_only_and_removed_for_good()
    {
        var desk = await PortalDesk.OpenAsync();
        var request = Guid.NewGuid();
        Task<Guid> AddAsync() => desk.Till.WithAsync((OwnerDocuments d) => d.AddAsync(desk.Zhang.Id, request, OwnerDocumentKind.Title, "1801", desk.Till.Today.AddDays(-1), Paper));
        var id = await AddAsync();
        Assert.Equal(id, await AddAsync());
        var file = await desk.Till.SeeAsync(db => db.OwnerDocuments.Select(d => d.FileId).SingleAsync());
        Assert.True(Assert.Single(await desk.Till.WithAsync((OwnerDocuments d) => d.OfAsync(desk.Zhang.Id))).IsLapsed);
        Assert.Equal(1, await desk.Till.SeeAsync(db => db.StoredFiles.CountAsync()));

        var (clerk, worker) = (await desk.Desk.SignInAsync(Role.ServiceDesk), await desk.Desk.SignInAsync(Role.RepairWorker));
        Assert.Equal("%PDF-1.7 deed", await clerk.GetStringAsync($"{desk.Root}/owners/papers/{id}/file"));
        // The files' room gives everything else out, and this not: nobody would know who looked.
        Assert.Equal(HttpStatusCode.NotFound, await desk.StatusAsync(clerk, $"/files/{file}"));
        Assert.Equal(HttpStatusCode.Forbidden, await desk.StatusAsync(worker, $"/owners/papers/{id}/file"));
        await Assert.ThrowsAsync<NotFoundException>(() => desk.Desk.In(desk.Desk.Foreign, (OwnerDocuments d) => d.OpenAsync(id)));

        await desk.PostAsync(clerk, $"/Owners/Papers/{desk.Zhang.Id}?handler=Remove", ("paper", id.ToString()));
        Assert.Equal(HttpStatusCode.NotFound, await desk.StatusAsync(clerk, $"/owners/papers/{id}/file"));
        Assert.Equal(0, await desk.Till.SeeAsync(db => db.StoredFiles.CountAsync()));
        Assert.Equal("测试员工", await desk.Till.SeeAsync(db => db.OwnerDocuments.Select(d => d.RemovedBy).SingleAsync()));
        Assert.Contains("文件已删除", await desk.ReadAsync(clerk, $"/Owners/Papers/{desk.Zhang.Id}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_paper_is_uploaded_on_its_page_and_what_is_none_is_refused_with_what_was_typed()
    {
        var desk = await PortalDesk.OpenAsync();
        var clerk = await desk.Desk.SignInAsync(Role.ServiceDesk);
        var page = $"{desk.Root}/Owners/Papers/{desk.Zhang.Id}";
        async Task<(HttpStatusCode, string)> SendAsync(string name, byte[] content)
        {
            using var form = new MultipartFormDataContent
            {
                { new StringContent(await Desk.TokenAsync(clerk, page)), "__RequestVerificationToken" }, { new StringContent(Guid.NewGuid().ToString()), "Input.RequestId" },
                { new StringContent("Identity"), "Input.Kind" }, { new StringContent("正反面"), "Input.Title" }, { new ByteArrayContent(content), "Upload", name },
            };
            using var answer = await clerk.PostAsync(page + "?handler=Add", form);
            return (answer.StatusCode, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()));
        }

        var (status, text) = await SendAsync("a.exe", [1, 2, 3]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains("附件只能是", text, StringComparison.Ordinal);
        Assert.Contains("value=\"正反面\"", text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await SendAsync("id.pdf", Paper.Content)).Item1);
        Assert.Equal((OwnerDocumentKind.Identity, "正反面"), await desk.Till.SeeAsync(async db => await db.OwnerDocuments.Select(d => new { d.Kind, d.Title }).SingleAsync() is var d ? (d.Kind, d.Title) : default));
    }

    [Fact]
    public async Task A_note_is_struck_with_a_reason_and_stays_readable()
    {
        var desk = await PortalDesk.OpenAsync();
        var clerk = await desk.Desk.SignInAsync(Role.ServiceDesk);
        var form = new (string, string)[] { ("Input.RequestId", Guid.NewGuid().ToString()), ("Input.Text", "钥匙在门卫处"), ("Input.IsPinned", "true") };
        await desk.PostAsync(clerk, $"/Owners/Notes/{desk.Zhang.Id}?handler=Add", form);
        await desk.PostAsync(clerk, $"/Owners/Notes/{desk.Zhang.Id}?handler=Add", form);
        var note = await desk.Till.SeeAsync(db => db.OwnerNotes.Select(n => n.Id).SingleAsync());
        Assert.Contains("钥匙在门卫处", await desk.ReadAsync(clerk, $"/Owners/Details/{desk.Zhang.Id}"), StringComparison.Ordinal);

        var empty = await desk.PostAsync(clerk, $"/Owners/Notes/{desk.Zhang.Id}?handler=Strike", ("note", note.ToString()), ("because", " "));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, empty.Status);
        await desk.PostAsync(clerk, $"/Owners/Notes/{desk.Zhang.Id}?handler=Strike", ("note", note.ToString()), ("because", "已取走"));

        Assert.DoesNotContain("钥匙在门卫处", await desk.ReadAsync(clerk, $"/Owners/Details/{desk.Zhang.Id}"), StringComparison.Ordinal);
        var page = await desk.ReadAsync(clerk, $"/Owners/Notes/{desk.Zhang.Id}");
        Assert.Contains("钥匙在门卫处", page, StringComparison.Ordinal);
        Assert.Contains("已取走", page, StringComparison.Ordinal);
        await Assert.ThrowsAsync<RuleViolation>(() => desk.Till.WithAsync((OwnerNotes n) => n.StrikeAsync(desk.Zhang.Id, note, "又一次")));
        await Assert.ThrowsAsync<NotFoundException>(() => desk.Till.WithAsync((OwnerNotes n) => n.StrikeAsync(desk.Li.Id, note, "别人的")));
    }
}

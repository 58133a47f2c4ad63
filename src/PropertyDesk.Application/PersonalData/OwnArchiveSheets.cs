using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Archive;
using PropertyDesk.Application.Spreadsheets;

namespace PropertyDesk.Application.PersonalData;

/// <summary>A paper that an owner gave to the desk.</summary>
internal sealed record OwnPaper(string Name, byte[] Content);

/// <summary>What the archive keeps of the login's own owner records, beside contact data.</summary>
internal sealed class OwnArchiveSheets(DeskDbContext db)
{
    private Guid[] Mine => db.Current.IsOwnerIds;

    public async Task<IReadOnlyList<Sheet>> ListAsync() => [await TagsAsync(), await HouseholdAsync(), await PetsAsync(), await DocumentsAsync(), await NotesAsync(), await ChangesAsync()];

    /// <summary>The papers themselves, each under a name of its own.</summary>
    public async Task<IReadOnlyList<OwnPaper>> PapersAsync() =>
        [.. (await db.OwnerDocuments.Where(d => Mine.Contains(d.OwnerId) && d.File != null).OrderBy(d => d.AddedAt).Select(d => new { d.File!.Name, d.File.Content }).ToListAsync())
            .Select((d, i) => new OwnPaper($"{i + 1}-{d.Name}", d.Content))];

    private async Task<Sheet> TagsAsync() => new(
        Texts.Of("标签和需求"),
        [new(Texts.Of("标签"), 16), new(Texts.Of("类型")), new(Texts.Of("开始日期")), new(Texts.Of("结束日期")), new(Texts.Of("备注"), 40), new(Texts.Of("登记人")), new(Texts.Of("取下日期"))],
        [.. (await db.OwnerTaggings.Where(t => Mine.Contains(t.OwnerId)).OrderBy(t => t.PutAt).Select(t => new { t.Tag.Name, t.Tag.Kind, t.From, t.Until, t.Note, t.PutBy, t.TakenAt }).ToListAsync())
            .Select(t => (object?[])[t.Name, Words.Of(t.Kind), t.From, t.Until, t.Note, t.PutBy, t.TakenAt is { } at ? db.Current.DayOf(at) : null])]);

    private async Task<Sheet> HouseholdAsync() => new(
        Texts.Of("家庭成员"),
        [new(Texts.Of("房号")), new(Texts.Of("姓名")), new(Texts.Of("关系")), new(Texts.Of("手机号"), 16), new(Texts.Of("出生年份")), new(Texts.Of("紧急联系人")), new(Texts.Of("开始日期")), new(Texts.Of("结束日期"))],
        [.. (await db.HouseholdMembers.Where(m => Mine.Contains(m.OwnerId)).OrderBy(m => m.From).Select(m => new { m.Unit.Code, m.Name, m.Relation, m.Phone, m.BirthYear, m.IsEmergencyContact, m.From, m.To }).ToListAsync())
            .Select(m => (object?[])[m.Code, m.Name, Words.Of(m.Relation), m.Phone, m.BirthYear, m.IsEmergencyContact ? Texts.Of("是") : null, m.From, m.To])]);

    private async Task<Sheet> PetsAsync() => new(
        Texts.Of("宠物"),
        [new(Texts.Of("房号")), new(Texts.Of("类型")), new(Texts.Of("名字或品种"), 20), new(Texts.Of("犬证号"), 18), new(Texts.Of("犬证有效期")), new(Texts.Of("开始日期")), new(Texts.Of("结束日期"))],
        [.. (await db.Pets.Where(p => Mine.Contains(p.OwnerId)).OrderBy(p => p.From).Select(p => new { p.Unit.Code, p.Kind, p.Name, p.Licence, p.LicenceUntil, p.From, p.To }).ToListAsync())
            .Select(p => (object?[])[p.Code, Words.Of(p.Kind), p.Name, p.Licence, p.LicenceUntil, p.From, p.To])]);

    private async Task<Sheet> DocumentsAsync() => new(
        Texts.Of("证件资料"),
        [new(Texts.Of("类型")), new(Texts.Of("名称"), 24), new(Texts.Of("文件"), 30), new(Texts.Of("有效期至")), new(Texts.Of("登记日期")), new(Texts.Of("移除日期"))],
        [.. (await db.OwnerDocuments.Where(d => Mine.Contains(d.OwnerId)).OrderBy(d => d.AddedAt).Select(d => new { d.Kind, d.Title, File = d.File == null ? null : d.File.Name, d.ValidUntil, d.AddedAt, d.RemovedAt }).ToListAsync())
            .Select(d => (object?[])[Words.Of(d.Kind), d.Title, d.File, d.ValidUntil, db.Current.DayOf(d.AddedAt), d.RemovedAt is { } at ? db.Current.DayOf(at) : null])]);

    private async Task<Sheet> NotesAsync() => new(
        Texts.Of("备注"),
        [new(Texts.Of("日期")), new(Texts.Of("备注"), 60), new(Texts.Of("登记人")), new(Texts.Of("划去的原因"), 30)],
        [.. (await db.OwnerNotes.Where(n => Mine.Contains(n.OwnerId)).OrderBy(n => n.At).Select(n => new { n.At, n.Text, n.By, n.StruckBecause }).ToListAsync())
            .Select(n => (object?[])[db.Current.DayOf(n.At), n.Text, n.By, n.StruckBecause])]);

    private async Task<Sheet> ChangesAsync() => new(
        Texts.Of("变更记录"),
        [new(Texts.Of("日期")), new(Texts.Of("变更"), 20), new(Texts.Of("原来"), 30), new(Texts.Of("现在"), 30), new(Texts.Of("办理人"))],
        [.. (await db.OwnerChanges.Where(c => Mine.Contains(c.OwnerId)).OrderBy(c => c.At).Select(c => new { c.At, c.Kind, c.Before, c.After, c.By }).ToListAsync())
            .Select(c => (object?[])[db.Current.DayOf(c.At), Words.Of(c.Kind), OwnerHistory.Spoken(c.Kind, c.Before), OwnerHistory.Spoken(c.Kind, c.After), c.By])]);
}

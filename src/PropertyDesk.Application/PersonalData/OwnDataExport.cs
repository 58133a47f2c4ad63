using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using PropertyDesk.Application.Portal;
using PropertyDesk.Application.Spreadsheets;
using PropertyDesk.Domain;

namespace PropertyDesk.Application.PersonalData;

/// <summary>
/// Everything that is stored about the login's own owner records, to take away (个人信息保护法 45): one ZIP with a workbook to read,
/// the same as JSON to go on with elsewhere, and the papers that were given to the desk.
/// </summary>
public sealed class OwnDataExport(OwnData data, OwnDataSheets sheets, OwnMeters meters, IWorkbookWriter writer, ILogger<OwnDataExport> log)
{
    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public async Task<byte[]> ZipAsync()
    {
        var records = await data.ListAsync();
        List<Sheet> all = [Records(records), Units(records), Readings(await meters.ListAsync()), .. await sheets.ListAsync()];
        log.LogInformation("Personal data of owners {OwnerIds} exported by themselves", records.Select(r => r.OwnerId));
        using var content = new MemoryStream();
        using (var zip = new ZipArchive(content, ZipArchiveMode.Create, leaveOpen: true))
        {
            using (var workbook = zip.CreateEntry(Texts.Of("我的资料") + ".xlsx").Open())
            {
                writer.Write(all, workbook);
            }

            foreach (var paper in await sheets.PapersAsync())
            {
                using var file = zip.CreateEntry(Texts.Of("证件资料") + "/" + paper.Name).Open();
                await file.WriteAsync(paper.Content);
            }

            using var json = zip.CreateEntry("data.json").Open();
            JsonSerializer.Serialize(json, all.ToDictionary(s => s.Name, Rows), Json);
        }

        return content.ToArray();
    }

    private static Sheet Records(IReadOnlyList<OwnRecord> records) => new(
        Texts.Of("基本资料"),
        [new(Texts.Of("姓名")), new(Texts.Of("小区"), 20), new(Texts.Of("手机号"), 16), new(Texts.Of("邮箱"), 24), new(Texts.Of("身份证号"), 22), new(Texts.Of("渠道")), new(Texts.Of("语言"))],
        [.. records.Select(r => (object?[])[r.Name, r.Community, r.Phone, r.Email, r.IdNumber, r.Preference?.Channel is { } channel ? Words.Of(channel) : null, r.Preference?.Language is { } language ? Words.Of(language) : null])]);

    private static Sheet Units(IReadOnlyList<OwnRecord> records) => new(
        Texts.Of("房屋"),
        [new(Texts.Of("房号")), new(Texts.Of("关系")), new(Texts.Of("开始日期")), new(Texts.Of("结束日期"))],
        [.. records.SelectMany(r => r.Units).Select(u => (object?[])[u.Code, u.IsRented ? Texts.Of("租户") : Texts.Of("业主"), u.From, u.To])]);

    private static Sheet Readings(IReadOnlyList<OwnMeter> meters) => new(
        Texts.Of("读数"),
        [new(Texts.Of("表号"), 18), new(Texts.Of("类型")), new(Texts.Of("房号")), new(Texts.Of("抄表日")), new(Texts.Of("读数")), new(Texts.Of("用量"))],
        [.. meters.SelectMany(m => m.Months.Select(u => (object?[])[m.Number, Words.Of(m.Kind), m.Unit, u.ReadOn, u.Value, u.Use]))]);

    private static List<Dictionary<string, object?>> Rows(Sheet sheet) =>
        [.. sheet.Rows.Select(row => sheet.Headings.Select((h, i) => (h.Title, Value: Plain(row[i]))).ToDictionary(c => c.Title, c => c.Value))];

    private static object? Plain(object? cell) => cell is Money money ? money.Yuan : cell;
}

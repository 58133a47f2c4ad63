using PropertyDesk.Application.Documents;
using PropertyDesk.Application.Spreadsheets;
using PropertyDesk.Domain.Equipment;

namespace PropertyDesk.Application.Equipment;

/// <summary>What of the register goes on paper and into workbooks.</summary>
public static class EquipmentPrints
{
    private const int LabelsInRow = 2;
    private const float LabelCode = 85;

    /// <summary>Labels to cut out and stick on: a code for the phone, the number, the name and the place.</summary>
    /// <param name="link">The address that a label's code opens.</param>
    public static PrintDocument Labels(Letterhead letterhead, IReadOnlyList<AssetRow> assets, Func<Guid, string> link) => PrintDocument.Of(
        letterhead.Info(Texts.Of("设备标签")), PageFormat.A4,
        new PrintSection(
            [
                .. assets.Chunk(LabelsInRow).SelectMany(row => new Block[]
                {
                    new Columns([.. Enumerable.Range(0, LabelsInRow).Select(i => new Column(1, i < row.Length ? Label(letterhead, row[i], link(row[i].Id)) : new Space(1)))]),
                    new Space(8),
                }),
            ],
            letterhead.Footer(Texts.Of("设备标签"))));

    public static IReadOnlyList<Sheet> Register(IReadOnlyList<AssetRow> assets) =>
    [
        new(
            Texts.Of("设备台账"),
            [
                new(Texts.Of("编号")), new(Texts.Of("设备"), 24), new(Texts.Of("类别")), new(Texts.Of("小区"), 18), new(Texts.Of("楼栋")), new(Texts.Of("位置"), 20), new(Texts.Of("状态")), new(Texts.Of("厂家"), 18),
                new(Texts.Of("型号")), new(Texts.Of("出厂编号"), 18), new(Texts.Of("安装日期")), new(Texts.Of("保修截止")), new(Texts.Of("年检有效期至")), new(Texts.Of("下次保养")), new(Texts.Of("未修复故障")),
            ],
            [
                .. assets.Select(a => (IReadOnlyList<object?>)
                [
                    Asset.Format(a.Number), a.Name, Words.Of(a.Kind), a.Community, a.Building, a.Place, Words.Of(a.State), a.Maker, a.Model, a.SerialNumber, a.InstalledOn, a.WarrantyUntil, a.InspectedUntil, a.NextDue, a.OpenFailures,
                ]),
            ]),
    ];

    private static Box Label(Letterhead letterhead, AssetRow asset, string link) => new(
        [
            new Columns(
                [
                    new Column(1, new QrCode(link, LabelCode)),
                    new Column(1.6f, new Paragraph(Asset.Format(asset.Number), new TextStyle(14, Bold: true)), new Paragraph(asset.Name, new TextStyle(11)), new Paragraph(string.Join(' ', new[] { asset.Community, asset.Building, asset.Place }.Where(t => t is not null)), new TextStyle(9)), new Paragraph(letterhead.Company, new TextStyle(8))),
                ]),
        ],
        Frame: Ink.Text);
}

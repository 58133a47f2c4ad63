using PropertyDesk.Application.Documents;
using PropertyDesk.Application.Spreadsheets;
using PropertyDesk.Domain.Equipment;

namespace PropertyDesk.Application.Equipment;

/// <summary>What of the register goes on paper and into workbooks.</summary>
public static class EquipmentPrints
{
    /// <summary>Labels to cut out and stick on: a code for the phone, the number, the name and the place.</summary>
    /// <param name="link">The address that a label's code opens.</param>
    public static PrintDocument Labels(Letterhead letterhead, IReadOnlyList<AssetRow> assets, Func<Guid, string> link) => LabelSheet.Of(
        letterhead, Texts.Of("设备标签"),
        [.. assets.Select(a => new PrintLabel(link(a.Id), Asset.Format(a.Number), a.Name, string.Join(' ', new[] { a.Community, a.Building, a.Place }.Where(t => t is not null))))]);

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
}

namespace PropertyDesk.Application.Imports;

/// <summary>A column that a sheet may have.</summary>
/// <param name="Titles">The heading and other words that offices use for it.</param>
public sealed record SheetColumn(bool Required, params string[] Titles)
{
    public string Title => Titles[0];
}

/// <summary>The sheets of the workbook and their columns: the template, and what is looked for in an upload.</summary>
public sealed record SheetForm(string Name, IReadOnlyList<SheetColumn> Columns)
{
    public static readonly SheetForm Units = new("房屋业主",
    [
        new(false, "小区"), new(true, "楼栋", "楼号", "栋"), new(false, "单元"), new(true, "房号", "房间号", "室号"), new(true, "建筑面积", "面积", "计费面积"),
        new(true, "房屋类型", "类型"), new(true, "状态", "房屋状态"), new(true, "业主姓名", "业主", "姓名"), new(false, "手机号", "手机", "电话", "联系电话"),
        new(false, "身份证号", "身份证", "证件号码"), new(false, "交付日期", "交房日期"), new(false, "邮箱", "电子邮箱"),
    ]);

    public static readonly SheetForm Parking = new("车位车辆",
    [
        new(true, "车位号", "车位"), new(true, "车位类型", "类型"), new(true, "楼栋", "楼号"), new(false, "单元"), new(true, "房号", "房间号"),
        new(false, "车牌号", "车牌"), new(true, "月租", "月费"), new(true, "起租日期", "开始日期"),
    ]);

    public static readonly SheetForm Meters = new("水电表",
    [
        new(true, "表号"), new(true, "表类型", "类型"), new(true, "楼栋", "楼号"), new(false, "单元"), new(true, "房号", "房间号"), new(false, "倍率"), new(false, "位数"),
        new(true, "上期读数"), new(true, "上期抄表日"), new(true, "本期读数"), new(true, "本期抄表日"),
    ]);

    public static readonly SheetForm SharedMeters = new("公摊总表",
    [
        new(true, "范围"), new(true, "项目"), new(true, "上期读数"), new(true, "本期读数"), new(false, "倍率"), new(true, "单价"), new(true, "分摊方式"),
    ]);

    public static readonly SheetForm Tariffs = new("收费标准",
    [
        new(true, "收费项目", "项目"), new(true, "计费方式"), new(true, "适用"), new(true, "单价"), new(true, "单位"), new(true, "起始日期"), new(false, "备注"),
    ]);

    public static IReadOnlyList<SheetForm> All { get; } = [Units, Parking, Meters, SharedMeters, Tariffs];
}

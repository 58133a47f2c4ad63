using PropertyDesk.Domain.Communities;

namespace PropertyDesk.Application.Imports;

/// <summary>Sheet 房屋业主: one row a unit with its owner.</summary>
internal static class UnitSheet
{
    private static readonly Dictionary<string, UnitKind> Kinds = new(StringComparer.Ordinal) { ["住宅"] = UnitKind.Residential, ["商铺"] = UnitKind.Shop };

    private static readonly Dictionary<string, UnitStatus> Statuses = new(StringComparer.Ordinal)
    {
        ["已入住"] = UnitStatus.Occupied,
        ["空置"] = UnitStatus.Vacant,
        ["装修中"] = UnitStatus.Renovating,
        ["未售"] = UnitStatus.Unsold,
    };

    private static readonly char[] NameSeparators = ['、', ',', '，', '/', ';', '；'];

    public static List<UnitRow> Read(RawWorkbook workbook, ImportReport report)
    {
        var seen = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        var rows = new List<UnitRow>();
        foreach (var row in SheetRows.Read(workbook, SheetForm.Units, report))
        {
            var unit = Read(row);
            if (!row.Failed && !seen.TryAdd(unit.Code, row.Number))
            {
                row.Error("房号", Texts.Of("房屋 {0} 与第 {1} 行重复，请删去其中一行。", unit.Code, seen[unit.Code]));
            }

            if (!row.Failed)
            {
                rows.Add(unit);
            }
        }

        WarnOfSharedPhones(rows);
        return rows;
    }

    private static UnitRow Read(RowReader row)
    {
        var status = row.Choice("状态", Statuses);
        var owners = Owners(row, status);
        return new UnitRow(
            row, row.Text("小区"), row.Required("楼栋"), row.Text("单元"), row.Required("房号"), Area(row), row.Choice("房屋类型", Kinds), status,
            owners, owners.Length == 1 ? Phone(row) : null, owners.Length == 1 ? IdNumber(row) : null, owners.Length == 1 ? Email(row) : null, row.Date("交付日期"));
    }

    private static decimal Area(RowReader row)
    {
        var area = row.Decimal("建筑面积");
        if (!row.Failed && area is <= 0 or > 100_000)
        {
            row.Error("建筑面积", Texts.Of("建筑面积须大于 0。"));
        }

        return decimal.Round(area, 4);
    }

    private static string[] Owners(RowReader row, UnitStatus status)
    {
        var text = row.Text("业主姓名");
        if (text.Length == 0)
        {
            if (status != UnitStatus.Unsold)
            {
                row.Error("业主姓名", Texts.Of("已售房屋没有业主姓名，请补填；未售房屋请把状态填为“未售”。"));
            }

            return [];
        }

        if (CellText.LooksLikeCode(text))
        {
            row.Warn("业主姓名", Texts.Of("姓名像是公式或代码，按普通文字保存，请核对。"));
            return [text];
        }

        var names = text.Split(NameSeparators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (names.Length > 1)
        {
            row.Warn("业主姓名", Texts.Of("一格有 {0} 位业主，按共有人各占相同份额导入；手机号和身份证号不知属于谁，未导入，请在业主档案补填。", names.Length));
        }

        return names;
    }

    private static string? Phone(RowReader row)
    {
        var phone = CellText.Phone(row.Cell("手机号"));
        if (phone is null && !row.IsEmpty("手机号"))
        {
            row.Warn("手机号", Texts.Of("不是可用的电话号码，未导入，请在业主档案补填。"));
        }

        return phone;
    }

    private static string? IdNumber(RowReader row)
    {
        var text = row.Text("身份证号").Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant();
        if (text.Length == 0)
        {
            return null;
        }

        if (text.Length == 18 && text[..17].All(char.IsAsciiDigit) && (char.IsAsciiDigit(text[17]) || text[17] == 'X'))
        {
            return text;
        }

        row.Warn("身份证号", Texts.Of("身份证号应为 18 位，现有 {0} 位，未导入，请核对后补填。", text.Length));
        return null;
    }

    private static string? Email(RowReader row)
    {
        var text = row.Text("邮箱");
        if (text.Length == 0 || (text.IndexOf('@', StringComparison.Ordinal) > 0 && !text.Contains(' ', StringComparison.Ordinal)))
        {
            return text.Length == 0 ? null : text;
        }

        row.Warn("邮箱", Texts.Of("不是可用的邮箱，未导入。"));
        return null;
    }

    private static void WarnOfSharedPhones(List<UnitRow> rows)
    {
        foreach (var same in rows.Where(r => r.Phone is not null).GroupBy(r => r.Phone).Where(g => g.Select(r => r.Owners[0]).Distinct().Count() > 1))
        {
            foreach (var row in same.Skip(1))
            {
                row.Row.Warn("手机号", Texts.Of("与第 {0} 行不同业主的手机号相同，请核对。", same.First().Row.Number));
            }
        }
    }
}

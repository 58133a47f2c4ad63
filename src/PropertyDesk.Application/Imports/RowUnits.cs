using PropertyDesk.Domain.Communities;

namespace PropertyDesk.Application.Imports;

/// <summary>How rows name a unit.</summary>
internal static class RowUnits
{
    /// <summary>The short form of the unit that a row names by building, entrance and number.</summary>
    public static string UnitCode(this RowReader row) => Unit.CodeOf(row.Required("楼栋"), row.Text("单元"), row.Required("房号"));
}

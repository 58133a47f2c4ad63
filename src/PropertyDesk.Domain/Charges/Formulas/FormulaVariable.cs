namespace PropertyDesk.Domain.Charges.Formulas;

/// <summary>What a formula may speak of.</summary>
/// <param name="Chinese">Its Chinese name.</param>
/// <param name="English">Its English name; both may be used.</param>
/// <param name="Unit">Such as ㎡; empty for a number.</param>
/// <param name="Samples">Values with which a formula is tried when it is saved; they include the ends of what can be.</param>
public sealed record FormulaVariable(string Chinese, string English, string Unit, IReadOnlyList<decimal> Samples)
{
    public static readonly FormulaVariable Area = new("建筑面积", "area", "㎡", [89.43m, 0.01m, 100_000m]);

    public static readonly FormulaVariable InnerArea = new("套内面积", "innerArea", "㎡", [72.5m, 0.01m, 100_000m]);

    public static readonly FormulaVariable People = new("人数", "people", "人", [3, 0, 50]);

    public static readonly FormulaVariable Days = new("天数", "days", "天", [31, 1, 28]);

    public static readonly FormulaVariable DaysInMonth = new("当月天数", "daysInMonth", "天", [31, 28, 30]);

    public static readonly FormulaVariable Coefficient = new("系数", "coefficient", "", [1, 0, 10]);

    /// <summary>All there are.</summary>
    public static IReadOnlyList<FormulaVariable> All { get; } = [Area, InnerArea, People, Days, DaysInMonth, Coefficient];

    public static FormulaVariable? Named(string name) =>
        All.FirstOrDefault(v => v.Chinese == name || string.Equals(v.English, name, StringComparison.OrdinalIgnoreCase));
}

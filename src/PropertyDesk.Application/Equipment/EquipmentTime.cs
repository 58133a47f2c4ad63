namespace PropertyDesk.Application.Equipment;

internal static class EquipmentTime
{
    /// <summary>The beginning of a day, or of the day of installation where that is later.</summary>
    public static DateTimeOffset ObservedFrom(this CurrentCompany current, DateOnly? installed, DateOnly from) => current.StartOf(installed > from ? installed.Value : from);
}

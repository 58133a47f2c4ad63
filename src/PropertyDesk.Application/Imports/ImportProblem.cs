namespace PropertyDesk.Application.Imports;

/// <summary>Something in the workbook that could not be read safely.</summary>
/// <param name="IsError">True: the row is left out. False: the row is imported, and what is said here applies.</param>
/// <param name="Column">Letter and heading, such as E 建筑面积.</param>
/// <param name="Value">What stands in the cell.</param>
/// <param name="Message">What is wrong and what to do, in the user's language.</param>
public sealed record ImportProblem(bool IsError, string Sheet, int Row, string Column, string Value, string Message);

namespace PropertyDesk.Application.Billing;

/// <summary>A bill to be printed.</summary>
/// <param name="Address">Absolute address where the printed code leads.</param>
public sealed record BillPaper(BillDetails Bill, string Address);

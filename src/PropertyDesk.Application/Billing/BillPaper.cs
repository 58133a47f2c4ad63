namespace PropertyDesk.Application.Billing;

/// <summary>A bill to be printed.</summary>
/// <param name="Address">Absolute address of the bill on the portal: where the printed code leads.</param>
public sealed record BillPaper(BillDetails Bill, string Address);

namespace PropertyDesk.Domain.Invoices;

/// <summary>Whom an invoice is made out to, and where it goes.</summary>
public sealed record InvoiceTitle
{
    /// <param name="taxNumber">Of a company; a person has none.</param>
    /// <exception cref="RuleViolation">The title is missing, the company's tax number cannot be one.</exception>
    public InvoiceTitle(InvoiceTitleKind kind, string? name, string? taxNumber, string email)
    {
        (Kind, Name, Email) = (kind, Text(name), email);
        TaxNumber = kind == InvoiceTitleKind.Company ? Invoices.TaxNumber.Read(taxNumber) : null;
    }

    public InvoiceTitleKind Kind { get; }

    public string Name { get; }

    public string? TaxNumber { get; }

    public string Email { get; }

    private static string Text(string? name) => (name?.Trim() ?? "") is { Length: > 0 and <= 100 } text
        ? text
        : throw new RuleViolation("请填写发票抬头，最多 100 个字。", field: "Title");
}

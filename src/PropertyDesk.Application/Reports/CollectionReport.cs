using PropertyDesk.Domain;
using PropertyDesk.Domain.Reports;

namespace PropertyDesk.Application.Reports;

/// <summary>The collection rate of a month: as page, as workbook, as PDF.</summary>
/// <param name="Scope">What it covers, such as the name of a community.</param>
/// <param name="CutOff">Money that came in up to the end of this day is counted.</param>
/// <param name="Groups">The same money cut up by community, building, charge item.</param>
public sealed record CollectionReport(string Scope, BillingMonth Month, DateOnly CutOff, CollectionRow Total, IReadOnlyList<CollectionGroup> Groups)
{
    /// <summary>The company's choice of where waivers count.</summary>
    public bool WaiversAsCollected { get; init; }
}

/// <summary>One way of cutting up the total.</summary>
public sealed record CollectionGroup(string Title, IReadOnlyList<CollectionRow> Rows);

/// <param name="Open">What is open of the bills, as the ledger has it, to check the figures against.</param>
public sealed record CollectionRow(string Name, CollectionFigures Figures, Money Open)
{
    /// <summary>Chooses the rows behind the figures, as a query of an address.</summary>
    public string Rows { get; init; } = "";

    /// <summary>opening + billed − red − waived − collected = closing.</summary>
    public bool Balances => Figures.ClosesTo(Open);
}

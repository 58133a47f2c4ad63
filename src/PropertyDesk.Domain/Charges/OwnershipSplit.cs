namespace PropertyDesk.Domain.Charges;

/// <summary>The month in which a unit changes hands: the whole month's amount is split by days, so that the parts add up to it.</summary>
public static class OwnershipSplit
{
    /// <summary>One line for each owner, in the order given.</summary>
    /// <param name="days">Days of each owner in the month (<see cref="MonthCut.DaysBetween"/>), the seller first.</param>
    public static IReadOnlyList<CalculatedLine> Divide(CalculatedLine whole, IReadOnlyList<int> days) =>
        [.. days.Select((_, i) => CalculatedLine.Of(new TransferWorking(whole.Working, days, i)))];
}

/// <summary>One owner's part of a month.</summary>
/// <param name="Whole">The working of the whole month.</param>
/// <param name="DaysOfOwners">Days of each owner, the seller first.</param>
/// <param name="Position">Which of them this line is for, from 0.</param>
public sealed record TransferWorking(LineWorking Whole, IReadOnlyList<int> DaysOfOwners, int Position) : LineWorking
{
    public int Days => DaysOfOwners[Position];

    public override decimal Compute() => Whole.Recompute().Yuan * Days / DaysOfOwners.Sum();

    public override Money Recompute() => Whole.Recompute().Split([.. DaysOfOwners.Select(days => (decimal)days)])[Position];
}

namespace PropertyDesk.Domain.Charges;

/// <summary>A month's charge by the day: Σ price × quantity × days ÷ days in month, rounded once.</summary>
public abstract record ProratedWorking(BillingMonth Month, IReadOnlyList<ChargeSegment> Segments) : LineWorking
{
    public int DaysInMonth => Month.Days;

    /// <summary>Days that are charged.</summary>
    public int Days => Segments.Sum(segment => segment.Days);

    public override decimal Compute() => Segments.Sum(segment => segment.Numerator) / DaysInMonth;
}

/// <summary>Area × price per m² and month (物业费), plus fixed parts.</summary>
/// <param name="Basis">Which area.</param>
public sealed record AreaWorking(BillingMonth Month, IReadOnlyList<ChargeSegment> Segments, AreaBasis Basis = AreaBasis.Billing) : ProratedWorking(Month, Segments);

/// <summary>A fixed amount per month (固定), such as rubbish.</summary>
public sealed record FixedWorking(BillingMonth Month, IReadOnlyList<ChargeSegment> Segments) : ProratedWorking(Month, Segments);

/// <summary>The monthly fee of a parking space (停车费).</summary>
/// <param name="Space">The number painted on the ground.</param>
public sealed record ParkingWorking(BillingMonth Month, IReadOnlyList<ChargeSegment> Segments, string Space) : ProratedWorking(Month, Segments);

/// <summary>A charge that comes once or once a year: quantity × price.</summary>
/// <param name="Unit">What one of the quantity is, such as 张 or 年.</param>
/// <param name="On">The day; null where it does not matter.</param>
/// <param name="Note">What it was for, such as 门禁卡.</param>
public sealed record OnceWorking(decimal Quantity, decimal Price, string Unit, DateOnly? On = null, string? Note = null) : LineWorking
{
    public override decimal Compute() => Quantity * Price;
}

/// <summary>Takes back a line of an earlier bill: a wrong reading is never edited.</summary>
/// <param name="BillNumber">The bill that carries the original line.</param>
public sealed record ReversalWorking(LineWorking Original, string BillNumber) : LineWorking
{
    public override decimal Compute() => -Original.Compute();

    /// <summary>Exactly the opposite of the original, however that one was rounded.</summary>
    public override Money Recompute() => -Original.Recompute();
}

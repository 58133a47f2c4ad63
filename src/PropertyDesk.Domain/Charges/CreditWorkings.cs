namespace PropertyDesk.Domain.Charges;

/// <summary>A line below zero set against another line of the same bill.</summary>
/// <param name="Amount">Below zero on the line that it comes off, above zero on the line below zero that it uses up.</param>
public sealed record OffsetWorking(Money Amount, string FromItem, string OnItem) : LineWorking
{
    public override decimal Compute() => Amount.Yuan;
}

/// <summary>A waiver (减免) that was decided after the bill.</summary>
/// <param name="Open">What was open of the line when it was decided.</param>
/// <param name="Share">Share of it that is waived, such as 0.30; null where an amount was agreed.</param>
/// <param name="Agreed">The amount that was agreed; null where a share was.</param>
public sealed record WaiverWorking(Money Open, decimal? Share, Money? Agreed) : LineWorking
{
    public override decimal Compute() => -(Agreed?.Yuan ?? Open.Yuan * Share!.Value);
}

/// <summary>A red entry (红冲): the line was wrong and is taken back as a whole, less what had come off it already.</summary>
/// <param name="Amount">Of the line.</param>
/// <param name="Credited">What had come off it before.</param>
public sealed record RedEntryWorking(Money Amount, Money Credited) : LineWorking
{
    public override decimal Compute() => (Credited - Amount).Yuan;
}

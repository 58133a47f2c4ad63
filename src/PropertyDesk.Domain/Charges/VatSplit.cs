namespace PropertyDesk.Domain.Charges;

/// <summary>An amount that includes VAT, taken apart: net is rounded once, tax is the rest, so that both are the gross amount.</summary>
public readonly record struct VatSplit(Money Net, Money Tax)
{
    /// <param name="rate">Such as 0.06; 0 where no VAT is shown.</param>
    public static VatSplit Of(Money gross, decimal rate)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(rate);
        var net = Money.Round(gross.Yuan / (1 + rate));
        return new VatSplit(net, gross - net);
    }
}

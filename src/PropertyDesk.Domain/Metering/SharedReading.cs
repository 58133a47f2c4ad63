namespace PropertyDesk.Domain.Metering;

/// <summary>What a common meter showed at the start and the end of a month.</summary>
public sealed class SharedReading : CommunityOwned
{
    private SharedReading()
    {
    }

    public SharedReading(SharedMeter meter, BillingMonth period, decimal previous, decimal current)
        : base(meter)
    {
        (SharedMeterId, Period) = (meter.Id, period);
        if (previous < 0 || current < previous)
        {
            throw new RuleViolation("公摊总表 {0} 的本期读数 {1} 小于上期读数 {2}。", [meter.Name, current, previous]);
        }

        (Previous, Current) = (previous, current);
    }

    public Guid SharedMeterId { get; private set; }

    public BillingMonth Period { get; private set; }

    public decimal Previous { get; private set; }

    public decimal Current { get; private set; }
}

using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace PropertyDesk.Application;

/// <summary>
/// What an operator watches. Whoever listens to the meter <see cref="Name"/> gets it; nobody's name or money is in it.
/// </summary>
public static class DeskMeters
{
    public const string Name = "PropertyDesk";

    private static readonly Meter Meter = new(Name);

    /// <summary>What payment channels told, by channel and what became of it; "Refused" is a notice that was not believed.</summary>
    public static Counter<long> ChannelNotices { get; } = Meter.CreateCounter<long>("propertydesk.channel.notices", "{notice}", "Notices of payment channels by outcome");

    /// <summary>Work on a whole bill run, computing or publishing it.</summary>
    public static Histogram<double> BillRunWork { get; } = Meter.CreateHistogram<double>("propertydesk.bill_run.duration", "s", "Work on a bill run");

    /// <summary>Measures until it is disposed, whether the work succeeds or not: what is slow before it fails is slow.</summary>
    /// <param name="work">"compute" or "publish".</param>
    public static RunTimer MeasureRun(string work) => new(work, Stopwatch.GetTimestamp());

    /// <summary>How long the oldest message that is due waits to be sent; 0 where none does.</summary>
    public static Gauge<double> OutboxAge { get; } = Meter.CreateGauge<double>("propertydesk.outbox.age", "s", "Age of the oldest message that is due");

    /// <summary>Broken laws of the books in all companies: anything but 0 is looked at now.</summary>
    public static Gauge<long> LedgerAlarms { get; } = Meter.CreateGauge<long>("propertydesk.ledger.alarms", "{alarm}", "Open alarms of the ledger audit");

    /// <summary>Money that came through a channel and is not booked yet, in cases.</summary>
    public static Gauge<long> ChannelCases { get; } = Meter.CreateGauge<long>("propertydesk.channel.cases", "{case}", "Open cases of money from channels");
}

/// <summary>Of one work on a run.</summary>
public readonly record struct RunTimer(string? Work, long Start) : IDisposable
{
    public void Dispose()
    {
        if (Work is not null)
        {
            DeskMeters.BillRunWork.Record(Stopwatch.GetElapsedTime(Start).TotalSeconds, new KeyValuePair<string, object?>("work", Work));
        }
    }
}

using System.Diagnostics;
using System.Globalization;
using PropertyDesk.FaultWorker;

namespace PropertyDesk.FaultTests;

/// <summary>What happened in a run, as one line for people.</summary>
internal sealed class FaultCounts
{
    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private readonly Dictionary<ActKind, int> _hits = Requests.Kinds.ToDictionary(k => k, _ => 0);
    private readonly List<double> _starts = [];

    public int Faults { get; private set; }

    public int Answered { get; set; }

    /// <summary>Under way when the fault came.</summary>
    public int UnderWay { get; private set; }

    /// <summary>Of them, in the books already: only the answer was lost.</summary>
    public int BookedUnanswered { get; set; }

    /// <summary>What people were told instead of an answer.</summary>
    public List<string> Errors { get; } = [];

    public int NoticesTaken { get; set; }

    public void Started(WorkerProcess worker) => _starts.Add(worker.StartTime.TotalSeconds);

    /// <param name="hit">The act that was aimed at was under way.</param>
    public void Fault(ActKind aim, bool hit, int underWay)
    {
        Faults++;
        UnderWay += underWay;
        _hits[aim] += hit ? 1 : 0;
    }

    public string Report(string what) => string.Create(CultureInfo.InvariantCulture,
        $"{what} on {FaultDatabase.Engine}: {Faults} faults ({_hits.Values.Sum()} inside the act aimed at: {string.Join(", ", _hits.Select(h => $"{h.Key} {h.Value}"))}), {Answered} acts answered, {UnderWay} under way at a fault, {BookedUnanswered} of them booked and unanswered, {NoticesTaken} notices taken, {Errors.Count} errors told, lost 0, doubled 0; {_watch.Elapsed.TotalSeconds:0} s, start of a process {(_starts.Count == 0 ? 0 : _starts.Average()):0.0} s");

    /// <summary>To whoever reads the test's output, and to the file that the caller of the suite shows.</summary>
    public void Tell(string what, ITestOutputHelper output)
    {
        Tell(output, Report(what));
        Errors.ForEach(e => output.WriteLine(e[..Math.Min(e.Length, 400)]));
    }

    /// <summary>The same of a line that is made elsewhere.</summary>
    public static void Tell(ITestOutputHelper output, string line)
    {
        output.WriteLine(line);
        if (Environment.GetEnvironmentVariable("PROPERTYDESK_FAULT_REPORT") is { Length: > 0 } file)
        {
            File.AppendAllText(file, line + Environment.NewLine);
        }
    }
}

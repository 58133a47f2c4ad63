using System.Text.Json;
using PropertyDesk.Domain.Communities;
using PropertyDesk.Domain.Companies;

namespace PropertyDesk.Domain.Dunning;

/// <summary>
/// The dated ladder of dunning (催缴): the company's own, or that of a community which takes its place there. A bill climbs
/// it rung by rung, never two on one day.
/// </summary>
public sealed class DunningLadder : CompanyOwned
{
    public const int MostRungs = 12;

    /// <summary>Days that lie between two rungs which are made up, unless the ladder itself has fewer between them.</summary>
    public const int Rest = 3;

    private DunningLadder()
    {
    }

    public DunningLadder(Company company)
        : base(company.Id) => Terms = Write(Usual);

    public DunningLadder(Community community)
        : base(community.CompanyId)
    {
        (CommunityId, Scope) = (community.Id, community.Id.ToString("n"));
        Terms = Write(Usual);
    }

    /// <summary>What holds where nothing was set up.</summary>
    public static IReadOnlyList<DunningRung> Usual { get; } =
    [
        new(DunningKind.DueSoon, -3, 0, true), new(DunningKind.DueToday, 0, 0, false), new(DunningKind.Overdue, 7, 0, true),
        new(DunningKind.Call, 20, 0, true), new(DunningKind.Letter, 45, 20_000, true),
    ];

    /// <summary>Null: of the company.</summary>
    public Guid? CommunityId { get; private set; }

    /// <summary>Empty for the company's, else the community's: makes one of each unique.</summary>
    public string Scope { get; private set; } = "";

    /// <summary>The rungs as JSON, in order of their days.</summary>
    public string Terms { get; private set; } = "";

    /// <summary>A promise to pay may lie at most this many days ahead.</summary>
    public int PromiseDays { get; private set; } = 14;

    /// <summary>Days that a demand letter gives to pay.</summary>
    public int LetterDays { get; private set; } = 10;

    public string ChangedBy { get; private set; } = "";

    public DateTimeOffset? ChangedAt { get; private set; }

    public IReadOnlyList<DunningRung> Rungs => JsonSerializer.Deserialize<List<DunningRung>>(Terms) ?? [];

    /// <exception cref="RuleViolation">A rung stands on a day where its kind cannot, or on another one's day; its field is named.</exception>
    public void Change(IReadOnlyList<DunningRung> rungs, int promiseDays, int letterDays, string by, DateTimeOffset now)
    {
        if (rungs.Count is 0 or > MostRungs)
        {
            throw new RuleViolation("催缴阶梯要有 1 到 {0} 步。", [MostRungs]);
        }

        foreach (var (i, rung) in rungs.Index())
        {
            var (first, last) = rung.Kind.Days();
            if (rung.Days < first || rung.Days > last)
            {
                throw new RuleViolation("天数须在 {0} 到 {1} 之间：到期前为负，到期日为 0，到期后为正。", [first, last], $"Rungs[{i}].Days");
            }

            if (rungs.Take(i).Any(other => other.Days == rung.Days))
            {
                throw new RuleViolation("同一天不能有两步，请错开。", field: $"Rungs[{i}].Days");
            }

            if (rung.MinimumFen is < 0 or > 100_000_000)
            {
                throw new RuleViolation("最低金额须在 0 到 1,000,000 元之间。", field: $"Rungs[{i}].Minimum");
            }
        }

        if (promiseDays is < 1 or > 90)
        {
            throw new RuleViolation("承诺付款最长期限须为 1 到 90 天。", field: "PromiseDays");
        }

        if (letterDays is < 3 or > 60)
        {
            throw new RuleViolation("催款函的付款期限须为 3 到 60 天。", field: "LetterDays");
        }

        (Terms, PromiseDays, LetterDays, ChangedBy, ChangedAt) = (Write(rungs), promiseDays, letterDays, by, now);
    }

    /// <summary>
    /// The rung that a bill takes today; null where it takes none. Who missed some days climbs from where they are, with a
    /// rest between two rungs; a reminder whose day is over is left out, for it would say what is no longer true.
    /// </summary>
    /// <param name="owed">Everything that is asked of the owner.</param>
    public PlacedRung? Next(DateOnly due, Money owed, IReadOnlyCollection<TakenRung> taken, DateOnly today)
    {
        var rungs = Placed();
        var reached = rungs.FindLastIndex(r => taken.Any(t => t.Kind == r.Rung.Kind && t.Turn == r.Turn));
        var next = rungs.Skip(reached + 1).FirstOrDefault(r => r.Rung.IsOn && owed >= r.Rung.Minimum && IsOfUse(r.Rung, due, today));
        if (next is null || due.AddDays(next.Rung.Days) > today)
        {
            return null;
        }

        var rest = reached < 0 ? 0 : Math.Min(Rest, next.Rung.Days - rungs[reached].Rung.Days);
        return taken.Count > 0 && taken.Max(t => t.Day).AddDays(rest) > today ? null : next;
    }

    private static bool IsOfUse(DunningRung rung, DateOnly due, DateOnly today) => rung.Kind switch
    {
        DunningKind.DueSoon => today < due,
        DunningKind.DueToday => today <= due,
        _ => true,
    };

    private List<PlacedRung> Placed()
    {
        var rungs = Rungs;
        return [.. rungs.Select((rung, i) => new PlacedRung(rung, 1 + rungs.Take(i).Count(other => other.Kind == rung.Kind)))];
    }

    private static string Write(IReadOnlyList<DunningRung> rungs) => JsonSerializer.Serialize(rungs.OrderBy(r => r.Days));
}

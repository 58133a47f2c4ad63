using PropertyDesk.Domain.Billing;
using PropertyDesk.Domain.Communities;
using PropertyDesk.Domain.Corrections;
using PropertyDesk.Domain.Deliveries;
using PropertyDesk.Domain.Owners;

namespace PropertyDesk.Domain.Rounds;

/// <summary>上门送达: somebody walks from door to door with papers, and ticks off each household.</summary>
public sealed class PrintRound : CommunityOwned
{
    private readonly List<RoundStop> _stops = [];

    private PrintRound()
    {
    }

    public PrintRound(Community community, string? title, Requester by)
        : base(community) => (Title, Day, By, At) = (Require.Text(title, "名称", 60), by.Today, by.Name, by.At);

    public string Title { get; private set; } = "";

    public DateOnly Day { get; private set; }

    public string By { get; private set; } = "";

    public DateTimeOffset At { get; private set; }

    public IReadOnlyList<RoundStop> Stops => _stops;

    /// <summary>Adds a household with the papers that go to it.</summary>
    /// <param name="place">In walking order, from 1.</param>
    public void Add(Unit unit, Guid ownerId, string ownerName, int place, IEnumerable<Delivery> papers) =>
        _stops.Add(new RoundStop(this, unit, ownerId, ownerName, place, papers));
}

/// <summary>A household of a round.</summary>
public sealed class RoundStop : CommunityOwned
{
    private readonly List<RoundPaper> _papers = [];

    private RoundStop()
    {
    }

    internal RoundStop(PrintRound round, Unit unit, Guid ownerId, string ownerName, int place, IEnumerable<Delivery> papers)
        : base(round)
    {
        (RoundId, Round, UnitId, UnitCode, OwnerId, OwnerName, Place) = (round.Id, round, unit.Id, unit.Code, ownerId, ownerName, place);
        Version = Guid.NewGuid();
        _papers.AddRange(papers.Select(paper => new RoundPaper(this, paper)));
    }

    public Guid RoundId { get; private set; }

    public PrintRound Round { get; private set; } = null!;

    public Guid UnitId { get; private set; }

    public Unit Unit { get; private set; } = null!;

    public string UnitCode { get; private set; } = "";

    public Guid OwnerId { get; private set; }

    public Owner Owner { get; private set; } = null!;

    public string OwnerName { get; private set; } = "";

    public int Place { get; private set; }

    public StopState State { get; private set; }

    public string? Note { get; private set; }

    public string? By { get; private set; }

    public DateTimeOffset? At { get; private set; }

    public Guid Version { get; private set; }

    public IReadOnlyList<RoundPaper> Papers => _papers;

    /// <summary>What came of it at the door. Said twice in the same words, it changes nothing.</summary>
    /// <returns>False where it was said before.</returns>
    /// <exception cref="RuleViolation">Somebody recorded something else.</exception>
    public bool Record(StopState state, string? note, Requester by)
    {
        if (State == state)
        {
            return false;
        }

        if (State != StopState.Waiting || state == StopState.Waiting)
        {
            throw new RuleViolation("{0} 已由 {1} 登记，请刷新后再看。", [UnitCode, By ?? ""]);
        }

        (State, Note, By, At, Version) = (state, Require.OptionalText(note, "说明", 200), by.Name, by.At, Guid.NewGuid());
        _papers.ForEach(paper => paper.Free());
        return true;
    }
}

/// <summary>A paper that goes to a household; it is in one open round only, by the database's key.</summary>
public sealed class RoundPaper : CommunityOwned
{
    private RoundPaper()
    {
    }

    internal RoundPaper(RoundStop stop, Delivery delivery)
        : base(stop) => (StopId, DeliveryId, OpenDeliveryId) = (stop.Id, delivery.Id, delivery.Id);

    public Guid StopId { get; private set; }

    public Guid DeliveryId { get; private set; }

    public Delivery Delivery { get; private set; } = null!;

    /// <summary>The paper while it is on its way, then null.</summary>
    public Guid? OpenDeliveryId { get; private set; }

    internal void Free() => OpenDeliveryId = null;
}

public enum StopState
{
    /// <summary>待送</summary>
    Waiting,

    /// <summary>已送达</summary>
    Delivered,

    /// <summary>无人在家</summary>
    NobodyHome,

    /// <summary>拒收</summary>
    Refused,
}

using PropertyDesk.Domain;
using PropertyDesk.FaultWorker;

namespace PropertyDesk.FaultTests;

/// <summary>
/// What people asked for, and what they were told. Who was told nothing asks again with the same id; the queue is filled up
/// with new requests, so that every kind is always under way.
/// </summary>
internal sealed class Requests(World world)
{
    /// <summary>Owners who pay at the desk.</summary>
    public const int OwnersAtTheDesk = 24;

    /// <summary>Owners from whom the bank collects: more than are booked at once.</summary>
    public const int OwnersAtTheBank = 48;

    /// <summary>Owners of a world apart from those who pay online.</summary>
    public const int OwnersOffline = OwnersAtTheDesk + OwnersAtTheBank;

    /// <summary>New online orders of a round at most, each of an owner of its own.</summary>
    public const int OrdersOfRound = 2;

    private const int UnitsOfAnImport = 40;

    private static readonly (ActKind Kind, int Wanted)[] Mix =
        [(ActKind.Pay, 6), (ActKind.Prepay, 2), (ActKind.UsePurse, 2), (ActKind.Void, 2), (ActKind.Refund, 2), (ActKind.Order, OrdersOfRound), (ActKind.Return, 1), (ActKind.Publish, 1), (ActKind.Collect, 1), (ActKind.Import, 1)];

    private readonly List<Act> _waiting = [];
    private readonly Dictionary<Guid, string> _answers = [];
    private readonly Queue<Guid> _ordered = [];
    private BillingMonth _month = World.FirstMonth;
    private int _made, _orders;

    public static IReadOnlyList<ActKind> Kinds { get; } = [.. Mix.Select(m => m.Kind)];

    public List<Act> All { get; } = [];

    /// <summary>In the order in which they were made.</summary>
    public IReadOnlyList<Act> Waiting => _waiting;

    /// <summary>What was answered, by request.</summary>
    public IReadOnlyDictionary<Guid, string> Answers => _answers;

    public void FillUp()
    {
        foreach (var (kind, wanted) in Mix)
        {
            for (var waiting = _waiting.Count(a => a.Kind == kind); waiting < wanted; waiting++)
            {
                Add(Make(kind));
            }
        }
    }

    public void Add(Act act)
    {
        All.Add(act);
        _waiting.Add(act);
    }

    public Act Make(ActKind kind)
    {
        var number = _made++;
        return kind switch
        {
            ActKind.Pay => New(kind, number % 2, world.Owners[number % 8], 101 + (number % 1900)),
            ActKind.Prepay => New(kind, 2, world.Owners[8 + (number % 8)], 10_000 + number),
            ActKind.UsePurse => New(kind, 2, world.Owners[8 + (number % 8)], 0),
            ActKind.Void => New(kind, 3, world.Owners[16 + (number % 4)], 100 + (number % 900)),
            ActKind.Refund => New(kind, 3, world.Owners[20 + (number % 4)], 100 + (number % 900)),
            ActKind.Order => Order(),
            ActKind.Return => New(kind, 5, _ordered.Dequeue(), 0),
            ActKind.Publish => New(kind, 6, world.Community, (_month = _month.Next).Number),
            ActKind.Collect => New(kind, 8, world.Community, 0),
            ActKind.Import => New(kind, 9, world.Community, UnitsOfAnImport),
            _ => New(kind, 7, world.Community, 0),
        };
    }

    /// <returns>The request; null where it was answered before.</returns>
    public Act? Answered(Guid id, string answer)
    {
        if (_waiting.Find(a => a.Id == id) is not { } act)
        {
            Assert.Equal(_answers[id], answer);
            return null;
        }

        _waiting.Remove(act);
        _answers.Add(id, answer);
        return act;
    }

    private Act Order()
    {
        var act = New(ActKind.Order, 4, world.Owners[OwnersOffline + _orders], _orders % 2);
        _orders++;
        _ordered.Enqueue(act.Id);
        return act;
    }

    private Act New(ActKind kind, int lane, Guid subject, long value) => new(kind, Guid.NewGuid(), lane, world.Company.Id, subject, value);
}

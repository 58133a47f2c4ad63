using System.Globalization;
using PropertyDesk.Domain;

namespace PropertyDesk.Application.Archive;

/// <summary>Kinds of what happens between the desk and an owner; at one instant in this order.</summary>
public enum TimelineKind
{
    Bill,

    Payment,

    /// <summary>A receipt was made void, by a payment the other way.</summary>
    Void,

    Refund,

    Call,

    Ticket,

    Notice,

    NoticeRead,

    /// <summary>Asked to pay: message, telephone, letter.</summary>
    Reminder,

    /// <summary>Messages of other kinds: the bill itself, a link to pay, a survey, an answer.</summary>
    Message,

    Visit,

    Event,

    Note,

    Document,

    Tag,

    /// <summary>Name, contact, household, preferences.</summary>
    Change,

    /// <summary>Who owns or rents the units.</summary>
    Unit,
}

/// <summary>Something that happened.</summary>
/// <param name="What">In a few words; empty where the kind says it.</param>
/// <param name="By">Who of the desk; empty where nobody was.</param>
/// <param name="Target">What a page shows more of; which page the kind says.</param>
public sealed record Happening(DateTimeOffset At, TimelineKind Kind, string What, string Detail, string By, Guid? Target = null, Money? Amount = null);

/// <summary>A page of the timeline.</summary>
/// <param name="Next">Where the next, older page begins; null on the last.</param>
public sealed record TimelinePage(IReadOnlyList<Happening> Rows, string? Next);

/// <summary>Where a page begins: at an instant, of which so much was shown before.</summary>
internal sealed record TimelineCursor(DateTimeOffset At, int Seen)
{
    public static TimelineCursor Start { get; } = new(DateTimeOffset.MaxValue, 0);

    /// <summary>The start where the text is none of ours.</summary>
    public static TimelineCursor Of(string? text) =>
        text?.Split('-') is [var ticks, var seen] && long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at <= DateTimeOffset.MaxValue.Ticks
            && int.TryParse(seen, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count <= 100_000
            ? new TimelineCursor(new DateTimeOffset(at, TimeSpan.Zero), count)
            : Start;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{At.UtcTicks}-{Seen}");
}

/// <summary>One table of the timeline: reads the newest rows that are not later than an instant.</summary>
/// <param name="Kinds">What it can give.</param>
internal sealed record TimelineSource(TimelineKind[] Kinds, Func<DateTimeOffset, int, Task<IEnumerable<Happening>>> Read);

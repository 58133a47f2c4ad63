using PropertyDesk.Domain.Audiences;
using PropertyDesk.Domain.Communities;
using PropertyDesk.Domain.Notices;
using PropertyDesk.Domain.Owners;

namespace PropertyDesk.Domain.Events;

/// <summary>
/// An event of a community (社区活动) with a limited number of places. Whoever changes who has them holds this row first, so that
/// <see cref="Taken"/> is the last word; the database refuses more than there are.
/// </summary>
public sealed class CommunityEvent : CommunityOwned
{
    private CommunityEvent()
    {
    }

    /// <param name="requestId">Made with the form: sent twice, it is one event.</param>
    /// <exception cref="RuleViolation">Something is missing, or contradicts itself.</exception>
    public CommunityEvent(Community community, Guid requestId, EventPlan plan, string by, DateTimeOffset now)
        : base(community)
    {
        (RequestId, By, At) = (requestId, by, now);
        Take(plan.Checked());
    }

    /// <summary>Unique in the company.</summary>
    public Guid RequestId { get; private set; }

    public string Title { get; private set; } = "";

    public string Summary { get; private set; } = "";

    /// <summary>Markdown.</summary>
    public string Body { get; private set; } = "";

    public string Place { get; private set; } = "";

    public DateTimeOffset From { get; private set; }

    public DateTimeOffset Until { get; private set; }

    public DateTimeOffset SignUpUntil { get; private set; }

    /// <summary>How many people can come.</summary>
    public int Places { get; private set; }

    public int PerHousehold { get; private set; }

    /// <summary>The audience as it is stored; those of them whom the notice told may come.</summary>
    public string Terms { get; private set; } = "";

    public EventState State { get; private set; }

    /// <summary>With which it was announced; its recipients are who may come.</summary>
    public Guid? NoticeId { get; private set; }

    public Notice? Notice { get; private set; }

    /// <summary>Places that confirmed sign-ups have; at most <see cref="Places"/>.</summary>
    public int Taken { get; private set; }

    /// <summary>Number of the last sign-up: their order.</summary>
    public int LastNumber { get; private set; }

    public string By { get; private set; } = "";

    public DateTimeOffset At { get; private set; }

    public string? ClosedBy { get; private set; }

    /// <summary>Why it was cancelled.</summary>
    public string? Reason { get; private set; }

    public Guid Version { get; private set; } = Guid.NewGuid();

    public Audience Audience => Audience.Of(Terms);

    public int Free => Places - Taken;

    /// <exception cref="RuleViolation">It is out, or something is missing.</exception>
    public void Change(EventPlan plan)
    {
        RequireDraft();
        Take(plan.Checked());
    }

    /// <summary>From now on households can sign up.</summary>
    /// <param name="notice">It tells those who may come.</param>
    /// <exception cref="RuleViolation">It is out already, or would be over at once.</exception>
    public void Publish(Notice notice, DateTimeOffset now)
    {
        RequireDraft();
        if (SignUpUntil <= now)
        {
            throw new RuleViolation("报名截止时间已过，请先修改。");
        }

        (State, NoticeId, Notice, Version) = (EventState.Published, notice.Id, notice, Guid.NewGuid());
    }

    /// <summary>Says other times, another place or another number of places after it is out; who may come stays.</summary>
    /// <returns>Whether those who may come must hear of it: the words, the time or the place are others.</returns>
    /// <exception cref="RuleViolation">It is not out, is over, or fewer places than are taken would be left.</exception>
    public bool Correct(EventPlan plan, DateTimeOffset now)
    {
        RequireRunning(now);
        var asked = (plan with { Audience = Audience }).Checked();
        if (asked.Places < Taken)
        {
            throw new RuleViolation("已有 {0} 人报上名，名额不能更少。", [Taken], "Input.Places");
        }

        var before = (Title, Summary, Body, Place, From, Until);
        Take(asked);
        return before != (Title, Summary, Body, Place, From, Until);
    }

    /// <summary>It does not take place.</summary>
    /// <exception cref="RuleViolation">It is not out, or is over.</exception>
    public void Cancel(string? reason, string by, DateTimeOffset now)
    {
        RequireRunning(now);
        (Reason, State, ClosedBy, Version) = (Require.Text(reason, "取消原因", 200), EventState.Cancelled, by, Guid.NewGuid());
    }

    /// <summary>A household signs up: it has its places at once, or waits where they are not free.</summary>
    /// <param name="people">How many of it come.</param>
    /// <exception cref="RuleViolation">Signing up is over, or too many of one household.</exception>
    public EventSignUp SignUp(Owner owner, Guid requestId, int people, string by, DateTimeOffset now)
    {
        RequireSignUp(people, now);
        return new EventSignUp(this, owner, requestId, people, Seat(people), ++LastNumber, by, now);
    }

    /// <summary>A household that had cancelled signs up anew, behind the others.</summary>
    /// <exception cref="RuleViolation">It is signed up, signing up is over, or too many of it come.</exception>
    public void SignUpAgain(EventSignUp earlier, Guid requestId, int people, string by, DateTimeOffset now)
    {
        if (earlier.State != SignUpState.Cancelled)
        {
            throw new RuleViolation("这一户已经报过名。");
        }

        RequireSignUp(people, now);
        earlier.Renew(requestId, people, Seat(people), ++LastNumber, by, now);
    }

    /// <summary>More or fewer of a household come. Fewer free places; more need free ones.</summary>
    /// <exception cref="RuleViolation">It has begun, the limit is exceeded, or there are no such places.</exception>
    public void ChangePeople(EventSignUp signUp, int people, DateTimeOffset now)
    {
        RequireNotBegun(now);
        RequirePeople(people);
        if (signUp.State == SignUpState.Confirmed)
        {
            if (people - signUp.People > Free)
            {
                throw new RuleViolation("名额不够：只剩 {0} 个。", [Free], "People");
            }

            Move(people - signUp.People);
        }

        signUp.ChangePeople(people);
        if (signUp.State == SignUpState.Waiting && people <= Free)
        {
            Confirm(signUp);
        }
    }

    /// <summary>A household does not come.</summary>
    /// <exception cref="RuleViolation">It has begun, or the household is not signed up.</exception>
    public void GiveUp(EventSignUp signUp, DateTimeOffset now)
    {
        RequireNotBegun(now);
        var freed = signUp.State == SignUpState.Confirmed ? signUp.People : 0;
        signUp.Cancel(now);
        Move(-freed);
    }

    /// <summary>Free places go to those who wait, in the order of signing up; who does not fit is passed over and keeps waiting.</summary>
    /// <returns>Who moved up.</returns>
    public IReadOnlyList<EventSignUp> MoveUp(IEnumerable<EventSignUp> waiting, DateTimeOffset now)
    {
        var moved = new List<EventSignUp>();
        if (State != EventState.Published || From <= now)
        {
            return moved;
        }

        foreach (var next in waiting.Where(s => s.State == SignUpState.Waiting).OrderBy(s => s.Number))
        {
            if (next.People <= Free)
            {
                Confirm(next);
                moved.Add(next);
            }
        }

        return moved;
    }

    /// <summary>Whether households can still sign up.</summary>
    public bool IsOpen(DateTimeOffset now) => State == EventState.Published && now <= SignUpUntil;

    private void Confirm(EventSignUp signUp)
    {
        signUp.Confirm();
        Move(signUp.People);
    }

    private SignUpState Seat(int people)
    {
        if (people > Free)
        {
            return SignUpState.Waiting;
        }

        Move(people);
        return SignUpState.Confirmed;
    }

    private void Move(int people) => (Taken, Version) = (Taken + people, Guid.NewGuid());

    private void RequireSignUp(int people, DateTimeOffset now)
    {
        if (!IsOpen(now))
        {
            throw new RuleViolation(State == EventState.Cancelled ? "活动已取消。" : "报名已经截止。");
        }

        RequirePeople(people);
    }

    private void RequirePeople(int people)
    {
        if (people < 1 || people > PerHousehold)
        {
            throw new RuleViolation("每户可报 1 到 {0} 人。", [PerHousehold], "People");
        }
    }

    private void RequireNotBegun(DateTimeOffset now)
    {
        if (State != EventState.Published || now >= From)
        {
            throw new RuleViolation("活动已开始或已取消，不能再改报名。");
        }
    }

    private void RequireRunning(DateTimeOffset now)
    {
        if (State != EventState.Published || now >= Until)
        {
            throw new RuleViolation("只有已发布、还没结束的活动可以更改或取消。");
        }
    }

    private void RequireDraft()
    {
        if (State != EventState.Draft)
        {
            throw new RuleViolation("活动已发布，不能再按草稿修改。");
        }
    }

    private void Take(EventPlan plan)
    {
        (Title, Summary, Body, Place) = (plan.Title!, plan.Summary!, plan.Body!, plan.Place!);
        (From, Until, SignUpUntil) = (plan.From!.Value, plan.Until!.Value, plan.SignUpUntil!.Value);
        (Places, PerHousehold, Terms, Version) = (plan.Places, plan.PerHousehold, plan.Audience.Terms, Guid.NewGuid());
    }
}

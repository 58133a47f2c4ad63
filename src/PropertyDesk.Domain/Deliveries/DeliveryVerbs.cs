namespace PropertyDesk.Domain.Deliveries;

/// <summary>What can happen to a message; each verb gives the row of its history.</summary>
public sealed partial class Delivery
{
    /// <summary>Minutes until the next try after each refusal that may pass.</summary>
    private static readonly int[] Pauses = [1, 5, 15, 60, 240, 720];

    /// <summary>Minutes after which a provider is asked what became of an uncertain message: fifteen in all.</summary>
    private static readonly int[] Questions = [1, 1, 3, 5, 5];

    /// <summary>How many times a provider was asked.</summary>
    public int Asked { get; private set; }

    /// <summary>The provider took it. What a receipt said meanwhile stays.</summary>
    public DeliveryEvent Sent(string? providerId, int parts, Money cost, string by, DateTimeOffset now)
    {
        if (State is DeliveryState.Sending or DeliveryState.Uncertain)
        {
            Change(DeliveryState.Sent, null, null);
        }

        (ProviderId, Parts, Cost, SentAt) = (providerId ?? ProviderId, parts, cost, SentAt ?? now);
        return Event(DeliveryEventKind.Sent, providerId, by, now);
    }

    /// <summary>The provider refuses it now; after the last pause nobody tries any more.</summary>
    public DeliveryEvent PutOff(string reason, string by, DateTimeOffset now)
    {
        Must(DeliveryState.Sending);
        if (Attempts > Pauses.Length)
        {
            Change(DeliveryState.GivenUp, reason, null);
            return Event(DeliveryEventKind.GivenUp, reason, by, now);
        }

        Change(DeliveryState.Queued, reason, now.AddMinutes(Pauses[Attempts - 1]));
        return Event(DeliveryEventKind.PutOff, reason, by, now);
    }

    /// <summary>The provider refuses it for good.</summary>
    public DeliveryEvent Refuse(string reason, string by, DateTimeOffset now)
    {
        Must(DeliveryState.Sending);
        Change(DeliveryState.Failed, reason, null);
        return Event(DeliveryEventKind.Refused, reason, by, now);
    }

    /// <summary>The provider cannot be reached at all, and nothing went out: it waits with its channel, and the try does not count.</summary>
    public DeliveryEvent Wait(string reason, DateTimeOffset until, string by, DateTimeOffset now)
    {
        Must(DeliveryState.Sending);
        var told = Event(DeliveryEventKind.PutOff, reason, by, now);
        Attempts--;
        Change(DeliveryState.Queued, reason, until);
        Slot = null;
        return told;
    }

    /// <summary>
    /// It broke in the middle. An e-mail goes out again under the same Message-Id; a message that costs and cannot be
    /// recognised by the phone is never sent a second time by itself.
    /// </summary>
    /// <param name="until">Until when the channel rests; null where it does not.</param>
    public DeliveryEvent Lose(string reason, DateTimeOffset? until, string by, DateTimeOffset now)
    {
        Must(DeliveryState.Sending);
        if (Channel == DeliveryChannel.Email && Attempts <= Pauses.Length)
        {
            Change(DeliveryState.Queued, reason, until ?? now);
        }
        else if (Channel == DeliveryChannel.Email)
        {
            Change(DeliveryState.GivenUp, reason, null);
        }
        else
        {
            Change(DeliveryState.Uncertain, reason, now.AddMinutes(Questions[0]));
            Asked = 0;
        }

        return Event(DeliveryEventKind.Lost, reason, by, now);
    }

    /// <summary>The provider was asked and knows nothing yet; after the last question a person decides.</summary>
    public DeliveryEvent Ask(string answer, string by, DateTimeOffset now)
    {
        Must(DeliveryState.Uncertain);
        Asked++;
        Change(DeliveryState.Uncertain, Reason, Asked < Questions.Length ? now.AddMinutes(Questions[Asked]) : null);
        return Event(DeliveryEventKind.Asked, answer, by, now);
    }

    /// <summary>It is known to have arrived, or not to; the last word stands, and telling it twice changes nothing.</summary>
    /// <returns>Null where nothing new was told.</returns>
    public DeliveryEvent? Confirm(bool hasArrived, string? detail, string? providerId, string by, DateTimeOffset now)
    {
        var state = hasArrived ? DeliveryState.Delivered : DeliveryState.Failed;
        if (Channel?.IsSent() != true || State is not (DeliveryState.Sending or DeliveryState.Sent or DeliveryState.Uncertain))
        {
            return null;
        }

        (SentAt, DeliveredAt, ProviderId) = (SentAt ?? StartedAt ?? now, hasArrived ? now : null, ProviderId ?? providerId);
        Change(state, hasArrived ? null : detail, null);
        return Event(hasArrived ? DeliveryEventKind.Delivered : DeliveryEventKind.NotDelivered, detail, by, now);
    }

    /// <summary>What the provider charged, told later than that it was taken.</summary>
    public void Charge(int parts, Money cost) => (Parts, Cost) = (parts, cost);

    /// <summary>A person, or the program because it is of no use any more, ends it.</summary>
    /// <exception cref="RuleViolation">It is out already, or being sent.</exception>
    public DeliveryEvent GiveUp(string? note, string by, DateTimeOffset now)
    {
        if (!CanGiveUp)
        {
            throw new RuleViolation("这条消息不在待发送状态，不能放弃。");
        }

        var reason = Require.Text(note, "原因", 200);
        Change(DeliveryState.GivenUp, reason, null);
        return Event(DeliveryEventKind.GivenUp, reason, by, now);
    }

    /// <summary>A person orders another try.</summary>
    /// <exception cref="RuleViolation">It did go out, or waits anyway.</exception>
    public DeliveryEvent Retry(string by, DateTimeOffset now)
    {
        if (!CanRetry)
        {
            throw new RuleViolation("只有失败或已放弃的邮件、短信可以重发。");
        }

        return Again(null, by, now);
    }

    /// <summary>A person found out what became of an uncertain message.</summary>
    /// <param name="wentOut">False: it is sent again.</param>
    public DeliveryEvent Decide(bool wentOut, string? note, string by, DateTimeOffset now)
    {
        if (State != DeliveryState.Uncertain)
        {
            throw new RuleViolation("这条消息不是“不确定”状态，不用判断。");
        }

        var reason = Require.Text(note, "依据", 200);
        if (!wentOut)
        {
            return Again(reason, by, now);
        }

        SentAt ??= StartedAt ?? now;
        Change(DeliveryState.Sent, reason, null);
        return Event(DeliveryEventKind.Sent, reason, by, now);
    }

    /// <summary>Records what came of a paper that was brought, or of a call.</summary>
    public DeliveryEvent Record(bool hasArrived, string? note, string by, DateTimeOffset now)
    {
        if (!CanRecord)
        {
            throw new RuleViolation("这条消息不能登记送达结果。");
        }

        var detail = hasArrived ? Require.OptionalText(note, "说明", 200) : Require.Text(note, "原因", 200);
        Attempts++;
        (StartedAt, SentAt, DeliveredAt) = (now, hasArrived ? now : SentAt, hasArrived ? now : null);
        Change(hasArrived ? DeliveryState.Delivered : DeliveryState.Failed, detail, null);
        return Event(hasArrived ? DeliveryEventKind.Delivered : DeliveryEventKind.NotDelivered, detail, by, now);
    }

    // From the first pause on, with a new place among the recipient's messages.
    private DeliveryEvent Again(string? detail, string by, DateTimeOffset now)
    {
        var told = Event(DeliveryEventKind.Ordered, detail, by, now);
        (Attempts, Slot, ProviderId) = (0, null, null);
        Change(DeliveryState.Queued, null, now);
        return told;
    }

    private void Change(DeliveryState state, string? reason, DateTimeOffset? nextAt)
    {
        (State, Reason, NextAt, LeaseUntil, Version) = (state, Short(reason), nextAt, null, Guid.NewGuid());
        if (state is not (DeliveryState.Queued or DeliveryState.Sending or DeliveryState.Uncertain))
        {
            SealedText = null;
        }
    }

    private DeliveryEvent Event(DeliveryEventKind kind, string? detail, string by, DateTimeOffset now) => new(this, kind, detail, by, now);

    private void Must(DeliveryState state)
    {
        if (State != state)
        {
            throw new InvalidOperationException($"Delivery {Id} is {State}, not {state}.");
        }
    }
}

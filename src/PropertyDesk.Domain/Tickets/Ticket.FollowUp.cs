using System.Globalization;
using PropertyDesk.Domain.Corrections;

namespace PropertyDesk.Domain.Tickets;

/// <content>What the owner says of it afterwards (回访), and what comes of a low score.</content>
public sealed partial class Ticket
{
    /// <summary>Scores of this or less are looked into.</summary>
    public const int LowScore = 2;

    private const int BestScore = 5;

    /// <summary>Somebody should ask the owner how it was; false where the sample left it out, and before it is done.</summary>
    public bool FollowsUp { get; private set; }

    /// <summary>1 to 5, of the last round.</summary>
    public int? Score { get; private set; }

    /// <summary>A low score that nobody has looked into.</summary>
    public bool IsUnsettled { get; private set; }

    /// <summary>The login of whoever looks into the low score; null where nobody was named.</summary>
    public Guid? RedressById { get; private set; }

    public string? RedressBy { get; private set; }

    /// <summary>How it was, in the eyes of whom it was done for.</summary>
    /// <param name="score">1 to 5.</param>
    /// <exception cref="RuleViolation">It is not done, was scored in this round, or is no score.</exception>
    public TicketStep Rate(int score, string? text, Requester by)
    {
        if (State is not (TicketState.Done or TicketState.Confirmed or TicketState.Closed))
        {
            throw new RuleViolation("处理完成后才能评分。");
        }

        if (score is < 1 or > BestScore)
        {
            throw new RuleViolation("评分须为 1 到 5。", field: "Score");
        }

        if (Score is not null)
        {
            throw new RuleViolation("这次处理已经评过分了。");
        }

        (Score, IsUnsettled) = (score, score <= LowScore);
        return Tell(StepKind.Scored, null, string.Create(CultureInfo.InvariantCulture, $"{score} / {BestScore} {Require.OptionalText(text, "说明", 450)}").TrimEnd(), null, by);
    }

    /// <summary>Somebody looked into a low score.</summary>
    /// <exception cref="RuleViolation">There is none, or nothing is said.</exception>
    public TicketStep Settle(string? text, Requester by)
    {
        if (!IsUnsettled)
        {
            throw new RuleViolation("没有待处理的低分。");
        }

        IsUnsettled = false;
        return Tell(StepKind.Settled, null, Require.Text(text, "回访处理", 500), null, by);
    }

    /// <summary>Somebody is named who looks into a low score.</summary>
    /// <exception cref="RuleViolation">There is none, or nobody is named.</exception>
    public TicketStep Entrust(TicketWhom whom, Requester by)
    {
        if (!IsUnsettled)
        {
            throw new RuleViolation("没有待处理的低分。");
        }

        (RedressById, RedressBy) = (whom.WorkerId ?? throw new RuleViolation("请选择由谁处理。", field: "To"), whom.Name);
        return Tell(StepKind.Entrusted, null, null, whom.Name, by);
    }

    // Complaints, emergencies and what had to be done twice are always asked about; of the rest as many as the category says.
    private bool IsSampled() => Kind == TicketKind.Complaint || Urgency == Urgency.Emergency || Rounds > 0
        || BitConverter.ToUInt16(Id.ToByteArray(), 14) % 100 < Category.FollowUpPercent;
}

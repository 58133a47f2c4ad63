namespace PropertyDesk.Domain.Deliveries;

public enum DeliveryKind
{
    /// <summary>新账单通知</summary>
    BillIssued,

    /// <summary>到期前提醒</summary>
    DueSoon,

    /// <summary>到期日提醒</summary>
    DueToday,

    /// <summary>逾期通知</summary>
    Overdue,

    /// <summary>试发: somebody tries the settings and waits for it.</summary>
    Test,

    /// <summary>验证码: of use for minutes only.</summary>
    OneTimeCode,

    /// <summary>账号安全通知: what was changed about a login.</summary>
    AccountNotice,

    /// <summary>支付链接: the desk sends an owner whose online payment failed the way back to it.</summary>
    PayLink,

    /// <summary>通知公告</summary>
    Notice,

    /// <summary>紧急通知: an emergency at work, told at night too.</summary>
    UrgentNotice,

    /// <summary>问卷邀请</summary>
    Survey,

    /// <summary>回复通知: something that this owner asked for was answered or done.</summary>
    Answer,

    /// <summary>定时报表: to somebody of the staff, by e-mail.</summary>
    Report,
}

/// <summary>What is true of each kind of message.</summary>
public static class DeliveryKinds
{
    /// <summary>Those that tell of a bill, for which a company writes templates.</summary>
    public static IReadOnlyList<DeliveryKind> OfBills { get; } = [DeliveryKind.BillIssued, DeliveryKind.DueSoon, DeliveryKind.DueToday, DeliveryKind.Overdue, DeliveryKind.PayLink];

    /// <summary>Those that tell of a login. Their text is secret, and nobody at the desk sees them.</summary>
    public static IReadOnlyList<DeliveryKind> OfLogins { get; } = [DeliveryKind.OneTimeCode, DeliveryKind.AccountNotice];

    /// <summary>Those that tell of a notice, a survey or an answer; a company writes templates for them too.</summary>
    public static IReadOnlyList<DeliveryKind> OfNotices { get; } = [DeliveryKind.Notice, DeliveryKind.UrgentNotice, DeliveryKind.Survey, DeliveryKind.Answer];

    public static bool IsAboutLogin(this DeliveryKind kind) => kind is DeliveryKind.OneTimeCode or DeliveryKind.AccountNotice;

    /// <summary>
    /// Whether such a message can go by a channel: about logins over the network only, and nobody carries an answer to a
    /// door that stands on the portal.
    /// </summary>
    public static bool GoesBy(this DeliveryKind kind, DeliveryChannel channel) =>
        kind == DeliveryKind.Report ? channel == DeliveryChannel.Email : kind.IsAboutLogin() ? channel.IsSent() : kind != DeliveryKind.Answer || !channel.IsByPeople();

    /// <summary>Whether a company can write a template of this kind for a channel.</summary>
    public static bool IsWrittenFor(this DeliveryKind kind, DeliveryChannel channel) => (OfBills.Contains(kind) || OfNotices.Contains(kind) || kind.IsAboutLogin()) && kind.GoesBy(channel);

    /// <summary>Goes out in quiet hours too.</summary>
    public static bool IsUrgent(this DeliveryKind kind) => kind is DeliveryKind.Test or DeliveryKind.UrgentNotice || kind.IsAboutLogin();

    /// <summary>Asks for money: of no use once the bill is paid.</summary>
    public static bool AsksForMoney(this DeliveryKind kind) => kind is DeliveryKind.DueSoon or DeliveryKind.DueToday or DeliveryKind.Overdue;
}

using PropertyDesk.Domain.Companies;

namespace PropertyDesk.Domain.Deliveries;

/// <summary>How a company sends: in which order channels are tried, when it keeps quiet, how much.</summary>
public sealed class DeliverySettings : CompanyOwned
{
    public const int LeastPerMinute = 6;
    public const int MostPerMinute = 6000;
    public const int UsualCodesPerDay = 500;
    public const int MostCodesPerDay = 100_000;

    /// <summary>What is tried first, where nothing was set up: money is spent before paper is carried.</summary>
    public static readonly IReadOnlyList<DeliveryChannel> UsualOrder = [DeliveryChannel.Email, DeliveryChannel.Sms, DeliveryChannel.Portal, DeliveryChannel.Print];

    private DeliverySettings()
    {
    }

    public DeliverySettings(Company company)
        : base(company.Id)
    {
        Order = string.Join(',', UsualOrder);
        (QuietFrom, QuietUntil) = (QuietHours.Usual.From, QuietHours.Usual.Until);
    }

    /// <summary>Names of channels, the first first.</summary>
    public string Order { get; private set; } = "";

    public TimeOnly QuietFrom { get; private set; }

    public TimeOnly QuietUntil { get; private set; }

    public int EmailsPerMinute { get; private set; } = 60;

    public int SmsPerMinute { get; private set; } = 60;

    /// <summary>To one address on one day.</summary>
    public int EmailsPerRecipient { get; private set; } = 10;

    /// <summary>To one number on one day.</summary>
    public int SmsPerRecipient { get; private set; } = 5;

    /// <summary>One-time codes by SMS on one day, whoever asks: what strangers who try numbers can cost at most.</summary>
    public int SmsCodesPerDay { get; private set; } = UsualCodesPerDay;

    /// <summary>For owners who chose none.</summary>
    public DeliveryLanguage Language { get; private set; }

    /// <summary>Part of the address at which the SMS provider reports; nobody can guess it. Encrypted.</summary>
    public string? ProtectedReceiptSecret { get; private set; }

    public QuietHours Quiet => new(QuietFrom, QuietUntil);

    public IReadOnlyList<DeliveryChannel> Channels => [.. Order.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<DeliveryChannel>)];

    public int PerMinute(DeliveryChannel channel) => channel == DeliveryChannel.Email ? EmailsPerMinute : SmsPerMinute;

    public int PerRecipient(DeliveryChannel channel) => channel == DeliveryChannel.Email ? EmailsPerRecipient : SmsPerRecipient;

    /// <exception cref="RuleViolation">No channel is left, one stands twice, or a limit is out of bounds.</exception>
    public void Change(IReadOnlyList<DeliveryChannel> order, QuietHours quiet, DeliveryLimits limits, DeliveryLanguage language)
    {
        if (order.Count == 0 || order.Distinct().Count() != order.Count)
        {
            throw new RuleViolation("请至少选一个渠道，且每个渠道只选一次。", field: "Order");
        }

        if (limits.EmailsPerMinute is < LeastPerMinute or > MostPerMinute || limits.SmsPerMinute is < LeastPerMinute or > MostPerMinute)
        {
            throw new RuleViolation("每分钟上限须为 {0} 到 {1}。", [LeastPerMinute, MostPerMinute], "EmailsPerMinute");
        }

        if (limits.EmailsPerRecipient is < 1 or > 50 || limits.SmsPerRecipient is < 1 or > 50)
        {
            throw new RuleViolation("每人每天上限须为 1 到 50。", field: "EmailsPerRecipient");
        }

        if (limits.SmsCodesPerDay is < 1 or > MostCodesPerDay)
        {
            throw new RuleViolation("每天短信验证码上限须为 1 到 {0}。", [MostCodesPerDay], "SmsCodesPerDay");
        }

        (Order, QuietFrom, QuietUntil, Language) = (string.Join(',', order), quiet.From, quiet.Until, language);
        (EmailsPerMinute, SmsPerMinute, EmailsPerRecipient, SmsPerRecipient) = (limits.EmailsPerMinute, limits.SmsPerMinute, limits.EmailsPerRecipient, limits.SmsPerRecipient);
        SmsCodesPerDay = limits.SmsCodesPerDay;
    }

    /// <param name="secret">Encrypted.</param>
    public void KeepReceiptSecret(string secret) => ProtectedReceiptSecret = secret;
}

/// <summary>How much goes out at most.</summary>
public sealed record DeliveryLimits(int EmailsPerMinute, int SmsPerMinute, int EmailsPerRecipient, int SmsPerRecipient, int SmsCodesPerDay = DeliverySettings.UsualCodesPerDay);

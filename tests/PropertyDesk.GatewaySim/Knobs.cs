namespace PropertyDesk.GatewaySim;

/// <summary>How the gateway misbehaves. All of it happens to real channels.</summary>
public sealed class Knobs
{
    /// <summary>Real seconds before a notice is sent.</summary>
    public double NotifyDelay { get; set; }

    /// <summary>Notices of a hundred that are never sent.</summary>
    public int DropPercent { get; set; }

    /// <summary>How often each notice is sent, taken or not.</summary>
    public int Copies { get; set; } = 1;

    /// <summary>The copies are sent at once.</summary>
    public bool Parallel { get; set; }

    /// <summary>Notices wait until they are told to go, and go in another order than they came.</summary>
    public bool Shuffle { get; set; }

    public bool WrongKey { get; set; }

    /// <summary>WeChat Pay's own probe: a signature that must be refused.</summary>
    public bool SignatureProbe { get; set; }

    /// <summary>Fen more (or less) than the order in what the notice and the query say.</summary>
    public long AmountOff { get; set; }

    /// <summary>Another merchant in the notice.</summary>
    public bool ForeignMerchant { get; set; }

    /// <summary>Seconds by which the notice's time stamp is off.</summary>
    public int ClockOff { get; set; }

    /// <summary>One byte of the signed body is changed after signing.</summary>
    public bool Tamper { get; set; }

    /// <summary>The next so many calls are answered with an error of the server, before anything happens.</summary>
    public int FailNext { get; set; }

    /// <summary>The next so many calls take effect, and their answer is lost.</summary>
    public int LoseNext { get; set; }

    /// <summary>The next so many calls of Alipay take effect, and say that the system failed.</summary>
    public int SystemErrorNext { get; set; }

    /// <summary>The next so many calls are refused as if the merchant's signature were wrong.</summary>
    public int RefuseNext { get; set; }

    /// <summary>Alipay: after the next refund has taken effect, so many calls are refused in that way.</summary>
    public int RefuseAfterRefund { get; set; }

    /// <summary>WeChat Pay: the state in which new refunds end without being done: ABNORMAL, CLOSED.</summary>
    public string? RefundsEnd { get; set; }

    /// <summary>The order about which every query is answered, whatever was asked.</summary>
    public string? AnswersAbout { get; set; }

    /// <summary>Alipay: a field of the notice is there twice.</summary>
    public bool FieldTwice { get; set; }

    /// <summary>Messages are signed with the key that the gateway is changing to.</summary>
    public bool NewKey { get; set; }

    /// <summary>Refunds stay under way until they are finished by hand.</summary>
    public bool SlowRefunds { get; set; }

    /// <summary>Real seconds before a notice that was not taken is sent again, time after time.</summary>
    public IReadOnlyList<double> RetryAfter { get; set; } = [0.05, 0.1, 0.2, 0.4];
}

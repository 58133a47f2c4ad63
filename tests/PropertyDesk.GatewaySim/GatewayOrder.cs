namespace PropertyDesk.GatewaySim;

/// <summary>An order as the gateway knows it: the truth against which our books are compared.</summary>
public sealed class GatewayOrder
{
    public required bool IsAlipay { get; init; }

    public required string Number { get; init; }

    public required long Fen { get; init; }

    public required string NotifyUrl { get; init; }

    public required string Subject { get; init; }

    /// <summary>NATIVE, JSAPI, precreate, page, wap.</summary>
    public required string Way { get; init; }

    /// <summary>JSAPI: who may pay.</summary>
    public string? OpenId { get; init; }

    /// <summary>JSAPI: what the page hands over.</summary>
    public string? PrepayId { get; set; }

    /// <summary>Pages of Alipay: where the browser goes back to.</summary>
    public string? ReturnUrl { get; init; }

    /// <summary>Somebody scanned the code: before that Alipay knows no trade, so that nobody can ask about it or close it.</summary>
    public bool IsScanned { get; set; }

    public bool IsKnown => Way != "precreate" || IsScanned || State != "NOTPAY";

    /// <summary>Until when it can be paid.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>NOTPAY, USERPAYING, PAYERROR, SUCCESS, CLOSED.</summary>
    public string State { get; set; } = "NOTPAY";

    public string? TransactionId { get; set; }

    public DateTimeOffset? PaidAt { get; set; }

    /// <summary>The merchant answered the notice of the payment as taken: it must hold it.</summary>
    public bool IsTaken { get; set; }

    public List<GatewayRefund> Refunds { get; } = [];
}

/// <summary>A refund as the gateway knows it.</summary>
public sealed class GatewayRefund
{
    public required string Number { get; init; }

    public required string Id { get; init; }

    public required long Fen { get; init; }

    public required DateTimeOffset At { get; init; }

    public bool IsDone { get; set; }

    /// <summary>WeChat Pay: PROCESSING, ABNORMAL or CLOSED where it is not done.</summary>
    public string State { get; set; } = "PROCESSING";

    /// <summary>The merchant answered the notice of the refund as taken.</summary>
    public bool IsTaken { get; set; }
}

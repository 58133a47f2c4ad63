namespace PropertyDesk.Infrastructure.Channels.WeChatPay;

/// <summary>What is sent to and comes from API v3, with snake_case names; amounts in fen.</summary>
internal sealed record NewTransaction(string Appid, string Mchid, string Description, string OutTradeNo, string TimeExpire, string NotifyUrl, OrderAmount Amount, Payer? Payer);

internal sealed record Payer(string Openid);

internal sealed record OrderAmount(long Total, string Currency);

/// <summary>Of Native a code, of JSAPI a prepay id.</summary>
internal sealed record CodeAnswer(string? CodeUrl, string? PrepayId);

/// <summary>Of the exchange of a code: the openid, or a number and words of what is wrong.</summary>
internal sealed record UserAnswer(string? Openid, int Errcode, string? Errmsg);

internal sealed record CloseBody(string Mchid);

internal sealed record Transaction(
    string? Appid, string? Mchid, string? OutTradeNo, string? TransactionId, string? TradeState, string? TradeStateDesc, DateTimeOffset? SuccessTime, TransactionAmount? Amount);

internal sealed record TransactionAmount(long Total, string? Currency);

internal sealed record NewRefund(string TransactionId, string OutRefundNo, string Reason, string NotifyUrl, RefundAmount Amount);

internal sealed record RefundAmount(long Refund, long Total, string Currency);

/// <summary>A refund as it is answered (status) and as a notice tells of it (refund_status, mchid).</summary>
internal sealed record RefundAnswer(
    string? Mchid, string? OutTradeNo, string? TransactionId, string? OutRefundNo, string? RefundId, string? Status, string? RefundStatus, DateTimeOffset? SuccessTime, DateTimeOffset? CreateTime, RefundAnswerAmount? Amount);

internal sealed record RefundAnswerAmount(long Refund, long Total, string? Currency);

internal sealed record Notice(string? Id, string? EventType, string? ResourceType, EncryptedResource? Resource);

internal sealed record EncryptedResource(string? Algorithm, string? Ciphertext, string? AssociatedData, string? Nonce);

internal sealed record ApiError(string? Code, string? Message);

internal sealed record BillLink(string? HashType, string? HashValue, string? DownloadUrl);

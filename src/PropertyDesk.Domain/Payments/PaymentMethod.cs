namespace PropertyDesk.Domain.Payments;

public enum PaymentMethod
{
    /// <summary>现金</summary>
    Cash,

    /// <summary>银行转账: a transfer that the bank account shows, recorded by hand with its reference.</summary>
    BankTransfer,
}

using System.Security.Cryptography;

namespace PropertyDesk.Domain.Payments;

/// <summary>A numbered receipt (收据) for a payment; not an invoice (发票). A void would keep its number.</summary>
public sealed class Receipt : CommunityOwned
{
    public const int CodeLength = 12;

    private Receipt()
    {
    }

    public Receipt(Payment payment, string book, int number, DateTimeOffset now)
        : base(payment) => (PaymentId, Payment, Book, Number, IssuedAt) = (payment.Id, payment, book, number, now);

    // Without letters and digits that are read for one another.
    private const string Signs = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

    public Guid PaymentId { get; private set; }

    public Payment Payment { get; private set; } = null!;

    public string Book { get; private set; } = "";

    public int Number { get; private set; }

    /// <summary>Printed on the receipt: whoever holds it can ask whether it is real; nobody can guess it (59 bits).</summary>
    public string Code { get; private set; } = NewCode();

    public DateTimeOffset IssuedAt { get; private set; }

    /// <summary>How often staff printed the receipt; counted in the database, so that two prints at once count as two.</summary>
    public int PrintCount { get; private set; }

    /// <summary>As printed, such as A-000123.</summary>
    public string Display => Format(Book, Number);

    /// <summary>A code that nobody can guess.</summary>
    public static string NewCode() => RandomNumberGenerator.GetString(Signs, CodeLength);

    /// <summary>How a number is written, such as A-000123.</summary>
    public static string Format(string book, int number) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{book}-{number:000000}");
}

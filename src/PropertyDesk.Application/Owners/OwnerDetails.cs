using PropertyDesk.Domain;
using PropertyDesk.Domain.Communities;
using PropertyDesk.Domain.Metering;
using PropertyDesk.Domain.Owners;
using PropertyDesk.Domain.Payments;

namespace PropertyDesk.Application.Owners;

/// <summary>Everything the desk asks about an owner, on one page. Personal data is masked.</summary>
/// <param name="Billed">Of all published bills.</param>
/// <param name="Prepaid">In all purses.</param>
public sealed record OwnerDetails(
    Guid Id,
    string Name,
    OwnerKind Kind,
    string Community,
    MaskedContact Contact,
    Money Billed,
    Money Outstanding,
    Money Overdue,
    Money Prepaid,
    IReadOnlyList<OwnerUnit> Units,
    IReadOnlyList<OwnerParking> Parking,
    IReadOnlyList<OwnerMeter> Meters,
    IReadOnlyList<OwnerBill> Bills,
    IReadOnlyList<OwnerPayment> Payments);

/// <summary>Contact data with its middle hidden.</summary>
/// <param name="HasLogin">The owner can log in to the portal.</param>
public sealed record MaskedContact(string Phone, string Email, string IdNumber, bool HasLogin);

/// <param name="To">Last day of the ownership; none while it lasts.</param>
public sealed record OwnerUnit(Guid UnitId, string Code, string Building, decimal Area, UnitKind Kind, UnitStatus Status, DateOnly From, DateOnly? To, decimal Share);

/// <summary>A parking space in use, or used before.</summary>
public sealed record OwnerParking(string Space, ParkingSpaceKind Kind, string Unit, string? Plate, Money MonthlyFee, DateOnly From, DateOnly? To);

/// <summary>A meter with its last readings, newest first.</summary>
public sealed record OwnerMeter(Guid Id, string Number, MeterKind Kind, string Unit, decimal Multiplier, IReadOnlyList<OwnerReading> Readings);

/// <param name="Use">Since the reading before, multiplied; none for the first.</param>
public sealed record OwnerReading(DateOnly Date, decimal Value, decimal? Use);

public sealed record OwnerBill(Guid Id, string Number, BillingMonth Period, string Unit, DateOnly DueOn, Money Total, Money Paid, Money Outstanding);

public sealed record OwnerPayment(Guid Id, DateOnly PaidOn, PaymentMethod Method, Money Amount, string Cashier, Guid ReceiptId, string Receipt);

using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using PropertyDesk.Domain;

namespace PropertyDesk.Application.Database;

/// <summary>A month is stored as the number yyyymm, which orders and compares natively.</summary>
public sealed class BillingMonthConverter() : ValueConverter<BillingMonth, int>(month => month.Number, number => BillingMonth.FromNumber(number));

/// <summary>Instants go to the database in UTC: PostgreSQL refuses anything else.</summary>
public sealed class UtcConverter() : ValueConverter<DateTimeOffset, DateTimeOffset>(time => time.ToUniversalTime(), time => time.ToUniversalTime());

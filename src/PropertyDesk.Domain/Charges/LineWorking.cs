using System.Text.Json.Serialization;

namespace PropertyDesk.Domain.Charges;

/// <summary>
/// How a bill line was computed: data frozen with the line, from which it can be explained and proved years later, when
/// tariffs, areas and readings have long changed. No personal data of any owner is in it.
/// The names of the kinds are stored with the lines: a name once used keeps its meaning for ever.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "$type")]
[JsonDerivedType(typeof(AreaWorking), "area")]
[JsonDerivedType(typeof(FixedWorking), "fixed")]
[JsonDerivedType(typeof(ParkingWorking), "parking")]
[JsonDerivedType(typeof(OnceWorking), "once")]
[JsonDerivedType(typeof(VacancyWorking), "vacancy")]
[JsonDerivedType(typeof(TransferWorking), "transfer")]
[JsonDerivedType(typeof(PayersWorking), "payers")]
[JsonDerivedType(typeof(MeteredWorking), "metered")]
[JsonDerivedType(typeof(TieredWorking), "tiered")]
[JsonDerivedType(typeof(SharedWorking), "shared")]
[JsonDerivedType(typeof(ReversalWorking), "reversal")]
[JsonDerivedType(typeof(DiscountWorking), "discount")]
[JsonDerivedType(typeof(LateFeeWorking), "lateFee")]
[JsonDerivedType(typeof(MonthsWorking), "months")]
[JsonDerivedType(typeof(PeriodWorking), "period")]
[JsonDerivedType(typeof(CardWorking), "card")]
[JsonDerivedType(typeof(MinimumWorking), "minimum")]
[JsonDerivedType(typeof(FormulaWorking), "formula")]
[JsonDerivedType(typeof(OffsetWorking), "offset")]
[JsonDerivedType(typeof(WaiverWorking), "waiver")]
[JsonDerivedType(typeof(RedEntryWorking), "redEntry")]
[JsonDerivedType(typeof(ServiceWorking), "service")]
public abstract record LineWorking
{
    /// <summary>The result before rounding, as it was when the line was made.</summary>
    public decimal Unrounded { get; init; }

    /// <summary>The amount of the line, as it was when the line was made.</summary>
    public Money Rounded { get; init; }

    /// <summary>Reads what <see cref="ToJson"/> wrote.</summary>
    public static LineWorking FromJson(string json) => WorkingJson.Read(json);

    /// <summary>The amount once more, from the frozen data alone; equals <see cref="Rounded"/> unless somebody changed the data.</summary>
    public virtual Money Recompute() => Money.Round(Compute());

    /// <summary>The result before rounding, from the frozen data alone. Every division comes after the last multiplication.</summary>
    public abstract decimal Compute();

    /// <summary>The form in which the line keeps it.</summary>
    public string ToJson() => WorkingJson.Write(this);
}

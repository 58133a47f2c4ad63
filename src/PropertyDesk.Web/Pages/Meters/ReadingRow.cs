using System.ComponentModel.DataAnnotations;
using PropertyDesk.Application.Metering;

namespace PropertyDesk.Web.Pages.Meters;

/// <summary>A row of the entry form as it was typed, and what was said about it.</summary>
public sealed class ReadingRow
{
    public Guid MeterId { get; set; }

    /// <summary>As typed: what cannot be read must come back unchanged.</summary>
    [StringLength(20)]
    public string? Value { get; set; }

    public bool Confirmed { get; set; }

    public bool Estimated { get; set; }

    /// <summary>Why the row was not stored; null while nothing was said.</summary>
    internal string? Verdict { get; set; }

    /// <summary>A confirmation would help.</summary>
    internal bool MayConfirm { get; set; }

    /// <summary>Null where it is empty or no number.</summary>
    internal NewReading? Read() => ReadingText.Parse(Value) is { } value ? new NewReading(MeterId, value, Confirmed, Estimated) : null;
}

using System.ComponentModel.DataAnnotations;
using PropertyDesk.Application.Dunning;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Dunning;

namespace PropertyDesk.Web.Pages.Dunning;

/// <summary>What a collector notes of a talk.</summary>
public sealed class ContactInput
{
    /// <summary>Made with the form: sent twice, it is noted once.</summary>
    public Guid RequestId { get; set; }

    [Required(ErrorMessage = "请选择联系结果。")]
    public CallOutcome? Outcome { get; set; }

    /// <summary>The bills that the reason and the promise are about.</summary>
    [MaxLength(500)]
    public List<Guid> Bills { get; set; } = [];

    public ArrearsReason? Reason { get; set; }

    [StringLength(200)]
    public string? ReasonText { get; set; }

    public decimal? PromiseAmount { get; set; }

    public DateOnly? PromiseUntil { get; set; }

    public DateOnly? Again { get; set; }

    [StringLength(500)]
    public string? Note { get; set; }

    internal ContactReport Read() => new(
        RequestId, Outcome!.Value, Bills, Reason, ReasonText, PromiseAmount is { } yuan ? Money.Exact(yuan) : null, PromiseUntil, Again, Note);
}

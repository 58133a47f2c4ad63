using System.ComponentModel.DataAnnotations;
using PropertyDesk.Application.Incidents;

namespace PropertyDesk.Web.Pages.Tickets.Incidents;

/// <summary>What is said of a mass failure, as it is typed.</summary>
public sealed class SayingInput
{
    [Required(ErrorMessage = "请填写标题。"), StringLength(60)]
    public string? Title { get; set; }

    [Required(ErrorMessage = "请写接听口径。"), StringLength(500)]
    public string? Says { get; set; }

    /// <summary>In the company's time.</summary>
    public DateTime? ExpectedBy { get; set; }

    public IncidentSaying ToSaying() => new(Title, Says, ExpectedBy);
}

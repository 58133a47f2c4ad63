using PropertyDesk.Domain.Corrections;

namespace PropertyDesk.Domain.Incidents;

/// <summary>What a row of a mass failure's history tells.</summary>
public enum IncidentStepKind
{
    Opened,

    /// <summary>Other words, or another hour.</summary>
    Changed,

    /// <summary>A notice was drafted.</summary>
    Announced,

    Ended,
}

/// <summary>One row of a mass failure's history; append only.</summary>
public sealed class IncidentStep : CommunityOwned
{
    private IncidentStep()
    {
    }

    internal IncidentStep(Incident incident, IncidentStepKind kind, string text, Requester by)
        : base(incident) => (IncidentId, Number, Kind, Text, ExpectedBy, By, At) = (incident.Id, incident.Steps + 1, kind, text, incident.ExpectedBy, by.Name, by.At);

    public Guid IncidentId { get; private set; }

    /// <summary>1, 2 … unique: of two people at once one is refused.</summary>
    public int Number { get; private set; }

    public IncidentStepKind Kind { get; private set; }

    /// <summary>What was to be said from then on, the notice's title, or the result.</summary>
    public string Text { get; private set; } = "";

    /// <summary>As it was known then.</summary>
    public DateTimeOffset? ExpectedBy { get; private set; }

    public string By { get; private set; } = "";

    public DateTimeOffset At { get; private set; }
}

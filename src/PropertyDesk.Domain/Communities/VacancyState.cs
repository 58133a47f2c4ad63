namespace PropertyDesk.Domain.Communities;

/// <summary>How far a request for vacancy relief has come.</summary>
public enum VacancyState
{
    Requested,

    Approved,

    Rejected,
}

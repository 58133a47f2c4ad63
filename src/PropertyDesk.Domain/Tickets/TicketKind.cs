namespace PropertyDesk.Domain.Tickets;

/// <summary>What a ticket is about.</summary>
public enum TicketKind
{
    /// <summary>报修</summary>
    Repair,

    /// <summary>投诉</summary>
    Complaint,

    /// <summary>建议</summary>
    Suggestion,

    /// <summary>卫生</summary>
    Hygiene,

    /// <summary>安全</summary>
    Safety,

    /// <summary>其他</summary>
    Other,
}

/// <summary>How long it can wait.</summary>
public enum Urgency
{
    /// <summary>一般</summary>
    Normal,

    /// <summary>紧急</summary>
    Urgent,

    /// <summary>突发: fire, water, somebody in a lift. Its clocks never rest, and everybody on duty is told at once.</summary>
    Emergency,
}

/// <summary>How it came.</summary>
public enum TicketSource
{
    /// <summary>前台</summary>
    Desk,

    /// <summary>电话</summary>
    Telephone,

    /// <summary>业主端</summary>
    Portal,

    /// <summary>巡查: a patrol found it.</summary>
    Patrol,
}

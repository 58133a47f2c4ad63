namespace PropertyDesk.Domain.Accounts;

/// <summary>Whose login a session is: how long it lives follows from that.</summary>
public enum LoginKind
{
    /// <summary>Members of staff and the platform operator.</summary>
    Staff = 1,

    /// <summary>Owners on the portal, and nothing else.</summary>
    Owner,
}

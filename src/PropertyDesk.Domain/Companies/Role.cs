namespace PropertyDesk.Domain.Companies;

/// <summary>What a member may do in a company. The platform operator is no member: see the user's own flag.</summary>
public enum Role
{
    /// <summary>经理</summary>
    Manager = 1,

    /// <summary>财务</summary>
    Finance,

    /// <summary>收费员</summary>
    Collector,

    /// <summary>客服</summary>
    ServiceDesk,

    /// <summary>维修工</summary>
    RepairWorker,

    /// <summary>业主: sees the portal with the own bills only.</summary>
    Owner,

    /// <summary>家人（可缴费）: invited by an owner; sees that owner's bills, pays them and asks about them.</summary>
    FamilyPayer,

    /// <summary>家人（只查看）: invited by an owner; looks, and changes nothing.</summary>
    FamilyViewer,

    /// <summary>门岗: the gate, and the tickets of security; sees no owners and no money.</summary>
    Guard,
}

/// <summary>The kinds of roles: who works for the company, and who speaks for an owner record.</summary>
public static class RoleKinds
{
    /// <summary>Works for the company; every other role hangs on an owner record.</summary>
    public static bool IsStaff(this Role role) => role is not Role.Owner && !role.IsFamily();

    /// <summary>Was let in by an owner.</summary>
    public static bool IsFamily(this Role role) => role is Role.FamilyPayer or Role.FamilyViewer;
}

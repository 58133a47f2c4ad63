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
}

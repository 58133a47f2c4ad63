using Microsoft.AspNetCore.Authorization;

namespace PropertyDesk.Web.Hosting;

/// <summary>For controllers: the permission that their answers need.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class NeedsAttribute(Permission permission) : AuthorizeAttribute(permission.ToString())
{
    public Permission Permission { get; } = permission;
}

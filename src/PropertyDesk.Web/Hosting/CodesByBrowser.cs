using PropertyDesk.Application.Accounts;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Accounts;
using PropertyDesk.Web.Jobs;

namespace PropertyDesk.Web.Hosting;

/// <summary>One-time codes as pages use them: bound to the browser that asks.</summary>
public sealed class CodesByBrowser(OneTimeCodes codes, Contacts contacts, BrowserSecret secret)
{
    /// <summary>Sends a code to an address, if it is proven to be a login's; says nothing either way.</summary>
    /// <exception cref="RuleViolation">It is no address, or codes were asked for too often.</exception>
    public async Task SendAsync(HttpContext context, CodePurpose purpose, string? typed)
    {
        var address = Read(typed);
        await codes.SendAsync(new CodeRequest(purpose, secret.Renew(context), address, NetworkName.Of(context), await contacts.OwnerOfAsync(address)));
        Schedule.StartDeliveries(context.RequestServices);
    }

    /// <summary>Sends a code to an address that a login wants to have.</summary>
    /// <exception cref="RuleViolation">It is no address, codes were asked for too often, or nobody can send it.</exception>
    public async Task SendToAsync(HttpContext context, Guid userId, string? typed)
    {
        if (!await codes.SendAsync(new CodeRequest(CodePurpose.ConfirmContact, secret.Renew(context), Read(typed), NetworkName.Of(context), userId)))
        {
            throw new RuleViolation("您的物业还不能向这样的地址发送验证码，请联系物业。", field: "Input.Address");
        }

        Schedule.StartDeliveries(context.RequestServices);
    }

    /// <exception cref="RuleViolation">It is wrong, used, too old, tried too often, or was asked for in another browser.</exception>
    public async Task<OneTimeCode> UseAsync(HttpContext context, CodePurpose purpose, string? typed) =>
        (secret.Read(context) is { } known ? await codes.UseAsync(purpose, known, typed) : null)
            ?? throw new RuleViolation("验证码不对或已过期。", field: "Input.Code");

    /// <summary>Where the code that is waited for went to, masked; null where none is.</summary>
    public async Task<string?> WaitingAsync(HttpContext context, CodePurpose purpose) =>
        await codes.WaitingAsync(purpose, secret.Read(context)) is { } address ? ContactAddress.Mask(address) : null;

    private static ContactAddress Read(string? typed)
    {
        try
        {
            return ContactAddress.Read(typed);
        }
        catch (RuleViolation rule)
        {
            throw new RuleViolation(rule.Key, field: "Input.Address");
        }
    }
}

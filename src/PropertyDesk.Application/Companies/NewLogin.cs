using System.ComponentModel.DataAnnotations;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Identity;
using PropertyDesk.Application.Search;
using PropertyDesk.Domain;

namespace PropertyDesk.Application.Companies;

/// <summary>What a person chooses to log in with: a mobile number or an e-mail address, and a password.</summary>
public sealed partial record NewLogin(string Login, string Password, string DisplayName)
{
    /// <summary>The login as it is kept: half-width, without spaces and country code.</summary>
    /// <exception cref="RuleViolation">It is neither a mobile number nor an e-mail address.</exception>
    public static string Normalize(string? text)
    {
        var login = UnitText.Plain(text).Replace(" ", "", StringComparison.Ordinal);
        var phone = Mobile().Match(login);
        if (phone.Success)
        {
            return phone.Groups["number"].Value;
        }

        return new EmailAddressAttribute().IsValid(login) ? login : throw new RuleViolation("请填写 11 位手机号或邮箱地址。", field: "Input.Login");
    }

    /// <exception cref="RuleViolation">It is neither a mobile number nor an e-mail address.</exception>
    public DeskUser ToUser()
    {
        var login = Normalize(Login);
        var isEmail = login.Contains('@', StringComparison.Ordinal);
        return new DeskUser
        {
            UserName = login,
            Email = isEmail ? login : null,
            PhoneNumber = isEmail ? null : login,
            DisplayName = Require.Text(DisplayName, "姓名"),
        };
    }

    /// <summary>A refusal by the rules for logins becomes a refusal at the field; its text is translated already.</summary>
    public static void OrRefuse(IdentityResult result, string passwordField = "Input.Password")
    {
        if (result.Errors.FirstOrDefault() is { } error)
        {
            throw new RuleViolation(error.Description, field: error.Code.Contains("Password", StringComparison.Ordinal) ? passwordField : "Input.Login");
        }
    }

    [GeneratedRegex(@"^(\+?86)?(?<number>1[3-9]\d{9})$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Mobile();
}

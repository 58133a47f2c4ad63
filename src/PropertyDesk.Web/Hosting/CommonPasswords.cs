using Microsoft.AspNetCore.Identity;
using PropertyDesk.Application;
using PropertyDesk.Application.Companies;

namespace PropertyDesk.Web.Hosting;

/// <summary>Refuses what an attacker tries first: common passwords, the own login name, one character repeated, simple rows.</summary>
public sealed class CommonPasswords : IPasswordValidator<DeskUser>
{
    private static readonly string[] Rows = ["01234567890123456789", "98765432109876543210", "abcdefghijklmnopqrstuvwxyz", "qwertyuiopasdfghjklzxcvbnm", "1qaz2wsx3edc4rfv5tgb6yhn"];

    private static readonly HashSet<string> Common = new(StringComparer.OrdinalIgnoreCase)
    {
        "password", "password1", "passw0rd", "p@ssw0rd", "p@ssword", "admin123", "administrator", "iloveyou", "sunshine", "princess", "football", "baseball",
        "welcome1", "monkey123", "dragon123", "letmein1", "trustno1", "superman", "starwars", "whatever", "woaini1314", "5201314a", "a123456789", "aa123456",
        "asd123456", "qq123456", "wang1234", "zhang123", "woaini520", "1314520a", "520131400", "propertydesk", "wuye1234", "wuye12345", "yezhu123", "abc12345",
        "abcd1234", "1234abcd", "qwer1234", "1q2w3e4r", "1q2w3e4r5t", "zaq12wsx", "q1w2e3r4", "changeme", "computer", "internet", "michelle", "jennifer",
    };

    public Task<IdentityResult> ValidateAsync(UserManager<DeskUser> manager, DeskUser user, string? password)
    {
        var text = password ?? "";
        var weak = Common.Contains(text)
            || text.Distinct().Count() < 3
            || Array.Exists(Rows, row => row.Contains(text, StringComparison.OrdinalIgnoreCase))
            || string.Equals(text, user.UserName, StringComparison.OrdinalIgnoreCase)
            || text.Length > 128;
        return Task.FromResult(weak
            ? IdentityResult.Failed(new IdentityError { Code = "CommonPassword", Description = Texts.Of("这个密码太常见，请换一个。") })
            : IdentityResult.Success);
    }
}

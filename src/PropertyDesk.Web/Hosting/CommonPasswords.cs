using Microsoft.AspNetCore.Identity;
using PropertyDesk.Application;
using PropertyDesk.Application.Companies;

namespace PropertyDesk.Web.Hosting;

/// <summary>Refuses what an attacker tries first: common passwords, words of the trade, the own login name, repetitions and rows.</summary>
public sealed class CommonPasswords : IPasswordValidator<DeskUser>
{
    public const int MaximumLength = 128;

    private static readonly string[] Rows = ["01234567890123456789", "98765432109876543210", "abcdefghijklmnopqrstuvwxyz", "qwertyuiopasdfghjklzxcvbnm", "1qaz2wsx3edc4rfv5tgb6yhn"];

    // What the general list does not know: the trade's words and what is liked in Chinese.
    private static readonly string[] Local =
    [
        "propertydesk", "wuye1234", "wuye12345", "wuye123456", "yezhu123", "yezhu1234", "admin1234", "woaini1314", "woaini520", "woaini521",
        "5201314a", "1314520a", "520131400", "wang1234", "zhang123", "a123456789", "aa123456", "asd123456", "qq123456", "abcd1234",
    ];

    private static readonly Lazy<HashSet<string>> Common = new(Load);

    public Task<IdentityResult> ValidateAsync(UserManager<DeskUser> manager, DeskUser user, string? password)
    {
        var text = password ?? "";
        var result = text.Length > MaximumLength ? Refused("PasswordTooLong", "密码最多 128 个字符。")
            : IsCommon(text) || string.Equals(text, user.UserName, StringComparison.OrdinalIgnoreCase) ? Refused("PasswordCommon", "这个密码太常见，请换一个。")
            : IdentityResult.Success;
        return Task.FromResult(result);
    }

    private static bool IsCommon(string text) =>
        Common.Value.Contains(text)
        || text.Distinct().Count() < 3
        || Array.Exists(Rows, row => row.Contains(text, StringComparison.OrdinalIgnoreCase));

    private static IdentityResult Refused(string code, string message) => IdentityResult.Failed(new IdentityError { Code = code, Description = Texts.Of(message) });

    private static HashSet<string> Load()
    {
        using var file = typeof(CommonPasswords).Assembly.GetManifestResourceStream("PropertyDesk.Web.Hosting.common-passwords.txt")
            ?? throw new InvalidOperationException("The list of common passwords is not in the program.");
        using var reader = new StreamReader(file);
        return new HashSet<string>([.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries), .. Local], StringComparer.OrdinalIgnoreCase);
    }
}

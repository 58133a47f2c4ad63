using System.ComponentModel.DataAnnotations;

namespace PropertyDesk.Web.Pages.Account;

/// <summary>What is typed to get a one-time code, and to use it; each form asks for what its step needs.</summary>
public class CodeInput
{
    [StringLength(200, ErrorMessage = "最多 {1} 个字符。")]
    public string? Address { get; set; }

    [StringLength(40, ErrorMessage = "最多 {1} 个字符。")]
    public string? Code { get; set; }
}

using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using PropertyDesk.Application.Companies;
using PropertyDesk.Domain;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Account;

/// <summary>The first login of an empty installation. There as long as nobody can log in, for whoever has the printed code.</summary>
[EnableRateLimiting(DeskLimits.Login)]
public sealed class SetupModel(FirstOperator first, SetupCode code, SignIns signIns) : DeskPage
{
    [BindProperty]
    public FirstLogin Input { get; set; } = new();

    public override async Task LoadAsync()
    {
        if (!await first.IsMissingAsync())
        {
            throw new NotFoundException("Setup");
        }
    }

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        await LoadAsync();
        if (!ModelState.IsValid)
        {
            return Page();
        }

        if (!code.Matches(Input.Code))
        {
            throw new RuleViolation("代码不对或已过期；重新启动程序会显示新的代码。", field: "Input.Code");
        }

        var user = await first.CreateAsync(new NewLogin(Input.Login, Input.Password, Input.Name));
        code.End();
        await signIns.StartAsync(HttpContext, user, strong: false);
        return LocalRedirect("/platform");
    }

    public sealed class FirstLogin
    {
        [Required(ErrorMessage = "此项必填。")]
        [StringLength(40, ErrorMessage = "最多 {1} 个字符。")]
        public string Code { get; set; } = "";

        [Required(ErrorMessage = "请填写姓名。")]
        [StringLength(100, ErrorMessage = "最多 {1} 个字符。")]
        public string Name { get; set; } = "";

        [Required(ErrorMessage = "请填写手机号或邮箱。")]
        [StringLength(200, ErrorMessage = "最多 {1} 个字符。")]
        public string Login { get; set; } = "";

        [Required(ErrorMessage = "请填写密码。")]
        [StringLength(CommonPasswords.MaximumLength, ErrorMessage = "最多 {1} 个字符。")]
        public string Password { get; set; } = "";

        [Compare(nameof(Password), ErrorMessage = "两次输入的密码不一致。")]
        public string Repeat { get; set; } = "";
    }
}

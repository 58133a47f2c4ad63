using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Deliveries;
using PropertyDesk.Domain.Deliveries;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Deliveries.Settings;

/// <summary>Sets the mail server up and tries it. The password goes in and never comes out again.</summary>
public sealed class MailModel(DeliverySetup setup, DeliveryQueue queue, Dispatch dispatch) : DeskPage
{
    [BindProperty]
    public MailInput Input { get; set; } = new();

    public bool HasAccount { get; private set; }

    public bool HasSecret { get; private set; }

    public override async Task LoadAsync()
    {
        var account = await setup.MailAsync();
        (HasAccount, HasSecret) = (account is not null, account?.ProtectedPassword is not null);
    }

    public async Task OnGetAsync()
    {
        await LoadAsync();
        if (await setup.MailAsync() is { } account)
        {
            Input = new MailInput
            {
                Host = account.Host,
                Port = account.Port,
                Security = account.Security,
                UserName = account.UserName,
                FromAddress = account.FromAddress,
                FromName = account.FromName,
                ReplyTo = account.ReplyTo,
                IsOn = account.IsOn,
            };
        }
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid)
        {
            await LoadAsync();
            return Page();
        }

        var server = new MailServer(Input.Host, Input.Port, Input.Security, Input.UserName, Input.FromAddress, Input.FromName, Input.ReplyTo);
        await setup.ChangeMailAsync(server, string.IsNullOrEmpty(Input.Password) ? null : Input.Password, Input.IsOn);
        Say(Texts.Of("邮件设置已保存。"));
        return RedirectToPage();
    }

    /// <summary>A row like every message; urgent ones go first, so this turn sends it and its page says what came of it.</summary>
    public async Task<IActionResult> OnPostTestAsync(string? address, CancellationToken cancel)
    {
        var message = await queue.TestMailAsync(address);
        await dispatch.RunAsync(cancel);
        return RedirectToPage("/Deliveries/Details", new { id = message });
    }

    public sealed class MailInput
    {
        [StringLength(200)]
        public string? Host { get; set; }

        public int Port { get; set; } = 465;

        public MailSecurity Security { get; set; }

        [StringLength(200)]
        public string? UserName { get; set; }

        [StringLength(200)]
        public string? Password { get; set; }

        [StringLength(200)]
        public string? FromAddress { get; set; }

        [StringLength(60)]
        public string? FromName { get; set; }

        [StringLength(200)]
        public string? ReplyTo { get; set; }

        public bool IsOn { get; set; } = true;
    }
}

using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Deliveries;
using PropertyDesk.Domain.Deliveries;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Deliveries.Settings;

/// <summary>Sets the SMS account up. The secret goes in and never comes out again.</summary>
public sealed class SmsModel(DeliverySetup setup) : DeskPage
{
    [BindProperty]
    public SmsInput Input { get; set; } = new();

    public bool HasSecret { get; private set; }

    public string? ReceiptAddress { get; private set; }

    public override async Task LoadAsync() => (HasSecret, ReceiptAddress) = (await setup.SmsAsync() is not null, await setup.ReceiptAddressAsync());

    public async Task OnGetAsync()
    {
        await LoadAsync();
        if (await setup.SmsAsync() is { } account)
        {
            Input = new SmsInput
            {
                Provider = account.Provider,
                KeyId = account.KeyId,
                SignName = account.SignName,
                AppId = account.AppId,
                PricePerPart = account.PricePerPart,
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

        var identity = new SmsIdentity(Input.Provider, Input.KeyId, Input.SignName, Input.AppId, Input.PricePerPart);
        await setup.ChangeSmsAsync(identity, string.IsNullOrWhiteSpace(Input.Secret) ? null : Input.Secret, Input.IsOn);
        Say(Texts.Of("短信设置已保存。"));
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostRenewAsync()
    {
        await setup.RenewReceiptAddressAsync();
        Say(Texts.Of("回执地址已更换，请到服务商控制台修改。"));
        return RedirectToPage();
    }

    public sealed class SmsInput
    {
        public SmsProvider Provider { get; set; }

        [StringLength(100)]
        public string? KeyId { get; set; }

        [StringLength(200)]
        public string? Secret { get; set; }

        [StringLength(40)]
        public string? SignName { get; set; }

        [StringLength(40)]
        public string? AppId { get; set; }

        public decimal PricePerPart { get; set; } = 0.045m;

        public bool IsOn { get; set; } = true;
    }
}

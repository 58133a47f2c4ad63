using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Deliveries;
using PropertyDesk.Domain.Deliveries;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Deliveries.Settings;

/// <summary>How the company sends: order of channels, quiet hours, limits.</summary>
public sealed class IndexModel(DeliverySetup setup) : DeskPage
{
    [BindProperty]
    public SettingsInput Input { get; set; } = new();

    public MailAccount? Mail { get; private set; }

    public SmsAccount? Sms { get; private set; }

    public int CodesToday { get; private set; }

    public override async Task LoadAsync()
    {
        CodesToday = await setup.CodesTodayAsync();
        (Mail, Sms) = (await setup.MailAsync(), await setup.SmsAsync());
        Input.Order = [.. Input.Order.Concat(Enumerable.Repeat<DeliveryChannel?>(null, Enum.GetValues<DeliveryChannel>().Length)).Take(Enum.GetValues<DeliveryChannel>().Length)];
    }

    public async Task OnGetAsync()
    {
        var now = await setup.SettingsAsync();
        Input = new SettingsInput
        {
            Order = [.. now.Channels],
            QuietFrom = now.QuietFrom,
            QuietUntil = now.QuietUntil,
            EmailsPerMinute = now.EmailsPerMinute,
            SmsPerMinute = now.SmsPerMinute,
            EmailsPerRecipient = now.EmailsPerRecipient,
            SmsPerRecipient = now.SmsPerRecipient,
            SmsCodesPerDay = now.SmsCodesPerDay,
            Language = now.Language,
        };
        await LoadAsync();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid)
        {
            await LoadAsync();
            return Page();
        }

        await setup.ChangeAsync(
            [.. Input.Order.Where(c => c is not null).Select(c => c!.Value)], new QuietHours(Input.QuietFrom, Input.QuietUntil),
            new DeliveryLimits(Input.EmailsPerMinute, Input.SmsPerMinute, Input.EmailsPerRecipient, Input.SmsPerRecipient, Input.SmsCodesPerDay), Input.Language);
        Say(Texts.Of("发送设置已保存。"));
        return RedirectToPage();
    }

    public sealed class SettingsInput
    {
        public List<DeliveryChannel?> Order { get; set; } = [];

        public TimeOnly QuietFrom { get; set; }

        public TimeOnly QuietUntil { get; set; }

        [Range(DeliverySettings.LeastPerMinute, DeliverySettings.MostPerMinute, ErrorMessage = "每分钟上限须为 6 到 6000。")]
        public int EmailsPerMinute { get; set; }

        [Range(DeliverySettings.LeastPerMinute, DeliverySettings.MostPerMinute, ErrorMessage = "每分钟上限须为 6 到 6000。")]
        public int SmsPerMinute { get; set; }

        [Range(1, 50, ErrorMessage = "每人每天上限须为 1 到 50。")]
        public int EmailsPerRecipient { get; set; }

        [Range(1, 50, ErrorMessage = "每人每天上限须为 1 到 50。")]
        public int SmsPerRecipient { get; set; }

        [Range(1, DeliverySettings.MostCodesPerDay, ErrorMessage = "每天短信验证码上限须为 1 到 100000。")]
        public int SmsCodesPerDay { get; set; }

        public DeliveryLanguage Language { get; set; }
    }
}

using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Channels;
using PropertyDesk.Domain.Channels;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Channels;

/// <summary>Sets a merchant account up. What is secret goes in and never comes out again.</summary>
public sealed class EditModel(ChannelAccounts accounts, ChannelAddresses addresses, CurrentCompany current) : DeskPage
{
    [BindProperty(SupportsGet = true)]
    public ChannelKind Kind { get; set; }

    [BindProperty]
    public AccountInput Input { get; set; } = new();

    public bool HasSecrets { get; private set; }

    public string NotifyAddress => addresses.Notify(Kind, current.Require());

    public bool HasAppSecret { get; private set; }

    /// <summary>Of which WeChat must know the host.</summary>
    public string ReturnAddress => addresses.WeChat(current.Slug);

    public override async Task LoadAsync()
    {
        var account = await accounts.FindAsync(Kind);
        (HasSecrets, HasAppSecret) = (account is not null, account?.ProtectedAppSecret is not null);
    }

    public async Task<IActionResult> OnGetAsync()
    {
        if (!Enum.IsDefined(Kind) || !ModelState.IsValid)
        {
            return NotFound();
        }

        await LoadAsync();
        if (await accounts.FindAsync(Kind) is { } account)
        {
            Input = new AccountInput
            {
                MerchantId = account.MerchantId,
                AppId = account.AppId,
                CertificateSerial = account.CertificateSerial,
                ChannelKeyId = account.ChannelKeyId,
                ChannelKey = account.ChannelKey,
                OtherChannelKeyId = account.OtherChannelKeyId,
                OtherChannelKey = account.OtherChannelKey,
                IsDirect = account.IsDirect,
                IsOffered = account.IsOffered,
            };
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid)
        {
            await LoadAsync();
            return Page();
        }

        var identity = new ChannelIdentity(
            Input.MerchantId, Input.AppId, Input.CertificateSerial, Input.ChannelKeyId, Input.ChannelKey, Input.OtherChannelKeyId, Input.OtherChannelKey, Input.IsDirect);
        await accounts.ChangeAsync(Kind, identity, OrNull(Input.PrivateKey), OrNull(Input.ApiKey), Input.IsOffered, OrNull(Input.AppSecret));
        Say(Texts.Of("{0}商户已保存。", Words.Of(Kind)));
        return RedirectToPage("Index");
    }

    private static string? OrNull(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;

    public sealed class AccountInput
    {
        [StringLength(64)]
        public string? MerchantId { get; set; }

        [StringLength(64)]
        public string? AppId { get; set; }

        [StringLength(64)]
        public string? CertificateSerial { get; set; }

        [StringLength(64)]
        public string? ChannelKeyId { get; set; }

        [StringLength(4000)]
        public string? ChannelKey { get; set; }

        [StringLength(8000)]
        public string? PrivateKey { get; set; }

        [StringLength(32)]
        public string? ApiKey { get; set; }

        [StringLength(64)]
        public string? OtherChannelKeyId { get; set; }

        [StringLength(4000)]
        public string? OtherChannelKey { get; set; }

        [StringLength(64)]
        public string? AppSecret { get; set; }

        public bool IsDirect { get; set; }

        public bool IsOffered { get; set; } = true;
    }
}

using Microsoft.EntityFrameworkCore;
using PropertyDesk.Domain.Deliveries;

namespace PropertyDesk.Application.Deliveries;

/// <summary>What a company has set up for sending, read once for many messages.</summary>
internal sealed class DeliveryWays
{
    private readonly bool _mail;
    private readonly bool _sms;
    private readonly Dictionary<(DeliveryKind, DeliveryChannel, DeliveryLanguage), TemplateWords> _words;

    private DeliveryWays(DeliverySettings? settings, bool mail, bool sms, Dictionary<(DeliveryKind, DeliveryChannel, DeliveryLanguage), TemplateWords> words)
    {
        (Order, Language) = (settings?.Channels ?? DeliverySettings.UsualOrder, settings?.Language ?? DeliveryLanguage.Chinese);
        SmsCodesPerDay = settings?.SmsCodesPerDay ?? DeliverySettings.UsualCodesPerDay;
        (_mail, _sms, _words) = (mail, sms, words);
    }

    public IReadOnlyList<DeliveryChannel> Order { get; }

    public DeliveryLanguage Language { get; }

    public int SmsCodesPerDay { get; }

    public static async Task<DeliveryWays> OfAsync(DeskDbContext db, CancellationToken cancel)
    {
        var settings = await db.DeliverySettings.AsNoTracking().FirstOrDefaultAsync(cancel);
        return new DeliveryWays(
            settings,
            await db.MailAccounts.AnyAsync(a => a.IsOn, cancel), await db.SmsAccounts.AnyAsync(a => a.IsOn, cancel),
            await db.DeliveryTemplates.AsNoTracking().ToDictionaryAsync(t => (t.Kind, t.Channel, t.Language), t => t.Words, cancel));
    }

    /// <summary>The company's words, or the shipped ones.</summary>
    public TemplateWords Words(DeliveryKind kind, DeliveryChannel channel, DeliveryLanguage language) =>
        _words.GetValueOrDefault((kind, channel, language)) ?? ShippedWords.Of(kind, channel, language);

    /// <summary>Whether the company has set up a channel for such messages.</summary>
    public bool CanSend(DeliveryKind kind, DeliveryChannel channel, DeliveryLanguage language) => Closed(kind, channel, language) is null;

    /// <summary>The channel of a message, with what was passed over in words.</summary>
    public DeliveryRoute Route(DeliveryKind kind, DeliveryLanguage language, DeliveryPreference? preference, Reach reach)
    {
        var (channel, address, passed) = DeliveryRouting.Choose(
            Order, preference, reach, c => Closed(kind, c, language), kind == DeliveryKind.UrgentNotice ? DeliveryChannel.Sms : null);
        var reason = passed.Count == 0 ? null : string.Join("；", passed.Select(p => Texts.Of("{0}：{1}", Application.Words.Of(p.Channel), Texts.Of(p.Why))));
        return new DeliveryRoute(channel, address, reason);
    }

    private string? Closed(DeliveryKind kind, DeliveryChannel channel, DeliveryLanguage language) => channel switch
    {
        _ when !kind.GoesBy(channel) => "这类消息不走此渠道",
        DeliveryChannel.Email when !_mail => "公司未设置邮件服务器",
        DeliveryChannel.Sms when !_sms => "公司未设置短信账户",
        DeliveryChannel.Sms when Words(kind, channel, language).Code is null => "短信模板没有服务商编号",
        _ => null,
    };
}

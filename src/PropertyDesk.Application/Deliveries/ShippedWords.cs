using PropertyDesk.Domain.Deliveries;

namespace PropertyDesk.Application.Deliveries;

/// <summary>The words that messages have until a company writes its own.</summary>
public static class ShippedWords
{
    /// <summary>Of an SMS the provider's code is missing: without one it cannot be sent.</summary>
    public static TemplateWords Of(DeliveryKind kind, DeliveryChannel channel, DeliveryLanguage language)
    {
        var (subject, text) = language == DeliveryLanguage.English ? English(kind) : Chinese(kind);
        return channel switch
        {
            DeliveryChannel.Email when kind.IsAboutLogin() => new(subject, text, null, [], AttachesBill: false),
            DeliveryChannel.Sms when kind.IsAboutLogin() => new("", text, null, TemplateText.PlacesOf(kind), AttachesBill: false),
            DeliveryChannel.Email when DeliveryKinds.OfNotices.Contains(kind) => new(subject, text + "\n\n{text}\n\n{link}\n\n{company}\n{phone}", null, [], AttachesBill: false),
            DeliveryChannel.Sms when DeliveryKinds.OfNotices.Contains(kind) => new("", text, null, ["community", "title", "summary"], AttachesBill: false),
            DeliveryChannel.Email => new(subject, language == DeliveryLanguage.English ? EnglishLetter(text) : ChineseLetter(text), null, [], AttachesBill: kind == DeliveryKind.BillIssued),
            DeliveryChannel.Sms => new("", text, null, kind == DeliveryKind.PayLink ? ["owner", "unit", "month", "open", "link"] : ["owner", "unit", "month", "open", "due"], AttachesBill: false),
            _ => new(subject, text, null, [], AttachesBill: false),
        };
    }

    private static (string Subject, string Text) Chinese(DeliveryKind kind) => kind switch
    {
        DeliveryKind.DueSoon => ("{community} {unit} {month} 账单即将到期", "{owner}您好，{unit} {month} 物业账单还有 {open} 待缴，请在 {due} 前缴纳。"),
        DeliveryKind.DueToday => ("{community} {unit} {month} 账单今天到期", "{owner}您好，{unit} {month} 物业账单今天到期，还有 {open} 待缴，请今天缴纳。"),
        DeliveryKind.Overdue => ("{community} {unit} {month} 账单已逾期", "{owner}您好，{unit} {month} 物业账单已于 {due} 到期，还有 {open} 未缴，请尽快缴纳。如有疑问请联系物业。"),
        DeliveryKind.PayLink => ("{community} {unit} 缴费链接", "{owner}您好，{unit} {month} 物业账单还有 {open} 待缴，可在此重新支付：{link}"),
        DeliveryKind.OneTimeCode => ("验证码 {code}", "{purpose}验证码 {code}，{minutes} 分钟内有效。请勿告诉他人，物业人员不会索要。"),
        DeliveryKind.AccountNotice => ("账号安全通知", "{notice}"),
        DeliveryKind.Notice => ("{community}通知：{title}", "{community}通知：{title}。{summary}"),
        DeliveryKind.Survey => ("{community}问卷：{title}", "{owner}您好，{community}请您填一份问卷：{title}。{summary}"),
        DeliveryKind.Answer => ("{community}：{title}", "{owner}您好，{title}。{summary}"),
        DeliveryKind.UrgentNotice => ("【紧急】{community}：{title}", "紧急通知：{community}{title}。{summary}"),
        _ => ("{community} {unit} {month} 物业账单", "{owner}您好，{unit} {month} 物业账单已出，应缴 {amount}，待付 {open}，请在 {due} 前缴纳。"),
    };

    private static (string Subject, string Text) English(DeliveryKind kind) => kind switch
    {
        DeliveryKind.DueSoon => ("{community} {unit}: bill of {month} is due soon", "Dear {owner}, {open} of your bill for {unit}, {month}, is still open. Please pay by {due}."),
        DeliveryKind.DueToday => ("{community} {unit}: bill of {month} is due today", "Dear {owner}, {open} of your bill for {unit}, {month}, is due today. Please pay today."),
        DeliveryKind.Overdue => ("{community} {unit}: bill of {month} is overdue", "Dear {owner}, your bill for {unit}, {month}, was due on {due}; {open} is still open. Please pay soon, or ask us if something is unclear."),
        DeliveryKind.PayLink => ("{community} {unit}: link for paying", "Dear {owner}, {open} of your bill for {unit}, {month}, is still open. You can pay it again here: {link}"),
        DeliveryKind.OneTimeCode => ("Code {code}", "{purpose}: code {code}, valid for {minutes} minutes. Tell nobody; the property office never asks for it."),
        DeliveryKind.AccountNotice => ("A change to your account", "{notice}"),
        DeliveryKind.Notice => ("{community}: {title}", "{community}: {title}. {summary}"),
        DeliveryKind.Survey => ("{community}: {title}", "Dear {owner}, {community} asks for your opinion: {title}. {summary}"),
        DeliveryKind.Answer => ("{community}: {title}", "Dear {owner}, {title}. {summary}"),
        DeliveryKind.UrgentNotice => ("Urgent, {community}: {title}", "Urgent, {community}: {title}. {summary}"),
        _ => ("{community} {unit}: bill of {month}", "Dear {owner}, your bill for {unit}, {month}, is {amount}, of which {open} is open. Please pay by {due}."),
    };

    private static string ChineseLetter(string text) => text + "\n\n账单号：{number}\n查看明细、缴费：{link}\n\n{company}\n{phone}";

    private static string EnglishLetter(string text) => text + "\n\nBill: {number}\nDetails and payment: {link}\n\n{company}\n{phone}";
}

using System.Globalization;
using PropertyDesk.Domain.Accounts;
using PropertyDesk.Domain.Deliveries;

namespace PropertyDesk.Application;

/// <summary>The words of messages to owners.</summary>
public static partial class Words
{
    public static string Of(DeliveryKind kind) => kind switch
    {
        DeliveryKind.BillIssued => Texts.Of("新账单通知"),
        DeliveryKind.DueSoon => Texts.Of("到期前提醒"),
        DeliveryKind.DueToday => Texts.Of("到期日提醒"),
        DeliveryKind.Overdue => Texts.Of("逾期通知"),
        DeliveryKind.Survey => Texts.Of("问卷邀请"),
        DeliveryKind.Answer => Texts.Of("回复通知"),
        DeliveryKind.Report => Texts.Of("定时报表"),
        DeliveryKind.PayLink => Texts.Of("支付链接"),
        DeliveryKind.Test => Texts.Of("测试"),
        DeliveryKind.OneTimeCode => Texts.Of("验证码"),
        DeliveryKind.AccountNotice => Texts.Of("账号安全通知"),
        DeliveryKind.Notice => Texts.Of("通知公告"),
        DeliveryKind.UrgentNotice => Texts.Of("紧急通知"),
        _ => kind.ToString(),
    };

    public static string Of(DeliveryState state) => state switch
    {
        DeliveryState.Queued => Texts.Of("待发送"),
        DeliveryState.Sending => Texts.Of("发送中"),
        DeliveryState.Sent => Texts.Of("已发出"),
        DeliveryState.Delivered => Texts.Of("已送达"),
        DeliveryState.Failed => Texts.Of("失败"),
        DeliveryState.GivenUp => Texts.Of("已放弃"),
        DeliveryState.Uncertain => Texts.Of("不确定"),
        DeliveryState.Unreachable => Texts.Of("无法联系"),
        _ => state.ToString(),
    };

    public static string Of(DeliveryChannel channel) => channel switch
    {
        DeliveryChannel.Portal => Texts.Of("业主端"),
        DeliveryChannel.Email => Texts.Of("邮件"),
        DeliveryChannel.Sms => Texts.Of("短信"),
        DeliveryChannel.Print => Texts.Of("纸质送达"),
        DeliveryChannel.Phone => Texts.Of("电话"),
        _ => channel.ToString(),
    };

    public static string Of(DeliveryEventKind kind) => kind switch
    {
        DeliveryEventKind.Sent => Texts.Of("已发出"),
        DeliveryEventKind.PutOff => Texts.Of("稍后再试"),
        DeliveryEventKind.Refused => Texts.Of("被拒绝"),
        DeliveryEventKind.Lost => Texts.Of("中断"),
        DeliveryEventKind.Delivered => Texts.Of("已送达"),
        DeliveryEventKind.NotDelivered => Texts.Of("未送达"),
        DeliveryEventKind.Asked => Texts.Of("已查询"),
        DeliveryEventKind.GivenUp => Texts.Of("已放弃"),
        DeliveryEventKind.Ordered => Texts.Of("要求重发"),
        _ => kind.ToString(),
    };

    public static string Of(DeliveryLanguage language) => language == DeliveryLanguage.English ? "English" : "中文";

    public static string Of(SmsProvider provider) => provider == SmsProvider.Tencent ? Texts.Of("腾讯云") : Texts.Of("阿里云");

    public static string Of(MailSecurity security) => security switch
    {
        MailSecurity.Tls => Texts.Of("TLS（465 端口）"),
        MailSecurity.StartTls => Texts.Of("STARTTLS（587 端口）"),
        MailSecurity.None => Texts.Of("不加密（仅限内网中继）"),
        _ => security.ToString(),
    };

    /// <summary>What a place in a template stands for.</summary>
    public static string OfPlace(string place) => place switch
    {
        "owner" => Texts.Of("业主姓名"),
        "company" => Texts.Of("公司名称"),
        "community" => Texts.Of("小区"),
        "unit" => Texts.Of("房号"),
        "month" => Texts.Of("账单月份"),
        "number" => Texts.Of("账单号"),
        "amount" => Texts.Of("应缴"),
        "open" => Texts.Of("待付"),
        "due" => Texts.Of("到期日"),
        "phone" => Texts.Of("小区电话"),
        "link" => Texts.Of("链接"),
        "title" => Texts.Of("标题"),
        "summary" => Texts.Of("摘要"),
        "text" => Texts.Of("正文"),
        "when" => Texts.Of("时间"),
        "purpose" => Texts.Of("用途"),
        "code" => Texts.Of("验证码"),
        "minutes" => Texts.Of("有效分钟数"),
        "notice" => Texts.Of("通知内容"),
        _ => place,
    };

    /// <summary>An example of what stands in a place of messages about logins and notices.</summary>
    public static string ExampleOf(string place) => place switch
    {
        "owner" => Texts.Of("业主姓名"),
        "title" => Texts.Of("停水通知"),
        "summary" => Texts.Of("水箱清洗，请提前储水。"),
        "text" => Texts.Of("因清洗水箱，届时停水，请提前储水。"),
        "when" => "2025-05-20 09:00–17:00",
        "community" => Texts.Of("小区"),
        "company" => Texts.Of("公司名称"),
        "phone" => "021-12345678",
        "purpose" => Of(CodePurpose.SignIn),
        "code" => "123456",
        "minutes" => OneTimeCode.Lifetime.TotalMinutes.ToString(CultureInfo.InvariantCulture),
        "notice" => Texts.Of("您的账号已启用验证器。如非本人操作，请立即联系物业。"),
        _ => place,
    };
}

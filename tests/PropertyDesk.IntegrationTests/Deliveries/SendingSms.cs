using System.Net;
using System.Text;
using PropertyDesk.Application.Deliveries;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Deliveries;

namespace PropertyDesk.IntegrationTests.Deliveries;

/// <summary>SMS through both providers, whose signatures are checked by other code: none is ever sent twice by itself.</summary>
[Collection(nameof(DeliveryRig))]
public sealed class SendingSms
{
    public static TheoryData<SmsProvider> Providers => [SmsProvider.Aliyun, SmsProvider.Tencent];

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task A_message_goes_out_signed_and_costs_what_it_costs(SmsProvider provider)
    {
        await using var rig = await OpenAsync(provider);
        var id = (await rig.QueueAsync(DeliveryChannel.Sms))[0];

        await rig.TurnAsync();

        var taken = Assert.Single(rig.Sms.Taken);
        var message = await rig.SeeAsync(id);
        Assert.Empty(rig.Sms.Refused);
        Assert.Equal((DeliveryState.Sent, taken.Number, id.ToString("n")), (message.State, message.ProviderId, taken.Reference));
        Assert.Equal(provider == SmsProvider.Aliyun ? ("13800000000", """{"owner":"业主1","open":"¥12.00"}""") : ("+8613800000000", """["业主1","¥12.00"]"""), (taken.Phone, Plain(taken.Parameters)));
        // Tencent counts two parts, Aliyun does not say: its short message is one.
        Assert.Equal(provider == SmsProvider.Aliyun ? (1, new Money(5)) : (2, new Money(9)), (message.Parts, message.Cost));
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task A_lost_answer_is_asked_for_and_never_sent_again(SmsProvider provider)
    {
        await using var rig = await OpenAsync(provider);
        rig.Sms.LoseAnswers = 1;
        var id = (await rig.QueueAsync(DeliveryChannel.Sms))[0];
        await rig.TurnAsync();
        Assert.Equal(DeliveryState.Uncertain, (await rig.SeeAsync(id)).State);
        rig.Sms.Taken[0].Status = 3;

        rig.Desk.Clock.Advance(TimeSpan.FromMinutes(1));
        await rig.TurnAsync();

        Assert.Equal((DeliveryState.Delivered, 1, 1), ((await rig.SeeAsync(id)).State, rig.Sms.Taken.Count, rig.Sms.Questions));
        Assert.Equal([DeliveryEventKind.Lost, DeliveryEventKind.Delivered], await rig.HistoryAsync(id));
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task What_the_provider_does_not_know_waits_for_a_person(SmsProvider provider)
    {
        await using var rig = await OpenAsync(provider);
        rig.Sms.Break = 1;
        var id = (await rig.QueueAsync(DeliveryChannel.Sms))[0];
        for (var minute = 0; minute < 40; minute++)
        {
            await rig.TurnAsync();
            rig.Desk.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        var message = await rig.SeeAsync(id);
        Assert.Equal((DeliveryState.Uncertain, (DateTimeOffset?)null, 0, 5), (message.State, message.NextAt, rig.Sms.Taken.Count, rig.Sms.Questions));
        await Assert.ThrowsAsync<RuleViolation>(() => rig.Desk.In((DeliveryDesk d) => d.RetryAsync(id)));
        await Assert.ThrowsAsync<RuleViolation>(() => rig.Desk.In((DeliveryDesk d) => d.DecideAsync(id, wentOut: false, " ")));
        await rig.Desk.In((DeliveryDesk d) => d.DecideAsync(id, wentOut: false, "控制台没有记录"));
        await rig.TurnAsync();

        Assert.Equal((DeliveryState.Sent, 1), ((await rig.SeeAsync(id)).State, rig.Sms.Taken.Count));
    }

    [Theory]
    [InlineData(SmsProvider.Aliyun, "isv.MOBILE_NUMBER_ILLEGAL", DeliveryState.Failed)]
    [InlineData(SmsProvider.Aliyun, "isv.BUSINESS_LIMIT_CONTROL", DeliveryState.Queued)]
    [InlineData(SmsProvider.Aliyun, "isv.AMOUNT_NOT_ENOUGH", DeliveryState.Queued)]
    [InlineData(SmsProvider.Aliyun, "isp.SYSTEM_ERROR", DeliveryState.Uncertain)]
    [InlineData(SmsProvider.Tencent, "InvalidParameterValue.IncorrectPhoneNumber", DeliveryState.Failed)]
    [InlineData(SmsProvider.Tencent, "LimitExceeded.PhoneNumberDailyLimit", DeliveryState.Queued)]
    [InlineData(SmsProvider.Tencent, "AuthFailure.SecretIdNotFound", DeliveryState.Queued)]
    [InlineData(SmsProvider.Tencent, "InternalError.Timeout", DeliveryState.Uncertain)]
    public async Task What_the_provider_says_decides_the_state(SmsProvider provider, string code, DeliveryState state)
    {
        await using var rig = await OpenAsync(provider);
        rig.Sms.Verdict = code;
        var id = (await rig.QueueAsync(DeliveryChannel.Sms))[0];

        await rig.TurnAsync();

        var message = await rig.SeeAsync(id);
        Assert.Equal(state, message.State);
        Assert.Contains(code, message.Reason, StringComparison.Ordinal);
        Assert.Empty(rig.Sms.Taken);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task A_wrong_secret_rests_the_channel_and_a_right_one_wakes_it(SmsProvider provider)
    {
        await using var rig = await OpenAsync(provider);
        await rig.SetSmsAsync(provider, "not-the-secret");
        await rig.QueueAsync(DeliveryChannel.Sms, 20);

        await rig.TurnAsync();
        await rig.TurnAsync();
        Assert.Single(rig.Sms.Refused);
        Assert.Equal(20, await rig.CountAsync(DeliveryState.Queued));
        await rig.SetSmsAsync(provider);
        // The one that met the refusal waits out the rest; the others go at once.
        await rig.DrainAsync();
        Assert.Equal(19, rig.Sms.Taken.Count);
        rig.Desk.Clock.Advance(TimeSpan.FromMinutes(1));
        await rig.DrainAsync();

        Assert.Equal((20, 20), (rig.Sms.Taken.Count, rig.Sms.Taken.Select(t => t.Reference).Distinct().Count()));
        Assert.Equal(20, await rig.CountAsync(DeliveryState.Sent));
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Receipts_tell_of_delivery_and_nobody_can_guess_where_to_send_them(SmsProvider provider)
    {
        await using var rig = await OpenAsync(provider);
        var ids = await rig.QueueAsync(DeliveryChannel.Sms, 2);
        await rig.TurnAsync();
        var address = new Uri((await rig.Desk.In((DeliverySetup s) => s.ReceiptAddressAsync()))!).AbsolutePath;
        var client = rig.Desk.Anonymous();
        var good = Receipt(provider, rig.Sms.Taken[0], hasArrived: true);

        Assert.Equal(HttpStatusCode.NotFound, await PostAsync(client, address[..^1] + (address[^1] == '0' ? '1' : '0'), good));
        Assert.Equal(HttpStatusCode.BadRequest, await PostAsync(client, address, "{"));
        Assert.Equal(HttpStatusCode.BadRequest, await PostAsync(client, address, "[1]"));
        Assert.Equal(DeliveryState.Sent, (await rig.SeeAsync(ids[0])).State);
        Assert.Equal(HttpStatusCode.OK, await PostAsync(client, address, good));
        Assert.Equal(HttpStatusCode.OK, await PostAsync(client, address, good));
        Assert.Equal(HttpStatusCode.OK, await PostAsync(client, address, Receipt(provider, rig.Sms.Taken[0], hasArrived: false)));
        Assert.Equal(HttpStatusCode.OK, await PostAsync(client, address, Receipt(provider, rig.Sms.Taken[1], hasArrived: false)));

        Assert.Equal((DeliveryState.Delivered, DeliveryState.Failed), ((await rig.SeeAsync(ids[0])).State, (await rig.SeeAsync(ids[1])).State));
        Assert.Equal([DeliveryEventKind.Sent, DeliveryEventKind.Delivered], await rig.HistoryAsync(ids[0]));
    }

    private static async Task<DeliveryRig> OpenAsync(SmsProvider provider)
    {
        var rig = await DeliveryRig.OpenAsync();
        await rig.SetSmsAsync(provider);
        return rig;
    }

    private static async Task<HttpStatusCode> PostAsync(HttpClient client, string address, string json)
    {
        using var content = new StringContent(json, Encoding.UTF8, "application/json");
        using var answer = await client.PostAsync(address, content);
        return answer.StatusCode;
    }

    private static string Receipt(SmsProvider provider, TakenSms sms, bool hasArrived) => provider == SmsProvider.Aliyun
        ? $$"""[{"phone_number":"{{sms.Phone}}","success":{{(hasArrived ? "true" : "false")}},"err_code":"X","sms_size":"1","biz_id":"{{sms.Number}}","out_id":"{{sms.Reference}}"}]"""
        : $$"""[{"mobile":"{{sms.Phone}}","report_status":"{{(hasArrived ? "SUCCESS" : "FAIL")}}","errmsg":"X","sid":"{{sms.Number}}"}]""";

    private static string Plain(string json) => System.Text.RegularExpressions.Regex.Unescape(json);
}

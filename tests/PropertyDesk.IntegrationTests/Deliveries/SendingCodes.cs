using System.Net;
using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Accounts;
using PropertyDesk.Application.Companies;
using PropertyDesk.Application.Deliveries;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Accounts;
using PropertyDesk.Domain.Companies;
using PropertyDesk.Domain.Deliveries;
using PropertyDesk.IntegrationTests.Accounts;

namespace PropertyDesk.IntegrationTests.Deliveries;

/// <summary>Messages about logins on their way out: opened only for the provider, gone afterwards, and nobody's to see.</summary>
[Collection(nameof(DeliveryRig))]
public sealed class SendingCodes
{
    [Fact]
    public async Task A_code_goes_by_sms_at_night_past_the_limit_and_leaves_nothing_behind()
    {
        await using var rig = await OpenAsync(new(6000, 6000, 10, 1));
        var (user, phone) = await rig.Desk.OwnerWithLoginAsync();
        await rig.QueueAsync(DeliveryChannel.Sms, address: phone);
        await rig.TurnAsync();
        rig.Desk.Clock.Advance(TimeSpan.FromHours(13));
        await AskAsync(rig, user, phone);
        var code = await rig.Desk.CodeAsync(phone);

        await rig.TurnAsync();

        var message = await CodeToAsync(rig, phone);
        Assert.Equal(2, rig.Sms.Taken.Count);
        Assert.Contains(code, rig.Sms.Taken[1].Parameters, StringComparison.Ordinal);
        Assert.Equal((DeliveryState.Sent, (string?)null, "", ""), (message.State, message.SealedText, message.Subject, message.Body));
        Assert.Equal("SMS_OneTimeCode_Chinese", message.TemplateCode);
    }

    [Fact]
    public async Task A_code_goes_by_mail_to_an_address_of_mail()
    {
        await using var rig = await OpenAsync();
        var (user, _) = await rig.Desk.OwnerWithLoginAsync();
        var address = $"zhang{Random.Shared.Next()}@example.com";
        await AskAsync(rig, user, address);
        var code = await rig.Desk.CodeAsync(address);

        await rig.TurnAsync();

        var message = await CodeToAsync(rig, address);
        Assert.Equal((DeliveryState.Sent, DeliveryChannel.Email, (string?)null), (message.State, message.Channel, message.SealedText));
        var letter = Assert.Single(rig.Box.Letters);
        Assert.Equal("验证码 " + code, letter.Subject);
    }

    [Fact]
    public async Task A_code_that_nobody_could_send_in_time_is_given_up()
    {
        await using var rig = await OpenAsync();
        var (user, phone) = await rig.Desk.OwnerWithLoginAsync();
        await AskAsync(rig, user, phone);
        rig.Desk.Clock.Advance(OneTimeCode.Lifetime);

        await rig.TurnAsync();

        var message = await CodeToAsync(rig, phone);
        Assert.Empty(rig.Sms.Taken);
        Assert.Equal((DeliveryState.GivenUp, "已过有效期，不再发送。", (string?)null), (message.State, message.Reason, message.SealedText));
    }

    [Fact]
    public async Task The_desk_sees_no_message_about_a_login()
    {
        await using var rig = await OpenAsync();
        var (user, phone) = await rig.Desk.OwnerWithLoginAsync();
        await AskAsync(rig, user, phone);
        var message = await CodeToAsync(rig, phone);
        var manager = await rig.Desk.SignInAsync(Role.Manager);

        Assert.DoesNotContain((await rig.Desk.In((DeliveryQueries queries) => queries.ListAsync(new DeliveryFilter()))).Rows, row => row.Id == message.Id);
        Assert.Equal(HttpStatusCode.NotFound, await manager.StatusAsync($"/{rig.Desk.Company.Slug}/deliveries/details/{message.Id}"));
        await Assert.ThrowsAsync<NotFoundException>(() => rig.Desk.In((DeliveryDesk desk) => desk.GiveUpAsync(message.Id, "看看")));
    }

    [Fact]
    public async Task Without_a_way_to_an_address_nothing_is_queued_and_who_is_logged_in_is_told()
    {
        await using var rig = await DeliveryRig.OpenAsync();
        var (user, phone) = await rig.Desk.OwnerWithLoginAsync();

        Assert.False(await AskAsync(rig, user, phone));
        Assert.False(await rig.Desk.See(db => db.Deliveries.AnyAsync(d => d.Address == phone)));
    }

    [Fact]
    public async Task What_codes_by_sms_cost_on_a_day_has_an_end_and_mail_goes_on()
    {
        await using var rig = await OpenAsync(new(6000, 6000, 10, 5, 2));
        var (user, phone) = await rig.Desk.OwnerWithLoginAsync();
        string[] numbers = [phone, "13955550001", "13955550002"];

        foreach (var number in numbers)
        {
            Assert.Equal(number != numbers[2], await AskAsync(rig, user, number));
        }

        Assert.Equal(2, await rig.Desk.In((DeliverySetup s) => s.CodesTodayAsync()));
        Assert.False(await rig.Desk.See(db => db.Deliveries.AnyAsync(d => d.Address == numbers[2])));
        Assert.True(await AskAsync(rig, user, $"mail{Random.Shared.Next()}@example.com"));
        rig.Desk.Clock.Advance(TimeSpan.FromDays(1));
        Assert.True(await AskAsync(rig, user, numbers[2]));
    }

    private static async Task<DeliveryRig> OpenAsync(DeliveryLimits? limits = null)
    {
        var rig = await DeliveryRig.OpenAsync(limits);
        await rig.SetSmsAsync();
        await rig.Desk.ApproveWordsAsync();
        return rig;
    }

    private static Task<bool> AskAsync(DeliveryRig rig, DeskUser user, string address) => rig.Desk.In((OneTimeCodes codes) =>
        codes.SendAsync(new CodeRequest(CodePurpose.SignIn, address, ContactAddress.Read(address), address, user.Id)));

    private static Task<Delivery> CodeToAsync(DeliveryRig rig, string address) =>
        rig.Desk.See(db => db.Deliveries.AsNoTracking().SingleAsync(d => d.Address == address && d.Kind == DeliveryKind.OneTimeCode));
}

using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Deliveries;
using PropertyDesk.Domain.Deliveries;
using SmtpServer.Protocol;

namespace PropertyDesk.IntegrationTests.Deliveries;

/// <summary>E-mails through a real SMTP server: refusals, lost answers, outages, the night, limits. Each arrives once.</summary>
[Collection(nameof(DeliveryRig))]
public sealed class SendingMail
{
    [Fact]
    public async Task A_message_arrives_once_and_says_so()
    {
        await using var rig = await DeliveryRig.OpenAsync();
        var id = (await rig.QueueAsync(DeliveryChannel.Email))[0];

        await rig.TurnAsync();
        await rig.TurnAsync();

        var letter = Assert.Single(rig.Box.Letters);
        var message = await rig.SeeAsync(id);
        Assert.Equal(("账单", "owner0@example.com", "翠湖物业"), (letter.Subject, letter.To.Mailboxes.Single().Address, letter.From.Mailboxes.Single().Name));
        Assert.Equal("您好", letter.TextBody!.Trim());
        Assert.Equal((DeliveryState.Sent, 1, letter.MessageId), (message.State, message.Attempts, message.ProviderId));
        Assert.Equal([DeliveryEventKind.Sent], await rig.HistoryAsync(id));
    }

    [Fact]
    public async Task A_lost_answer_sends_the_same_letter_again()
    {
        await using var rig = await DeliveryRig.OpenAsync();
        rig.Box.LoseAnswers = 1;
        var id = (await rig.QueueAsync(DeliveryChannel.Email))[0];

        await rig.TurnAsync();
        Assert.Equal(DeliveryState.Queued, (await rig.SeeAsync(id)).State);
        rig.Desk.Clock.Advance(TimeSpan.FromMinutes(1));
        await rig.TurnAsync();

        Assert.Equal((2, 1), (rig.Box.Letters.Count, rig.Box.Distinct));
        Assert.Equal(DeliveryState.Sent, (await rig.SeeAsync(id)).State);
        Assert.Equal([DeliveryEventKind.Lost, DeliveryEventKind.Sent], await rig.HistoryAsync(id));
    }

    [Fact]
    public async Task An_unknown_mailbox_fails_and_a_busy_one_is_tried_again_until_nobody_tries_any_more()
    {
        await using var rig = await DeliveryRig.OpenAsync();
        rig.Box.Knows = to => to != "gone@example.com";
        rig.Box.Answer = to => to == "busy@example.com" ? new SmtpResponse((SmtpReplyCode)451, "busy") : SmtpResponse.Ok;
        var gone = (await rig.QueueAsync(DeliveryChannel.Email, address: "gone@example.com"))[0];
        var busy = (await rig.QueueAsync(DeliveryChannel.Email, address: "busy@example.com"))[0];
        var fine = (await rig.QueueAsync(DeliveryChannel.Email, address: "fine@example.com"))[0];

        await rig.TurnAsync();
        Assert.Equal((DeliveryState.Failed, DeliveryState.Queued, DeliveryState.Sent), ((await rig.SeeAsync(gone)).State, (await rig.SeeAsync(busy)).State, (await rig.SeeAsync(fine)).State));
        Assert.Contains("550", (await rig.SeeAsync(gone)).Reason, StringComparison.Ordinal);
        var pauses = new List<TimeSpan>();
        while (await rig.SeeAsync(busy) is { State: DeliveryState.Queued, NextAt: { } next })
        {
            pauses.Add(next - rig.Desk.Clock.GetUtcNow());
            rig.Desk.Clock.SetUtcNow(next.AddHours(next.Hour is >= 13 ? 12 : 0));
            await rig.TurnAsync();
        }

        Assert.Equal(DeliveryState.GivenUp, (await rig.SeeAsync(busy)).State);
        Assert.Equal([1, 5, 15, 60, 240, 720], pauses.Select(p => (int)p.TotalMinutes));
        rig.Box.Answer = _ => SmtpResponse.Ok;
        await rig.Desk.In((DeliveryDesk d) => d.RetryAsync(busy));
        rig.Desk.Clock.SetUtcNow(new DateTimeOffset(rig.Desk.Clock.GetUtcNow().Date.AddDays(1).AddHours(2), TimeSpan.Zero));
        await rig.TurnAsync();
        Assert.Equal(DeliveryState.Sent, (await rig.SeeAsync(busy)).State);
    }

    [Fact]
    public async Task An_outage_rests_the_channel_and_not_the_messages()
    {
        await using var rig = await DeliveryRig.OpenAsync();
        var ids = await rig.QueueAsync(DeliveryChannel.Email, 30);
        await rig.Box.StopAsync();

        await rig.TurnAsync();
        await rig.TurnAsync();
        var stuck = Assert.Single(await rig.Desk.In((DeliveryQueries q) => q.StuckAsync(rig.Desk.Clock.GetUtcNow())));
        Assert.Equal((DeliveryChannel.Email, 30), (stuck.Channel, stuck.Waiting));
        Assert.NotNull(stuck.RestsUntil);
        Assert.Equal(1, await rig.Desk.See(db => db.DeliveryGates.Where(g => g.Channel == DeliveryChannel.Email).Select(g => g.Failures).SingleAsync()));
        rig.Box.Start();
        // It rests: nobody calls before the time has come, then one message tries, then all go.
        Assert.Equal(0, (await rig.TurnAsync()).Handled);
        rig.Desk.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(1, (await rig.TurnAsync()).Handled);
        await rig.DrainAsync();

        Assert.Equal((30, 30), (rig.Box.Letters.Count, rig.Box.Distinct));
        Assert.Equal(ids.Count, await rig.CountAsync(DeliveryState.Sent));
        Assert.All(await rig.Desk.See(db => db.Deliveries.Select(d => d.Attempts).ToListAsync()), attempts => Assert.Equal(1, attempts));
        Assert.Empty(await rig.Desk.In((DeliveryQueries q) => q.StuckAsync(rig.Desk.Clock.GetUtcNow())));
    }

    [Fact]
    public async Task The_night_is_quiet_except_for_what_is_urgent()
    {
        await using var rig = await DeliveryRig.OpenAsync();
        rig.Desk.Clock.SetUtcNow(new DateTimeOffset(rig.Desk.Clock.GetUtcNow().Date.AddHours(13), TimeSpan.Zero));
        var usual = (await rig.QueueAsync(DeliveryChannel.Email))[0];
        var test = await rig.Desk.In((DeliveryQueue q) => q.TestMailAsync("me@example.com"));

        await rig.TurnAsync();
        Assert.Equal((DeliveryState.Queued, DeliveryState.Sent), ((await rig.SeeAsync(usual)).State, (await rig.SeeAsync(test)).State));
        rig.Desk.Clock.Advance(TimeSpan.FromMinutes((11 * 60) - 1));
        await rig.TurnAsync();
        Assert.Equal(DeliveryState.Queued, (await rig.SeeAsync(usual)).State);
        rig.Desk.Clock.Advance(TimeSpan.FromMinutes(1));
        await rig.TurnAsync();

        Assert.Equal(DeliveryState.Sent, (await rig.SeeAsync(usual)).State);
    }

    [Fact]
    public async Task In_no_minute_does_more_go_out_than_the_limit()
    {
        await using var rig = await DeliveryRig.OpenAsync(new(30, 30, 10, 5));
        await rig.QueueAsync(DeliveryChannel.Email, 90);
        var began = rig.Desk.Clock.GetUtcNow();

        await rig.DrainAsync();

        var times = await rig.Desk.See(db => db.Deliveries.Where(d => d.StartedAt != null).OrderBy(d => d.StartedAt).Select(d => d.StartedAt!.Value).ToListAsync());
        Assert.Equal(90, times.Count);
        Assert.All(times, t => Assert.InRange(times.Count(x => x >= t && x < t.AddMinutes(1)), 1, 30));
        Assert.InRange((times[^1] - began).TotalMinutes, 2.5, 4);
    }

    [Fact]
    public async Task A_recipient_gets_no_more_on_a_day_than_the_limit()
    {
        await using var rig = await DeliveryRig.OpenAsync(new(6000, 6000, 3, 3));
        await rig.QueueAsync(DeliveryChannel.Email, 5, "Same@example.com");

        await rig.DrainAsync(10);
        Assert.Equal(3, rig.Box.Letters.Count);
        Assert.Equal(2, await rig.Desk.See(db => db.Deliveries.CountAsync(d => d.State == DeliveryState.Queued && d.Reason!.Contains("上限"))));
        rig.Desk.Clock.SetUtcNow(new DateTimeOffset(rig.Desk.Clock.GetUtcNow().Date.AddDays(1).AddHours(1), TimeSpan.Zero));
        await rig.DrainAsync(10);

        Assert.Equal(5, rig.Box.Distinct);
    }

    [Fact]
    public async Task Several_dispatchers_at_once_send_each_message_once()
    {
        await using var rig = await DeliveryRig.OpenAsync();
        await rig.QueueAsync(DeliveryChannel.Email, 200);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            for (var turn = 0; turn < 60 && await rig.CountAsync(DeliveryState.Queued) > 0; turn++)
            {
                await rig.TurnAsync();
            }
        })));

        Assert.Equal((200, 200), (rig.Box.Letters.Count, rig.Box.Distinct));
        Assert.Equal(200, await rig.CountAsync(DeliveryState.Sent));
        Assert.Equal(200, await rig.Desk.See(db => db.DeliveryEvents.CountAsync()));
    }

    [Fact]
    public async Task A_name_cannot_add_a_header()
    {
        await using var rig = await DeliveryRig.OpenAsync();
        var owner = await rig.Desk.In(async (Application.DeskDbContext db) =>
        {
            var made = new Domain.Owners.Owner(rig.Community, "张\r\nBcc: spy@example.com");
            var row = new Delivery(made, "inject", DeliveryKind.BillIssued, new DeliveryRoute(DeliveryChannel.Email, "a@example.com", null), new DeliveryText(DeliveryLanguage.Chinese, "账单", "您好"), new DateOnly(2025, 6, 1), rig.Desk.Clock.GetUtcNow());
            db.AddRange(made, row);
            await db.SaveChangesAsync();
            return row.Id;
        });

        await rig.TurnAsync();

        Assert.Empty(rig.Box.Letters);
        Assert.Equal(DeliveryState.Failed, (await rig.SeeAsync(owner)).State);
    }
}

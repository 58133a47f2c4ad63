using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Channels;
using PropertyDesk.Application.Corrections;
using PropertyDesk.Application.Files;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Payments;
using PropertyDesk.Domain.Reconciliation;

namespace PropertyDesk.Application.Reconciliation;

/// <summary>Sets a day's statement against our payments, on the transaction's number.</summary>
public sealed class Reconcile(DeskDbContext db, ChannelAccounts accounts, IEnumerable<IPaymentChannel> channels, BankStatement bank, TimeProvider clock)
{
    /// <summary>Fetches the statement from the channel.</summary>
    /// <returns>The day.</returns>
    /// <exception cref="RuleViolation">There is none yet, the channel cannot be reached, or the day is closed.</exception>
    public async Task<Guid> DownloadAsync(MoneySource source, DateOnly day, CancellationToken cancel = default)
    {
        var (channel, access) = await accounts.OpenAsync(source.Channel() ?? throw new RuleViolation("银行对账单请上传文件。"));
        try
        {
            var file = await channel.StatementAsync(access, day, cancel);
            return await TakeAsync(source, day, file.Name, file.Content, await OfDayAsync(source, day, channel.ReadStatement(file.Content)));
        }
        catch (ChannelRefusal refusal) when (refusal.Code is "NO_STATEMENT_EXIST" or "isp.bill_not_exist")
        {
            // No trade on that day, or not yet ready: what we booked has no counterpart, and that is shown.
            return clock.GetUtcNow() >= ReadyAt(day) ? await TakeAsync(source, day, "—", [], []) : throw new RuleViolation("渠道的账单要到第二天上午 10 点以后才有。");
        }
        catch (ChannelRefusal refusal)
        {
            throw new RuleViolation("渠道拒绝：{0}（{1}）", [ChannelWords.Of(refusal.Code, refusal.Message) ?? refusal.Message, refusal.Code]);
        }
        catch (ChannelUnavailable)
        {
            throw new RuleViolation("暂时连不上支付渠道，请稍后再试。");
        }
    }

    /// <summary>Takes a statement that somebody uploads.</summary>
    /// <exception cref="RuleViolation">The file cannot be read, holds other days, or the day is closed.</exception>
    public async Task<Guid> UploadAsync(MoneySource source, DateOnly day, NewFile file)
    {
        if (source.Channel() is { } kind)
        {
            return await TakeAsync(source, day, file.Name, file.Content, await OfDayAsync(source, day, channels.Single(c => c.Kind == kind).ReadStatement(file.Content)));
        }

        var lines = bank.Read(file.Content, await LayoutAsync());
        var ofDay = lines.Where(l => l.Day == day).ToList();
        if (ofDay.Count == 0)
        {
            throw new RuleViolation("对账单里没有 {0} 的收款。", [$"{day:yyyy-MM-dd}"]);
        }

        return await TakeAsync(source, day, file.Name, file.Content, [.. ofDay.Select(l => new StatementEntry(l.Reference, l.Text.Length > 64 ? l.Text[..64] : l.Text, l.Amount, Money.Zero, AtNoon(day)))]);
    }

    /// <summary>The columns of the bank's statement; the usual names until somebody changes them.</summary>
    public async Task<StatementLayout> LayoutAsync() =>
        await db.StatementLayouts.FirstOrDefaultAsync() ?? new StatementLayout(await db.Companies.SingleAsync(c => c.Id == db.Current.Require()));

    public async Task ChangeLayoutAsync(string? date, string? reference, string? amount, string? text)
    {
        var layout = await LayoutAsync();
        layout.Change(date, reference, amount, text);
        if (db.Entry(layout).State == EntityState.Detached)
        {
            db.Add(layout);
        }

        await db.SaveChangesAsync();
    }

    /// <summary>Looks again at what is booked now: for differences that were mended meanwhile.</summary>
    public async Task MatchAgainAsync(Guid dayId)
    {
        var day = NotFoundException.Check(await db.ReconciledDays.Include(d => d.Items).FirstOrDefaultAsync(d => d.Id == dayId), dayId);
        day.RequireOpen();
        RequireAll();
        var ours = await OursAsync(day.Source, day.Day, [.. day.Items.Select(i => i.TransactionId)]);
        foreach (var item in day.Items.Where(i => i.NeedsDecision))
        {
            item.Match(ours.GetValueOrDefault(item.TransactionId));
        }

        await SaveAsync();
    }

    private async Task<Guid> TakeAsync(MoneySource source, DateOnly date, string name, byte[] content, IReadOnlyList<StatementEntry> entries)
    {
        RequireAll();
        if (entries.GroupBy(e => e.TransactionId, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1) is { } twice)
        {
            throw new RuleViolation("对账单里交易 {0} 出现了 {1} 次。", [twice.Key, twice.Count()]);
        }

        var day = await db.ReconciledDays.Include(d => d.Items).FirstOrDefaultAsync(d => d.Source == source && d.Day == date);
        if (day is null)
        {
            day = new ReconciledDay(await db.Companies.SingleAsync(c => c.Id == db.Current.Require()), source, date);
            db.Add(day);
        }

        day.Take(name, Convert.ToHexStringLower(SHA256.HashData(content)), db.Acting(clock));
        // What was decided about the same facts stays; the rest is what this statement says.
        var said = entries.ToDictionary(e => e.TransactionId, e => (Money?)e.Amount, StringComparer.Ordinal);
        var stays = day.Items.Where(i => i.Decision is not null && (i.IsTheirs ? i.Theirs : (Money?)null) == said.GetValueOrDefault(i.TransactionId)).ToList();
        db.RemoveRange(day.Items.Except(stays));
        var decided = stays.Select(i => i.TransactionId).ToHashSet(StringComparer.Ordinal);
        var ours = await OursAsync(source, date, [.. entries.Select(e => e.TransactionId)]);
        db.AddRange(entries.Where(e => !decided.Contains(e.TransactionId)).Select(e =>
            new ReconciliationItem(day, e.TransactionId, e.OrderNumber, e.Amount, e.Fee, e.OccurredAt, ours.GetValueOrDefault(e.TransactionId))));
        var theirs = entries.Select(e => e.TransactionId).ToHashSet(StringComparer.Ordinal);
        db.AddRange(ours.Where(o => !theirs.Contains(o.Key) && !decided.Contains(o.Key)).Select(o => new ReconciliationItem(day, o.Key, "", null, Money.Zero, o.Value.Payment.RecordedAt, o.Value)));
        await SaveAsync();
        return day.Id;
    }

    // A file of another day or merchant would make a difference of every payment.
    private async Task<IReadOnlyList<StatementEntry>> OfDayAsync(MoneySource source, DateOnly day, IReadOnlyList<StatementEntry> entries)
    {
        if (entries.Select(e => DateOnly.FromDateTime(e.OccurredAt.DateTime)).FirstOrDefault(d => d != day, day) is var other && other != day)
        {
            throw new RuleViolation("对账单是 {0} 的，不是 {1} 的。", [$"{other:yyyy-MM-dd}", $"{day:yyyy-MM-dd}"]);
        }

        var ours = (await accounts.FindAsync(source.Channel()!.Value))?.MerchantId;
        return entries.FirstOrDefault(e => e.Merchant is not null && e.Merchant != ours) is { } foreign
            ? throw new RuleViolation("对账单是商户 {0} 的，不是本公司的商户 {1}。", [foreign.Merchant!, ours ?? "—"])
            : entries;
    }

    // Of the day, or named by the statement: money at midnight lands on one day there and on the next here.
    private async Task<Dictionary<string, PaymentTender>> OursAsync(MoneySource source, DateOnly day, List<string> named)
    {
        var method = source.Method();
        var tenders = await db.PaymentTenders.Include(t => t.Payment).AsNoTracking()
            .Where(t => t.Method == method && t.Reference != null && (named.Contains(t.Reference) || (t.Payment.PaidOn == day && !db.ReconciliationItems.Any(i => i.PaymentId == t.PaymentId && i.IsTheirs && i.Day.Day != day))))
            .ToListAsync();
        // A transfer that was typed twice is two payments of one number: the second has no counterpart.
        return tenders.OrderBy(t => t.Payment.RecordedAt).GroupBy(t => t.Reference!, StringComparer.Ordinal)
            .SelectMany(g => g.Select((t, i) => (Key: i == 0 ? g.Key : $"{g.Key}#{i + 1}", Tender: t)))
            .ToDictionary(x => x.Key, x => x.Tender, StringComparer.Ordinal);
    }

    // A merchant account serves all communities: who sees some of them would see differences that are none.
    private void RequireAll()
    {
        if (!db.Current.AllCommunities)
        {
            throw new RuleViolation("对账须由能看到全部小区的人来做。");
        }
    }

    private DateTimeOffset ReadyAt(DateOnly day) => AtNoon(day.AddDays(1)).AddHours(-2);

    private DateTimeOffset AtNoon(DateOnly day)
    {
        var noon = day.ToDateTime(new TimeOnly(12, 0));
        return new DateTimeOffset(noon, db.Current.TimeZone.GetUtcOffset(noon));
    }

    private async Task SaveAsync()
    {
        try
        {
            await db.SaveChangesAsync();
        }
        catch (DbUpdateException error) when (error is DbUpdateConcurrencyException || db.IsUniqueViolation(error))
        {
            throw new RuleViolation("这一天的对账刚被他人更改，请刷新后再试。");
        }
    }
}

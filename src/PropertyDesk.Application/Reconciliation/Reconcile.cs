using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Channels;
using PropertyDesk.Application.Corrections;
using PropertyDesk.Application.Database;
using PropertyDesk.Application.Files;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Payments;
using PropertyDesk.Domain.Reconciliation;

namespace PropertyDesk.Application.Reconciliation;

/// <summary>Sets a day's statement against our payments, on the transaction's number.</summary>
public sealed class Reconcile(DeskDbContext db, ChannelAccounts accounts, IEnumerable<IPaymentChannel> channels, BankStatement bank, TimeProvider clock)
{
    private static readonly Booked Nothing = new(null, null);

    /// <summary>Fetches the statement from the channel.</summary>
    /// <returns>The day.</returns>
    /// <exception cref="RuleViolation">There is none yet, the channel cannot be reached, or the day is closed.</exception>
    public async Task<Guid> DownloadAsync(MoneySource source, DateOnly day, CancellationToken cancel = default)
    {
        var (channel, access) = await accounts.OpenAsync(source.Channel() ?? throw new RuleViolation("这个来源没有可下载的对账单，请上传文件。"));
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

        var lines = bank.Read(file.Content, await LayoutAsync(source));
        var ofDay = lines.Where(l => l.Day == day).ToList();
        if (ofDay.Count == 0)
        {
            throw new RuleViolation("对账单里没有 {0} 的收款。", [$"{day:yyyy-MM-dd}"]);
        }

        return await TakeAsync(source, day, file.Name, file.Content, [.. ofDay.Select(l => new StatementEntry(l.Reference, l.Text.Length > 64 ? l.Text[..64] : l.Text, l.Amount, l.Fee, AtNoon(day)))]);
    }

    /// <summary>The columns of an uploaded statement; the usual names until somebody changes them.</summary>
    public async Task<StatementLayout> LayoutAsync(MoneySource source) =>
        await db.StatementLayouts.FirstOrDefaultAsync(l => l.Source == source) ?? new StatementLayout(await db.Companies.SingleAsync(c => c.Id == db.Current.Require()), source);

    public async Task ChangeLayoutAsync(MoneySource source, string? date, string? reference, string? amount, string? text, string? fee)
    {
        var layout = await LayoutAsync(source);
        layout.Change(date, reference, amount, text, fee);
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
        var ours = await new BookedMoney(db).OfAsync(day.Source, day.Day, [.. day.Items.Select(i => i.TransactionId)]);
        foreach (var item in day.Items.Where(i => i.NeedsDecision))
        {
            (ours.GetValueOrDefault(item.TransactionId) ?? Nothing).Into(item);
        }

        await db.SaveOrRefuseAsync(ReconciliationQueries.Changed);
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
        var posted = await PostedAsync([.. day.Items.Except(stays).Select(i => i.Id)]);
        db.RemoveRange(day.Items.Except(stays).Where(i => !posted.Contains(i.Id)));
        var ours = await new BookedMoney(db).OfAsync(source, date, [.. entries.Select(e => e.TransactionId)]);
        foreach (var item in day.Items.Where(i => posted.Contains(i.Id)))
        {
            var entry = entries.FirstOrDefault(e => e.TransactionId == item.TransactionId);
            item.Restate(entry?.Amount, entry?.Fee ?? Money.Zero, entry?.OccurredAt);
            (ours.GetValueOrDefault(item.TransactionId) ?? Nothing).Into(item);
        }

        var known = day.Items.Where(i => posted.Contains(i.Id)).Concat(stays).Select(i => i.TransactionId).ToHashSet(StringComparer.Ordinal);
        foreach (var entry in entries.Where(e => !known.Contains(e.TransactionId)))
        {
            Add(new ReconciliationItem(day, entry.TransactionId, entry.OrderNumber, entry.Amount, entry.Fee, entry.OccurredAt, null), ours.GetValueOrDefault(entry.TransactionId));
        }

        foreach (var (number, booked) in ours.Where(o => !said.ContainsKey(o.Key) && !known.Contains(o.Key)))
        {
            Add(new ReconciliationItem(day, number, "", null, Money.Zero, booked.At, null), booked);
        }

        await db.SaveOrRefuseAsync(ReconciliationQueries.Changed);
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

    private void Add(ReconciliationItem item, Booked? booked)
    {
        booked?.Into(item);
        db.Add(item);
    }

    // What was posted for a transaction stands in the books: another statement cannot take its ground away. Once the posting is
    // taken back the transaction follows the statement again, in its own row, for the posting still tells of it.
    private async Task<HashSet<Guid>> PostedAsync(List<Guid> changed)
    {
        var postings = await db.DifferencePostings.Where(p => changed.Contains(p.ItemId)).Select(p => new { p.ItemId, p.Item.TransactionId, Stands = p.ReleasedAt == null || p.PaymentId != null }).ToListAsync();
        return postings.Find(p => p.Stands) is { } posted
            ? throw new RuleViolation("交易 {0} 已经调账，而这份对账单说的金额不同；请核对文件。", [posted.TransactionId])
            : [.. postings.Select(p => p.ItemId)];
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

    private DateTimeOffset AtNoon(DateOnly day) => db.Current.InstantOf(day.ToDateTime(new TimeOnly(12, 0)));
}

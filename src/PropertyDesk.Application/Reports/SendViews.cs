using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Deliveries;
using PropertyDesk.Domain.Deliveries;
using PropertyDesk.Domain.Reports;

namespace PropertyDesk.Application.Reports;

/// <summary>Orders the reports of the views whose day has come, and sends what was made of them.</summary>
public sealed class SendViews(DeskDbContext db, TimeProvider clock)
{
    /// <summary>In the company's time: the day's work of yesterday is in the books.</summary>
    public static readonly TimeSpan TimeOfDay = TimeSpan.FromHours(7);

    /// <summary>Orders what is due. Twice, or at once on two nodes, it orders each once; whatever was missed is made up for by one.</summary>
    /// <returns>How many files were ordered.</returns>
    public async Task<int> RunAsync(CancellationToken cancel = default)
    {
        var (now, today, ordered) = (clock.GetUtcNow(), db.Current.Today(clock), 0);
        if (now < db.Current.StartOf(today) + TimeOfDay)
        {
            return 0;
        }

        foreach (var id in await db.ReportViews.Where(v => v.NextOn <= today).OrderBy(v => v.Id).Select(v => v.Id).ToListAsync(cancel))
        {
            ordered += await OrderAsync(id, today, now, cancel);
        }

        return ordered;
    }

    /// <summary>What waits to be made, the oldest first; what somebody began and did not finish too.</summary>
    public Task<List<Guid>> WaitingAsync(CancellationToken cancel = default)
    {
        var now = clock.GetUtcNow();
        return db.ReportFiles.Where(f => f.State == ReportFileState.Waiting || (f.State == ReportFileState.Making && f.LeaseUntil <= now)).OrderBy(f => f.AskedAt).ThenBy(f => f.Id).Select(f => f.Id).ToListAsync(cancel);
    }

    /// <summary>Erases what is older than it is kept: a message keeps its row, and what it brought can be made again.</summary>
    public Task EraseAsync(CancellationToken cancel = default)
    {
        var before = clock.GetUtcNow().AddDays(-ReportFile.DaysKept);
        return db.ReportFiles.Where(f => f.AskedAt < before && f.Content != null)
            .ExecuteUpdateAsync(set => set.SetProperty(f => f.Content, (byte[]?)null).SetProperty(f => f.Version, Guid.NewGuid()), cancel);
    }

    /// <summary>Adds the e-mail that brings a file of a view, where its recipient has an address and the company sends mail; the caller saves.</summary>
    public async Task MailAsync(ReportFile file, CancellationToken cancel = default)
    {
        var to = await db.Users.Where(u => u.Id == file.UserId).Select(u => u.Email).FirstOrDefaultAsync(cancel);
        var community = await db.Communities.OrderBy(c => c.Id == file.CommunityId ? 0 : 1).ThenBy(c => c.Name).FirstOrDefaultAsync(cancel);
        if (file.ViewId is not { } view || string.IsNullOrEmpty(to) || community is null || !await db.MailAccounts.AnyAsync(a => a.IsOn, cancel))
        {
            return;
        }

        var name = await db.ReportViews.Where(v => v.Id == view).Select(v => v.Name).FirstOrDefaultAsync(cancel) ?? Words.Of(file.Report);
        var language = (await DeliveryWays.OfAsync(db, cancel)).Language;
        using var texts = new InLanguage(language);
        var text = new DeliveryText(language, $"{db.Current.Name} {name} {file.AsOf:yyyy-MM-dd}", Texts.Of("{0}：附件是定时报表“{1}”，数据截至 {2}。登录后在“报表文件”里也能下载。", file.UserName, name, $"{file.AsOf:yyyy-MM-dd}"));
        db.Add(new Delivery(community, file, new DeliveryRoute(DeliveryChannel.Email, to, null), text, db.Current.Today(clock), clock.GetUtcNow()));
    }

    private async Task<int> OrderAsync(Guid id, DateOnly today, DateTimeOffset now, CancellationToken cancel)
    {
        db.ChangeTracker.Clear();
        var view = await db.ReportViews.Include(v => v.Recipients).SingleAsync(v => v.Id == id, cancel);
        if (view.Due(today) is not { } day)
        {
            return 0;
        }

        var community = view.CommunityId is { } c ? await db.Communities.SingleAsync(x => x.Id == c, cancel) : null;
        var (from, asOf) = view.Days(day);
        var people = view.Recipients.Select(r => r.UserId).ToList();
        var names = await db.Users.Where(u => people.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.DisplayName, cancel);
        var files = people.Where(names.ContainsKey).Select(p => ReportFile.Sent(view, new FileOrder(p, names[p], view.Report, view.Format, from, asOf, community), day, now)).ToList();
        db.AddRange(files);
        try
        {
            await db.SaveChangesAsync(cancel);
            return files.Count;
        }
        catch (Exception error) when (error is DbUpdateConcurrencyException || db.IsUniqueViolation(error) || db.IsDeadlock(error))
        {
            // Another node orders it, or the view was changed at this moment: the next run sees what is missing.
            db.ChangeTracker.Clear();
            return 0;
        }
    }
}

using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Audiences;
using PropertyDesk.Application.Channels;
using PropertyDesk.Application.Database;
using PropertyDesk.Application.Deliveries;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Deliveries;
using PropertyDesk.Domain.Surveys;

namespace PropertyDesk.Application.Surveys;

/// <summary>Opens surveys to their audience, asks single owners, and closes what is over.</summary>
public sealed class RunSurveys(DeskDbContext db, AudienceReader audiences, Announcements announcements, ChannelAddresses addresses, TimeProvider clock)
{
    /// <summary>The occasion of those who are asked when a survey is opened.</summary>
    private const string Opening = "opening";

    /// <summary>From now on it can be answered; everybody of its audience is asked, all of them or nobody.</summary>
    /// <param name="expected">How many owners the page showed.</param>
    /// <exception cref="RuleViolation">It is open already, reaches nobody, or another number than was shown.</exception>
    public async Task OpenAsync(Guid id, int? expected = null)
    {
        await using var transaction = await db.Database.BeginTransactionAsync();
        var survey = NotFoundException.Check(await db.Surveys.FirstOrDefaultAsync(s => s.Id == id), id);
        survey.Open(db.Current.UserName, clock.GetUtcNow(), db.Current.Today(clock));
        // First the survey itself: whoever comes second finds another version, and nothing is written.
        await db.SaveOrRefuseAsync(WriteSurveys.Changed);
        var members = await audiences.MembersAsync(survey.CommunityId, survey.Audience);
        if (members.Count == 0)
        {
            throw new RuleViolation("没有符合条件的业主，请检查发布范围。");
        }

        if (expected is { } seen && seen != members.Count)
        {
            throw new RuleViolation("符合条件的业主从 {0} 位变为 {1} 位，请重新确认。", [seen, members.Count]);
        }

        await AskAsync(survey, [.. members.Select(m => m.OwnerId)], Opening);
        await transaction.CommitAsync();
    }

    /// <summary>Asks one owner about an occasion, such as a repair that is done; the same occasion asks once.</summary>
    /// <param name="occasion">At most 80 characters.</param>
    /// <returns>False where the owner was asked about it before.</returns>
    /// <exception cref="RuleViolation">The survey cannot be answered today.</exception>
    public async Task<bool> InviteAsync(Guid id, Guid ownerId, string occasion)
    {
        var survey = NotFoundException.Check(await db.Surveys.FirstOrDefaultAsync(s => s.Id == id), id);
        survey.RequireOpen(db.Current.Today(clock));
        _ = NotFoundException.Check(await db.Owners.FirstOrDefaultAsync(o => o.Id == ownerId && o.CommunityId == survey.CommunityId), ownerId);
        var own = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync() : null;
        await using (own)
        {
            // In the transaction of a caller, whose work goes on whatever becomes of this.
            const string Before = "invite";
            var transaction = db.Database.CurrentTransaction!;
            await transaction.CreateSavepointAsync(Before);
            try
            {
                await AskAsync(survey, [ownerId], occasion);
            }
            catch (DbException error) when (db.IsUniqueViolation(error))
            {
                await transaction.RollbackToSavepointAsync(Before);
                return false;
            }

            if (own is not null)
            {
                await own.CommitAsync();
            }

            return true;
        }
    }

    /// <summary>No more answers; messages that wait are not sent any more.</summary>
    public async Task CloseAsync(Guid id)
    {
        await using var transaction = await db.Database.BeginTransactionAsync();
        var survey = NotFoundException.Check(await db.Surveys.Include(s => s.Questions).FirstOrDefaultAsync(s => s.Id == id), id);
        survey.Close(clock.GetUtcNow());
        await db.SaveOrRefuseAsync(WriteSurveys.Changed);
        if (survey.IsAnonymous)
        {
            await ShuffleAsync(survey);
        }

        await announcements.StopAsync(db.Deliveries.Where(d => db.SurveyInvitations.Any(i => i.SurveyId == id && i.DeliveryId == d.Id)), Texts.Of("问卷已结束"));
        await transaction.CommitAsync();
    }

    /// <summary>Closes what is over; twice or at once, each is closed once.</summary>
    public async Task RunAsync(CancellationToken cancel = default)
    {
        var today = db.Current.Today(clock);
        foreach (var id in await db.Surveys.Where(s => s.State == SurveyState.Open && s.Until < today).Select(s => s.Id).ToListAsync(cancel))
        {
            db.ChangeTracker.Clear();
            try
            {
                await CloseAsync(id);
            }
            catch (RuleViolation)
            {
                // Another node, or somebody at the desk, closed it at the same moment.
            }
        }
    }

    // Until here an answer was the neighbour of its invitation: written by the same transaction, in the order of arrival.
    private async Task ShuffleAsync(Survey survey)
    {
        var answers = (await db.SurveyAnswers.AsNoTracking().Include(a => a.Replies).Where(a => a.SurveyId == survey.Id).ToListAsync()).ToArray();
        var anew = answers.Select(a => a.Anew(survey)).ToArray();
        System.Security.Cryptography.RandomNumberGenerator.Shuffle(anew.AsSpan());
        var old = db.SurveyAnswers.Where(a => a.SurveyId == survey.Id);
        await db.SurveyReplies.Where(r => old.Any(a => a.Id == r.AnswerId)).ExecuteDeleteAsync();
        await old.ExecuteDeleteAsync();
        await db.BulkInsertAsync(anew);
        await db.BulkInsertAsync<SurveyReply>([.. anew.SelectMany(a => a.Replies)]);
    }

    private async Task AskAsync(Survey survey, Guid[] owners, string occasion)
    {
        var (community, today) = (await db.Communities.SingleAsync(c => c.Id == survey.CommunityId), db.Current.Today(clock));
        var summary = survey.Until is { } until ? Texts.Of("请在 {0} 前填写。", $"{until:yyyy-MM-dd}") : "";
        var sent = await announcements.QueueAsync(
            new Announcement(DeliveryKind.Survey, $"survey:{survey.Id:n}:{occasion}", community, survey.Title, summary, survey.Intro ?? "", "", addresses.Surveys(db.Current.Slug)), owners);
        var places = (await db.Ownerships.Where(o => o.CommunityId == survey.CommunityId && o.From <= today && (o.To == null || o.To >= today))
            .Select(o => new { o.OwnerId, o.Unit.Building.SortOrder, o.Unit.Building.Name }).Distinct().ToListAsync()).ToLookup(o => o.OwnerId);
        await db.BulkInsertAsync(owners.Select(o => new SurveyInvitation(survey, o, occasion, places[o].OrderBy(p => p.SortOrder).Select(p => p.Name).FirstOrDefault(), sent[o])).ToList());
    }
}

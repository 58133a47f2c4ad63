using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Database;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Calls;
using PropertyDesk.Domain.Companies;

namespace PropertyDesk.Application.Calls;

/// <summary>What people call about; company-wide.</summary>
public sealed class CallTopics(DeskDbContext db)
{
    // What a company begins with.
    private static readonly string[] Standard = ["收费与账单", "小区规定", "服务与办事", "停车与车位", "维修与设施", "其他"];

    /// <summary>Makes the standard topics where a company has none; twice, or at once, it makes them once.</summary>
    public async Task FillAsync()
    {
        if (await db.CallTopics.AnyAsync())
        {
            return;
        }

        var company = await CompanyAsync();
        db.AddRange(Standard.Select((name, i) => new CallTopic(company, name, i + 1)));
        await db.SaveUnlessThereAsync();
    }

    public Task<List<CallTopic>> ListAsync(bool withEnded = false) =>
        db.CallTopics.AsNoTracking().Where(t => withEnded || !t.IsEnded).OrderBy(t => t.IsEnded).ThenBy(t => t.Position).ThenBy(t => t.Id).ToListAsync();

    /// <param name="id">Null for a new one.</param>
    /// <exception cref="RuleViolation">It has no name, or another one has it.</exception>
    public async Task SaveAsync(Guid? id, string? name)
    {
        db.Current.RequireAllCommunities();
        if (id is { } known)
        {
            (await FindAsync(known)).Rename(name);
        }
        else
        {
            db.Add(new CallTopic(await CompanyAsync(), name, (await db.CallTopics.MaxAsync(t => (int?)t.Position) ?? 0) + 1));
        }

        await db.SaveOrRefuseAsync("已有同名的主题。");
    }

    /// <summary>Takes it out of the choice, or brings it back.</summary>
    public async Task EndAsync(Guid id, bool isEnded)
    {
        db.Current.RequireAllCommunities();
        var topic = await FindAsync(id);
        if (isEnded)
        {
            topic.End();
        }
        else
        {
            topic.Resume();
        }

        await db.SaveChangesAsync();
    }

    private async Task<CallTopic> FindAsync(Guid id) => NotFoundException.Check(await db.CallTopics.FirstOrDefaultAsync(t => t.Id == id), id);

    private Task<Company> CompanyAsync()
    {
        var id = db.Current.Require();
        return db.Companies.SingleAsync(c => c.Id == id);
    }
}

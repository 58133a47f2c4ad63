using PropertyDesk.Application.Communities;
using PropertyDesk.Application.Incidents;
using PropertyDesk.Application.Tickets;
using PropertyDesk.Domain.Calls;
using PropertyDesk.Domain.Tickets;

namespace PropertyDesk.Application.Calls;

/// <summary>What can be chosen while a call is taken.</summary>
public sealed record CallChoices(IReadOnlyList<CallTopic> Topics, IReadOnlyList<TicketCategory> Categories, IReadOnlyList<CommunityName> Communities);

/// <summary>Who it may be.</summary>
/// <param name="IsSure">By the whole number, a name or a choice, not by the end of a number: one alone is taken for the caller.</param>
/// <param name="IsCut">There may be more of that name.</param>
/// <param name="Earlier">Calls from the same number that belong to no owner.</param>
/// <param name="Incidents">What is known to have failed at a flat of theirs: what they call about, most likely.</param>
public sealed record KnownCallers(IReadOnlyList<Caller> Callers, bool IsSure, bool IsCut, IReadOnlyList<CallRow> Earlier, IReadOnlyList<KnownIncident> Incidents);

/// <summary>Reads everything that the page for taking a call shows.</summary>
public sealed class CallPageQueries(Callers callers, CallQueries calls, KnowledgeQueries knowledge, CallTopics topics, TicketSettings settings, CommunityQueries communities, KnownIncidents incidents, IncidentSigns signs)
{
    private const int Few = 5;

    public async Task<CallChoices> ChoicesAsync()
    {
        await topics.FillAsync();
        await settings.FillAsync();
        return new CallChoices(await topics.ListAsync(), await settings.CategoriesAsync(), await communities.NamesAsync());
    }

    /// <param name="chosen">Who was chosen already; stands first.</param>
    /// <param name="find">Name, unit or plate.</param>
    /// <exception cref="Domain.NotFoundException">The chosen owner is not here.</exception>
    public async Task<KnownCallers> KnownAsync(string? phone, string? find, Guid? chosen)
    {
        var found = new List<Caller>();
        if (chosen is { } owner)
        {
            found.Add(await callers.AboutAsync(owner));
        }

        found.AddRange(await callers.FindAsync(phone));
        var named = await callers.SearchAsync(find);
        found.AddRange(named);
        return new KnownCallers(
            [.. found.DistinctBy(c => c.OwnerId)], chosen is not null || !string.IsNullOrWhiteSpace(find) || CallNumber.IsWhole(CallNumber.Digits(phone)), named.Count >= Callers.Most, await calls.OfNumberAsync(phone, Few),
            await incidents.OfUnitsAsync([.. found.SelectMany(c => c.Units).Select(u => u.Id)]));
    }

    /// <summary>What may be read out: the chosen version first, then what fits what is looked for, or else the question.</summary>
    public async Task<IReadOnlyList<ArticleHit>> ArticlesAsync(string? searched, string? question, Guid? read)
    {
        var chosen = read is { } version ? await knowledge.OfVersionAsync(version) : null;
        // What somebody looks for is meant word by word; only where that finds nothing is it read like a question.
        var found = string.IsNullOrWhiteSpace(searched) ? [] : await knowledge.SearchAsync(searched, limit: Few);
        found = found.Count > 0 ? found : await knowledge.SuggestAsync(string.IsNullOrWhiteSpace(searched) ? question : searched);
        return chosen is null ? found : [chosen, .. found.Where(a => a.VersionId != chosen.VersionId)];
    }

    /// <summary>What is known to have failed, wherever who calls may live.</summary>
    public Task<List<KnownIncident>> IncidentsAsync() => incidents.OpenAsync();

    /// <summary>What looks like a failure that nobody has declared yet.</summary>
    public Task<IReadOnlyList<IncidentSign>> SignsAsync() => signs.FindAsync();

    /// <summary>What the own login took last.</summary>
    public Task<IReadOnlyList<CallRow>> MineAsync() => calls.MineAsync(Few);
}

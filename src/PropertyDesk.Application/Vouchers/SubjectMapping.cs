using Microsoft.EntityFrameworkCore;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Companies;
using PropertyDesk.Domain.Ledger;
using PropertyDesk.Domain.Vouchers;

namespace PropertyDesk.Application.Vouchers;

/// <summary>Which subject of the finance system is which account, charge item and community of ours, and how vouchers are called.</summary>
public sealed class SubjectMapping(DeskDbContext db)
{
    public async Task<SubjectSheet> ReadAsync()
    {
        var accounts = await db.AccountSubjects.ToDictionaryAsync(s => s.Account, s => new Subject(s.Code, s.Name));
        var items = await db.ItemSubjects.ToDictionaryAsync(s => s.ChargeItemId, s => new Subject(s.Code, s.Name));
        var auxiliaries = await db.CommunityAuxiliaries.ToDictionaryAsync(s => s.CommunityId, s => new Subject(s.Code, s.Name));
        var rules = await db.VoucherRules.AsNoTracking().ToDictionaryAsync(r => r.Kind);
        var communities = await db.Communities.OrderBy(c => c.Name).Select(c => new { c.Id, c.Name }).ToListAsync();
        var names = communities.ToDictionary(c => c.Id, c => c.Name);
        var charges = await db.ChargeItems.Select(i => new { i.Id, i.CommunityId, i.Name, i.OnBehalf }).ToListAsync();
        return new SubjectSheet(
            [.. Enum.GetValues<Account>().Select(a => new MappedAccount(a, accounts.GetValueOrDefault(a)))],
            [
                .. charges.Select(i => new MappedItem(i.Id, names[i.CommunityId], i.Name, i.OnBehalf, items.GetValueOrDefault(i.Id)))
                    .OrderBy(i => i.Community, StringComparer.Ordinal).ThenBy(i => i.OnBehalf).ThenBy(i => i.Item, StringComparer.Ordinal),
            ],
            [.. communities.Select(c => new MappedCommunity(c.Id, c.Name, auxiliaries.GetValueOrDefault(c.Id)))],
            [.. Enum.GetValues<JournalKind>().Select(k => rules.TryGetValue(k, out var rule) ? new MappedKind(k, rule.Word, rule.Summary) : Standard(k))]);
    }

    /// <summary>Writes the whole mapping, or nothing.</summary>
    /// <exception cref="RuleViolation">A row is filled in by half.</exception>
    /// <exception cref="NotFoundException">There is no such charge item or community here.</exception>
    public async Task ChangeAsync(SubjectChange change)
    {
        var company = await db.Companies.SingleAsync(c => c.Id == db.Current.Require());
        await ChangeAccountsAsync(company, change.Accounts);
        await ChangeItemsAsync(change.Items);
        await ChangeCommunitiesAsync(change.Communities);
        await ChangeRulesAsync(company, change.Kinds);
        try
        {
            await db.SaveChangesAsync();
        }
        catch (DbUpdateException error) when (error is DbUpdateConcurrencyException || db.IsUniqueViolation(error))
        {
            throw new RuleViolation("科目对照刚被他人更改，请刷新后再试。");
        }
    }

    /// <summary>Fills what is empty with the codes of the general standard for enterprises (企业会计准则).</summary>
    public async Task FillAsync()
    {
        var company = await db.Companies.SingleAsync(c => c.Id == db.Current.Require());
        var mapped = await db.AccountSubjects.Select(s => s.Account).ToListAsync();
        db.AddRange(Enum.GetValues<Account>().Except(mapped).Select(a => new AccountSubject(company, a, StandardSubjects.Of(a))));
        try
        {
            await db.SaveChangesAsync();
        }
        catch (DbUpdateException error) when (db.IsUniqueViolation(error))
        {
            throw new RuleViolation("科目对照刚被他人更改，请刷新后再试。");
        }
    }

    private static MappedKind Standard(JournalKind kind) => new(kind, VoucherRule.StandardWord, "{月份} {小区} " + Words.Of(kind));

    private async Task ChangeAccountsAsync(Company company, IReadOnlyDictionary<Account, TypedSubject> typed)
    {
        var known = await db.AccountSubjects.ToDictionaryAsync(s => s.Account);
        foreach (var (account, (code, name)) in typed)
        {
            Put(known.GetValueOrDefault(account), Subject.Of(code, name, Words.Of(account)), s => new AccountSubject(company, account, s), (row, s) => row.Change(s));
        }
    }

    private async Task ChangeItemsAsync(IReadOnlyDictionary<Guid, TypedSubject> typed)
    {
        var known = await db.ItemSubjects.ToDictionaryAsync(s => s.ChargeItemId);
        var items = await db.ChargeItems.ToDictionaryAsync(i => i.Id);
        foreach (var (id, (code, name)) in typed)
        {
            var item = NotFoundException.Check(items.GetValueOrDefault(id), id);
            Put(known.GetValueOrDefault(id), Subject.Of(code, name, item.Name), s => new ItemSubject(item, s), (row, s) => row.Change(s));
        }
    }

    private async Task ChangeCommunitiesAsync(IReadOnlyDictionary<Guid, TypedSubject> typed)
    {
        var known = await db.CommunityAuxiliaries.ToDictionaryAsync(s => s.CommunityId);
        var communities = await db.Communities.ToDictionaryAsync(c => c.Id);
        foreach (var (id, (code, name)) in typed)
        {
            var community = NotFoundException.Check(communities.GetValueOrDefault(id), id);
            Put(known.GetValueOrDefault(id), Subject.Of(code, name, community.Name), s => new CommunityAuxiliary(community, s), (row, s) => row.Change(s));
        }
    }

    private async Task ChangeRulesAsync(Company company, IReadOnlyDictionary<JournalKind, TypedRule> typed)
    {
        var known = await db.VoucherRules.ToDictionaryAsync(r => r.Kind);
        foreach (var (kind, (word, summary)) in typed)
        {
            if (known.TryGetValue(kind, out var rule))
            {
                rule.Change(word, summary);
            }
            else if ((word?.Trim(), summary?.Trim()) != (Standard(kind).Word, Standard(kind).Summary))
            {
                db.Add(new VoucherRule(company, kind, word, summary));
            }
        }
    }

    private void Put<T>(T? known, Subject? subject, Func<Subject, T> make, Action<T, Subject> change)
        where T : CompanyOwned
    {
        if (known is not null && subject is not null)
        {
            change(known, subject);
        }
        else if (subject is not null)
        {
            db.Add(make(subject));
        }
        else if (known is not null)
        {
            db.Remove(known);
        }
    }
}

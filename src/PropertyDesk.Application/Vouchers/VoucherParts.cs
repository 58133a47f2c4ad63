using PropertyDesk.Domain;
using PropertyDesk.Domain.Ledger;
using PropertyDesk.Domain.Vouchers;

namespace PropertyDesk.Application.Vouchers;

/// <summary>Puts the lines of the journal on the subjects of the finance system, and remembers what has none.</summary>
internal sealed class VoucherParts(SubjectSheet mapping, IEnumerable<ItemShare> shares)
{
    private readonly Dictionary<Account, Subject> _accounts = mapping.Accounts.Where(a => a.Subject is not null).ToDictionary(a => a.Account, a => a.Subject!);
    private readonly Dictionary<Guid, Subject> _items = mapping.Items.Where(i => i.Subject is not null).ToDictionary(i => i.Id, i => i.Subject!);
    private readonly Dictionary<Guid, MappedCommunity> _communities = mapping.Communities.ToDictionary(c => c.Id);
    private readonly bool _auxiliary = mapping.Communities.Any(c => c.Subject is not null);
    private readonly ILookup<(Guid EntryId, Account Account), ItemShare> _shares = shares.ToLookup(s => (s.EntryId, s.Account));
    private readonly SortedDictionary<string, MissingMapping> _missing = new(StringComparer.Ordinal);

    public IReadOnlyList<MissingMapping> Missing => [.. _missing.Values];

    /// <summary>The line's parts; what belongs to no mapped charge item goes with the account.</summary>
    public IEnumerable<VoucherPart> Of(PeriodLine line)
    {
        var (debit, rest) = (line.Amount > Money.Zero, line.Amount > Money.Zero ? line.Amount : -line.Amount);
        var auxiliary = AuxiliaryOf(line.CommunityId);
        foreach (var item in _shares[(line.EntryId, line.Account)].GroupBy(s => s.ChargeItemId))
        {
            if (_items.TryGetValue(item.Key, out var own))
            {
                var sum = Money.Sum(item.Select(s => s.Amount));
                var amount = debit ? sum : -sum;
                rest -= amount;
                yield return new VoucherPart(line.Date, line.Kind, own, auxiliary, debit, amount);
            }
        }

        if (rest.IsZero)
        {
            yield break;
        }

        if (_accounts.TryGetValue(line.Account, out var subject))
        {
            yield return new VoucherPart(line.Date, line.Kind, subject, auxiliary, debit, rest);
        }
        else
        {
            _missing.TryAdd($"account {(int)line.Account:00}", new MissingMapping(Words.Of(line.Account), $"account-{line.Account}"));
        }
    }

    private Subject? AuxiliaryOf(Guid communityId)
    {
        if (!_auxiliary)
        {
            return null;
        }

        var community = _communities[communityId];
        if (community.Subject is null)
        {
            _missing.TryAdd($"community {community.Name}", new MissingMapping(Texts.Of("辅助核算：{0}", community.Name), $"community-{communityId}"));
        }

        return community.Subject;
    }
}

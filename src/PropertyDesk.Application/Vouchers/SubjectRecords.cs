using PropertyDesk.Domain.Ledger;
using PropertyDesk.Domain.Vouchers;

namespace PropertyDesk.Application.Vouchers;

/// <summary>Everything that a company told of its finance system.</summary>
/// <param name="Items">Charge items by whose name a subject of their own may stand.</param>
public sealed record SubjectSheet(
    IReadOnlyList<MappedAccount> Accounts, IReadOnlyList<MappedItem> Items, IReadOnlyList<MappedCommunity> Communities, IReadOnlyList<MappedKind> Kinds);

/// <param name="Subject">Null while nothing is mapped.</param>
public sealed record MappedAccount(Account Account, Subject? Subject);

/// <param name="OnBehalf">Collected for others: it is split off the agency account, otherwise off income.</param>
public sealed record MappedItem(Guid Id, string Community, string Item, bool OnBehalf, Subject? Subject);

public sealed record MappedCommunity(Guid Id, string Name, Subject? Subject);

/// <param name="Word">The standard word where none was chosen.</param>
public sealed record MappedKind(JournalKind Kind, string Word, string Summary);

/// <summary>The mapping as it was typed; what is left empty is not mapped.</summary>
public sealed record SubjectChange(
    IReadOnlyDictionary<Account, TypedSubject> Accounts, IReadOnlyDictionary<Guid, TypedSubject> Items, IReadOnlyDictionary<Guid, TypedSubject> Communities, IReadOnlyDictionary<JournalKind, TypedRule> Kinds);

public sealed record TypedSubject(string? Code, string? Name);

public sealed record TypedRule(string? Word, string? Summary);

using PropertyDesk.Application.Owners;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Owners;

namespace PropertyDesk.Application.Search;

internal static class PhoneTail
{
    /// <summary>Owners whose number ends with these digits, however it is written in the archive; by name.</summary>
    public static IQueryable<Owner> WithPhoneEnding(this IQueryable<Owner> owners, string digits)
    {
        var end = SearchKey.Backwards(digits)!;
        var behind = SearchKey.Behind(end);
        return owners.InUse().Where(o => o.SearchPhone!.CompareTo(end) >= 0 && o.SearchPhone!.CompareTo(behind) < 0).OrderBy(o => o.Name).ThenBy(o => o.Id);
    }
}

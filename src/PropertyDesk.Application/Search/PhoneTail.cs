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
        return owners.InUse().Where(o => o.SearchPhone!.StartsWith(end)).OrderBy(o => o.Name).ThenBy(o => o.Id);
    }
}

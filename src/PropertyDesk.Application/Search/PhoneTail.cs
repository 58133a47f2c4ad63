using PropertyDesk.Application.Owners;
using PropertyDesk.Domain.Owners;

namespace PropertyDesk.Application.Search;

internal static class PhoneTail
{
    /// <summary>Owners whose number ends with these digits, however it is written in the archive; by name.</summary>
    public static IQueryable<Owner> WithPhoneEnding(this IQueryable<Owner> owners, string digits) =>
        owners.InUse().Where(o => o.Phone != null && o.Phone.Replace("-", "").EndsWith(digits)).OrderBy(o => o.Name).ThenBy(o => o.Id);
}

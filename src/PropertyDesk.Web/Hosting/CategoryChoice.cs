using Microsoft.AspNetCore.Mvc.Rendering;
using PropertyDesk.Application;
using PropertyDesk.Domain.Tickets;

namespace PropertyDesk.Web.Hosting;

/// <summary>The categories of tickets, for a list to choose from.</summary>
public static class CategoryChoice
{
    /// <returns>Under their kinds.</returns>
    public static IEnumerable<SelectListItem> Of(IEnumerable<TicketCategory> categories)
    {
        foreach (var kind in categories.GroupBy(c => c.Kind))
        {
            var group = new SelectListGroup { Name = Words.Of(kind.Key) };
            foreach (var category in kind)
            {
                yield return new SelectListItem(category.Name, $"{category.Id}") { Group = group };
            }
        }
    }
}

namespace PropertyDesk.Web.Pages.Search;

/// <summary>The one search box, as a page shows it.</summary>
/// <param name="To">Where a hit leads: "owner" to the owner's page, "take" to taking money, "deposit" to taking a deposit.</param>
/// <param name="TakesFocus">It is what the page is for.</param>
public sealed record SearchBox(string To, bool TakesFocus);

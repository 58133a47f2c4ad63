namespace PropertyDesk.Web.Hosting;

/// <summary>Which page of a list is shown; links keep the filters of the address.</summary>
public sealed record Pager(int Page, int Count, int PageSize)
{
    public int Pages => Math.Max(1, (Count + PageSize - 1) / PageSize);

    public string Link(HttpRequest request, int page)
    {
        var query = request.Query.Where(q => q.Key != "page").SelectMany(q => q.Value, (q, value) => KeyValuePair.Create(q.Key, value));
        return request.PathBase + request.Path + QueryString.Create(query).Add("page", page.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }
}

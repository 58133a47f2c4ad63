using Microsoft.EntityFrameworkCore;
using PropertyDesk.Domain;

namespace PropertyDesk.IntegrationTests.Architecture;

/// <summary>A list reads the columns that it shows, amounts or not: what it makes of them are records, not what the books hold.</summary>
public sealed class ReadingWhatIsShown
{
    private sealed record Shown(Guid Id, Money Total);

    private sealed record Line(Guid Id, Money Amount, string Item);

    public static TheoryData<string> Providers => ["Sqlite", "Postgres", "SqlServer"];

    [Theory, MemberData(nameof(Providers))]
    public async Task A_record_with_an_amount_is_no_whole_entity(string provider)
    {
        await using var db = ModelOf.Open(provider);

        var rows = db.Bills.OrderBy(b => b.Number).Select(b => new Shown(b.Id, b.Total)).Take(20).ToQueryString();
        var named = db.Bills.Select(b => new { b.Id, b.Total }).Where(b => b.Total.Fen > 0).Select(b => new Shown(b.Id, b.Total)).ToQueryString();
        var nested = db.Bills.Select(b => new { b.Number, Lines = b.Lines.Select(l => new Line(l.Id, l.Amount, l.ItemName)).ToList() }).ToQueryString();

        Assert.Contains("Total_Fen", rows, StringComparison.Ordinal);
        Assert.DoesNotContain("OwnerName", rows, StringComparison.Ordinal);
        Assert.DoesNotContain("OwnerName", named, StringComparison.Ordinal);
        Assert.DoesNotContain("Working", nested, StringComparison.Ordinal);
    }
}

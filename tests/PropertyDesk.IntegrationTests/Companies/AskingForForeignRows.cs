using System.Net;
using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application;
using PropertyDesk.Domain.Companies;

namespace PropertyDesk.IntegrationTests.Companies;

/// <summary>
/// Every address of the program, as it runs, is asked for every kind of row of another company that it could give away. New
/// pages are tried without a word here.
/// </summary>
/// <remarks>
/// Which kinds those are, the program says itself: asked for an id that nobody has, it sends the same statements as for a
/// foreign id until one of them finds it, so a kind of which no statement reads the table cannot be found by the address.
/// An address that sends none is asked for every kind.
/// </remarks>
public sealed class AskingForForeignRows
{
    // Filling two companies takes longer than asking: once for the two tests that need them.
    private static readonly Lazy<Task<(Desk Desk, CompanyBrowser Manager, CompanyBrowser Owner)>> Filled = new(FillAsync);

    [Fact]
    public async Task Answers_not_found_for_every_address_and_kind_of_row()
    {
        var (desk, manager, owner) = await Filled.Value;
        var ids = await BusyCompany.IdsAsync(desk, desk.Foreign);
        var tables = await desk.See(db => Task.FromResult(BusyCompany.Kinds(db).ToDictionary(k => k.Name, k => db.Model.FindEntityType(k)!.GetTableName()!, StringComparer.Ordinal)));
        var before = await BusyCompany.PictureAsync(desk, desk.Foreign);
        var wrong = new List<string>();
        foreach (var address in (await Address.AllAsync(desk.Services)).Where(a => a.Ids.Count + a.Fields.Count > 0))
        {
            var browser = address.OfPortal ? owner : manager;
            var asked = await TablesAskedAsync(browser, address);
            foreach (var (kind, id) in ids.Where(i => asked.Count == 0 || asked.Any(statement => statement.Contains($"\"{tables[i.Key]}\"", StringComparison.Ordinal))))
            {
                var (status, body) = await browser.AskAsync(address, id);
                var refused = address.Ids.Count > 0 ? status == HttpStatusCode.NotFound : status is not (HttpStatusCode.Redirect or HttpStatusCode.InternalServerError);
                if (!refused || body.Contains(desk.Foreign.Slug, StringComparison.Ordinal))
                {
                    wrong.Add($"{address} with the foreign {kind}: {(int)status}");
                }
            }
        }

        Assert.True(wrong.Count == 0, string.Join(Environment.NewLine, wrong));
        Assert.Equal(before, await BusyCompany.PictureAsync(desk, desk.Foreign));
    }

    /// <summary>The test above would pass on a program that answers nothing at all: the own rows do open.</summary>
    [Fact]
    public async Task Opens_every_page_for_a_row_of_the_own_company()
    {
        var (desk, manager, _) = await Filled.Value;
        var ids = await BusyCompany.IdsAsync(desk, desk.Company);
        foreach (var address in (await Address.AllAsync(desk.Services)).Where(a => a.Ids.Count > 0 && !a.IsPost && !a.OfPortal))
        {
            var isOpened = false;
            foreach (var id in ids.Values)
            {
                isOpened = (await manager.AskAsync(address, id)).Status == HttpStatusCode.OK;
                if (isOpened)
                {
                    break;
                }
            }

            Assert.True(isOpened, $"{address} opened for no row of the own company.");
        }
    }

    [Fact]
    public async Task Answers_not_found_under_the_name_of_a_company_that_one_is_not_in()
    {
        var desk = await Desk.OpenAsync();
        var manager = await CompanyBrowser.OpenAsync(await desk.SignInAsync(Role.Manager), desk.Company.Slug);
        var wrong = new List<string>();
        foreach (var address in (await Address.AllAsync(desk.Services)).Where(a => !a.IsPost))
        {
            foreach (var slug in new[] { desk.Foreign.Slug, "no-such-company" })
            {
                var status = await manager.StatusAsync($"/{slug}{address.Path(Guid.NewGuid())}");
                if (status != HttpStatusCode.NotFound)
                {
                    wrong.Add($"{address} under {slug}: {(int)status}");
                }
            }
        }

        Assert.True(wrong.Count == 0, string.Join(Environment.NewLine, wrong));
    }

    [Fact]
    public async Task Sends_whoever_is_not_logged_in_to_the_login()
    {
        var desk = await Desk.OpenAsync();
        using var anonymous = desk.Anonymous();
        foreach (var address in (await Address.AllAsync(desk.Services)).Where(a => !a.IsPost))
        {
            using var answer = await anonymous.GetAsync("/" + desk.Company.Slug + address.Path(Guid.NewGuid()));
            Assert.StartsWith("/account/login", answer.Headers.Location?.OriginalString, StringComparison.Ordinal);
        }
    }

    private static async Task<IReadOnlyCollection<string>> TablesAskedAsync(CompanyBrowser browser, Address address)
    {
        var nobody = Guid.NewGuid();
        using var asked = TablesAsked.By(nobody);
        await browser.AskAsync(address, nobody);
        return asked.Statements;
    }

    private static async Task<(Desk Desk, CompanyBrowser Manager, CompanyBrowser Owner)> FillAsync()
    {
        var desk = await Desk.OpenAsync();
        var manager = await desk.SignInAsync(Role.Manager);
        await BusyCompany.FillAsync(desk, desk.Company);
        await BusyCompany.FillAsync(desk, desk.Foreign);
        var payer = await desk.See(db => db.Bills.Select(b => b.Owner).FirstAsync());
        var owner = await desk.SignInAsync(userId => Membership.OfOwner(payer, userId));
        return (desk, await CompanyBrowser.OpenAsync(manager, desk.Company.Slug), await CompanyBrowser.OpenAsync(owner, desk.Company.Slug));
    }
}

using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PropertyDesk.Application;
using PropertyDesk.Domain.Billing;
using PropertyDesk.Domain.Companies;
using PropertyDesk.Domain.Owners;
using PropertyDesk.Domain.Payments;
using PropertyDesk.IntegrationTests.Payments;

namespace PropertyDesk.IntegrationTests.Portal;

/// <summary>A till with published bills of 张伟 and 李娜, and what their browsers do.</summary>
internal sealed class PortalDesk
{
    private PortalDesk(Till till) => Till = till;

    public Till Till { get; }

    public Desk Desk => Till.Desk;

    public Owner Zhang => Till.Own.Zhang;

    public Owner Li => Till.Own.Li;

    /// <summary>Where the company's pages begin.</summary>
    public string Root => $"/{Desk.Company.Slug}";

    public static async Task<PortalDesk> OpenAsync() => new(await Till.OpenAsync());

    public Task<HttpClient> OwnerAsync(Owner owner) => Desk.SignInAsync(user => Membership.OfOwner(owner, user));

    public Task<HttpClient> FamilyAsync(Owner owner, Role role) => Desk.SignInAsync(user => Membership.OfFamily(owner, user, role, "家人", Desk.Clock.GetUtcNow()));

    public async Task<string> ReadAsync(HttpClient browser, string page) => WebUtility.HtmlDecode(await browser.GetStringAsync(Root + page));

    public async Task<HttpStatusCode> StatusAsync(HttpClient browser, string page)
    {
        using var answer = await browser.GetAsync(Root + page);
        return answer.StatusCode;
    }

    /// <summary>Posts with the token of any page that the browser may see.</summary>
    public async Task<(HttpStatusCode Status, string Text)> PostAsync(HttpClient browser, string target, params (string Name, string Value)[] fields)
    {
        using var answer = await Desk.PostAsync(browser, "/account/password", Root + target, fields.ToDictionary(f => f.Name, f => f.Value));
        return (answer.StatusCode, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()));
    }

    public Task<BillLine> LineAsync(Owner owner) => Till.SeeAsync(db => db.BillLines.Include(l => l.Bill).Where(l => l.Bill.OwnerId == owner.Id).OrderBy(l => l.Bill.Number).ThenBy(l => l.Position).FirstAsync());

    /// <summary>Takes all that an owner owes, in cash, and gives the receipt.</summary>
    public async Task<Receipt> PayAsync(Owner owner)
    {
        var taken = await Till.TakeAsync(await Till.AskAsync(owner));
        return await Till.SeeAsync(db => db.Receipts.Include(r => r.Payment).SingleAsync(r => r.PaymentId == taken.PaymentId));
    }

    /// <summary>Does something as a login with these memberships, in a scope of its own.</summary>
    public async Task<TResult> AsAsync<T, TResult>(IReadOnlyCollection<Membership> memberships, Func<T, Task<TResult>> act)
        where T : class
    {
        await using var scope = Desk.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentCompany>().Enter(Desk.Company, Guid.NewGuid(), "登录名", memberships, [Till.Own.Community.Id]);
        return await act(scope.ServiceProvider.GetRequiredService<T>());
    }

    public Task<TResult> AsOwnerAsync<T, TResult>(Owner owner, Func<T, Task<TResult>> act)
        where T : class => AsAsync([Membership.OfOwner(owner, Guid.NewGuid())], act);
}

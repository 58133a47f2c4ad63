using System.Net;

namespace PropertyDesk.IntegrationTests.Security;

public sealed class LoggingIn
{
    private const string Refusal = "账号或密码不对，或账号已被暂时锁定。";

    [Fact]
    public async Task Says_the_same_to_a_wrong_name_as_to_a_wrong_password()
    {
        var desk = await Desk.OpenAsync();
        var user = await desk.UserAsync();

        var wrongPassword = await (await desk.Anonymous().LogInAsync(user.UserName!, "Not-the-password")).Content.ReadAsStringAsync();
        var wrongName = await (await desk.Anonymous().LogInAsync("nobody@example.com", "Not-the-password")).Content.ReadAsStringAsync();

        Assert.Contains(Refusal, wrongPassword, StringComparison.Ordinal);
        Assert.Contains(Refusal, wrongName, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Locks_after_five_wrong_passwords_even_for_the_right_one()
    {
        var desk = await Desk.OpenAsync();
        var user = await desk.UserAsync();
        for (var i = 0; i < 5; i++)
        {
            await desk.Anonymous().LogInAsync(user.UserName!, "Not-the-password");
        }

        var answer = await desk.Anonymous().LogInAsync(user.UserName!, Desk.Password);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains(Refusal, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stops_an_address_that_tries_one_name_again_and_again()
    {
        var client = (await Desk.OpenAsync()).Anonymous();
        for (var i = 0; i < Web.Hosting.LoginAttempts.Limit; i++)
        {
            Assert.Equal(HttpStatusCode.OK, (await client.LogInAsync("nobody@example.com", "x")).StatusCode);
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, (await client.LogInAsync("NOBODY@example.com", "x")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await client.LogInAsync("somebody@example.com", "x")).StatusCode);
    }

    [Fact]
    public async Task Stops_an_address_that_tries_many_names()
    {
        var desk = await Desk.OpenAsync();
        var client = desk.Anonymous();
        for (var i = 0; i < 20; i++)
        {
            Assert.Equal(HttpStatusCode.OK, (await client.LogInAsync("", "")).StatusCode);
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, (await client.LogInAsync("", "")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await desk.Anonymous().LogInAsync("", "")).StatusCode);
    }

    [Theory]
    [InlineData("https://example.com/")]
    [InlineData("//example.com")]
    [InlineData("/\\example.com")]
    [InlineData("javascript:alert(1)")]
    public async Task Never_leads_to_another_site(string target)
    {
        var desk = await Desk.OpenAsync();
        var user = await desk.UserAsync();
        var page = "/account/login?returnUrl=" + Uri.EscapeDataString(target);

        var answer = await Desk.PostAsync(desk.Anonymous(), page, page, new() { ["Input.Login"] = user.UserName!, ["Input.Password"] = Desk.Password });

        Assert.Equal("/", answer.Headers.Location?.ToString());
    }

    [Fact]
    public async Task Hashes_passwords_with_220000_rounds()
    {
        var user = await (await Desk.OpenAsync()).UserAsync();
        var hash = Convert.FromBase64String(user.PasswordHash!);

        // Format 3 of Identity: marker 1, then the function (2 is SHA-512) and the rounds as big-endian numbers.
        Assert.Equal((1, 2u, 220_000u), (hash[0], Number(hash, 1), Number(hash, 5)));
    }

    [Fact]
    public async Task Changing_the_password_needs_the_old_one_and_a_rare_new_one()
    {
        var desk = await Desk.OpenAsync();
        var user = await desk.UserAsync();
        var client = await desk.SignInAsync(user);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, await ChangeAsync(client, "wrong", "Another-good-one"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await ChangeAsync(client, Desk.Password, "iloveyou"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await ChangeAsync(client, Desk.Password, "Short-1"));
        Assert.Equal(HttpStatusCode.Redirect, await ChangeAsync(client, Desk.Password, "Another-good-one"));
        Assert.Equal(HttpStatusCode.Redirect, (await desk.Anonymous().LogInAsync(user.UserName!, "Another-good-one")).StatusCode);
    }

    [Fact]
    public async Task A_forgotten_password_is_set_anew_by_the_operators_link_once()
    {
        var desk = await Desk.OpenAsync();
        var user = await desk.UserAsync();
        var platform = await desk.SignInAsync(await desk.UserAsync(isOperator: true));
        await Desk.PostAsync(platform, "/platform", "/platform?handler=Reset", new() { ["login"] = user.UserName! });
        var shown = await platform.GetStringAsync("/platform");
        var link = new Uri(WebUtility.HtmlDecode(shown.Split("readonly value=\"")[1].Split('"')[0])).PathAndQuery;

        Assert.Equal(HttpStatusCode.UnprocessableEntity, await ResetAsync(desk, link + "x"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await ResetAsync(desk, link, "password1"));
        Assert.Equal(HttpStatusCode.Redirect, await ResetAsync(desk, link));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await ResetAsync(desk, link));
        Assert.Equal(HttpStatusCode.Redirect, (await desk.Anonymous().LogInAsync(user.UserName!, "Another-good-one")).StatusCode);
    }

    private static async Task<HttpStatusCode> ResetAsync(Desk desk, string link, string password = "Another-good-one") =>
        (await Desk.PostAsync(desk.Anonymous(), link, link, new() { ["Input.Password"] = password, ["Input.Repeat"] = password })).StatusCode;

    private static async Task<HttpStatusCode> ChangeAsync(HttpClient client, string current, string password) =>
        (await Desk.PostAsync(client, "/account/password", "/account/password", new()
        {
            ["Input.Current"] = current,
            ["Input.Password"] = password,
            ["Input.Repeat"] = password,
        })).StatusCode;

    private static uint Number(byte[] hash, int at) => System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(hash.AsSpan(at));
}

using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using PropertyDesk.Application.Companies;

namespace PropertyDesk.IntegrationTests.Security;

public sealed class RefusingCommonPasswords
{
    [Theory]
    [InlineData("password1")]
    [InlineData("PASSWORD1")]
    [InlineData("trustno1")]
    [InlineData("23456789")]
    [InlineData("asdfghjkl")]
    [InlineData("woaini520")]
    [InlineData("aaaaaaaab")]
    [InlineData("13812341234")]
    [InlineData("short-1")]
    public async Task Refuses_what_is_guessed_first(string password) => Assert.False((await CheckAsync(password)).Succeeded);

    [Theory]
    [InlineData("correct horse battery staple")]
    [InlineData("yanjiaxiangdemaoheni")]
    [InlineData("门口的石榴树开了花")]
    public async Task Takes_long_ones_without_digits_or_signs(string password) => Assert.True((await CheckAsync(password)).Succeeded);

    [Fact]
    public async Task Refuses_what_is_too_long_to_hash() => Assert.False((await CheckAsync(string.Concat(Enumerable.Range(0, 60).Select(n => $"{n:00}-")))).Succeeded);

    private static async Task<IdentityResult> CheckAsync(string password)
    {
        await using var scope = (await Desk.OpenAsync()).Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<DeskUser>>();
        foreach (var validator in users.PasswordValidators)
        {
            if (await validator.ValidateAsync(users, new DeskUser { UserName = "13812341234" }, password) is { Succeeded: false } refused)
            {
                return refused;
            }
        }

        return IdentityResult.Success;
    }
}

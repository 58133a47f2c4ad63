using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PropertyDesk.Application.Owners;
using PropertyDesk.Domain;
using PropertyDesk.IntegrationTests.Payments;

namespace PropertyDesk.IntegrationTests.Owners;

public sealed class KeepingPersonalData
{
    [Theory]
    [InlineData("13812341234", "138****1234")]
    [InlineData("0551-65551234", "055****1234")]
    [InlineData("12345", "****45")]
    [InlineData("1", "****1")]
    [InlineData(null, "")]
    public void Hides_the_middle_of_a_phone_number(string? phone, string shown) => Assert.Equal(shown, Masking.Phone(phone));

    [Theory]
    [InlineData("110101199001011234", "110101********1234")]
    [InlineData("12", "********12")]
    [InlineData(null, "")]
    public void Hides_the_birthday_in_an_id_number(string? idNumber, string shown) => Assert.Equal(shown, Masking.IdNumber(idNumber));

    [Theory]
    [InlineData("zhang@example.com", "z****@example.com")]
    [InlineData("no address", "")]
    [InlineData(null, "")]
    public void Hides_the_name_in_an_email_address(string? email, string shown) => Assert.Equal(shown, Masking.Email(email));

    [Fact]
    public async Task Keeps_id_numbers_encrypted_and_shows_them_masked()
    {
        var till = await Till.OpenAsync();
        var stored = await till.SeeAsync(db => db.Owners.Where(o => o.Id == till.Own.Zhang.Id).Select(o => o.IdNumberCipher).SingleAsync());
        Assert.DoesNotContain(SmallCommunity.IdNumber, stored!, StringComparison.Ordinal);

        var owner = await till.WithAsync((OwnerQueries q) => q.FindAsync(till.Own.Zhang.Id));

        Assert.Equal(new MaskedContact("138****1234", "z****@example.com", "990101********1234", HasLogin: false), owner.Contact);
    }

    [Fact]
    public async Task Cannot_read_an_id_number_of_another_company()
    {
        var till = await Till.OpenAsync();
        await using var foreign = till.Desk.Enter(till.Desk.Foreign);
        var cipher = foreign.ServiceProvider.GetRequiredService<IPersonalDataCipher>().Protect(SmallCommunity.IdNumber);

        await Assert.ThrowsAsync<CryptographicException>(() => till.WithAsync((IPersonalDataCipher c) => Task.FromResult(c.Unprotect(cipher))));
    }

    [Fact]
    public async Task Shows_the_page_though_an_id_number_cannot_be_read()
    {
        var till = await Till.OpenAsync();
        await till.SeeAsync(db => db.Owners.ExecuteUpdateAsync(o => o.SetProperty(x => x.IdNumberCipher, "not a cipher")));
        var owner = await till.WithAsync((OwnerQueries q) => q.FindAsync(till.Own.Zhang.Id));
        Assert.DoesNotContain(owner.Contact.IdNumber, char.IsAsciiDigit);
    }

    [Fact]
    public async Task Reveals_and_changes_contact_data()
    {
        var till = await Till.OpenAsync();
        Assert.Equal(
            new OwnerContact("张伟", "13812341234", "zhang@example.com", SmallCommunity.IdNumber),
            await till.WithAsync((OwnerContacts c) => c.RevealAsync(till.Own.Zhang.Id)));

        await till.WithAsync((OwnerContacts c) => c.ChangeAsync(till.Own.Zhang.Id, " 张伟明 ", "１３９ 0000 1111", ""));

        Assert.Equal(
            new OwnerContact("张伟明", "13900001111", null, SmallCommunity.IdNumber),
            await till.WithAsync((OwnerContacts c) => c.RevealAsync(till.Own.Zhang.Id)));
    }

    [Theory]
    [InlineData("张伟", "call me", null, "Phone")]
    [InlineData("张伟", null, "nobody", "Email")]
    [InlineData(" ", null, null, null)]
    public async Task Refuses_what_cannot_be_contact_data(string name, string? phone, string? email, string? field)
    {
        var till = await Till.OpenAsync();
        var rule = await Assert.ThrowsAsync<RuleViolation>(() => till.WithAsync((OwnerContacts c) => c.ChangeAsync(till.Own.Zhang.Id, name, phone, email)));
        Assert.Equal(field, rule.Field);
    }

    [Fact]
    public async Task Does_not_know_owners_of_another_company()
    {
        var till = await Till.OpenAsync();
        var foreign = till.Foreign.Zhang.Id;
        await Assert.ThrowsAsync<NotFoundException>(() => till.WithAsync((OwnerQueries q) => q.FindAsync(foreign)));
        await Assert.ThrowsAsync<NotFoundException>(() => till.WithAsync((OwnerDuesQuery q) => q.FindAsync(foreign)));
        await Assert.ThrowsAsync<NotFoundException>(() => till.WithAsync((OwnerContacts c) => c.RevealAsync(foreign)));
        await Assert.ThrowsAsync<NotFoundException>(() => till.WithAsync((OwnerContacts c) => c.ChangeAsync(foreign, "x", null, null)));
    }
}

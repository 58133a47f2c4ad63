using CsCheck;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Communities;
using PropertyDesk.Domain.Companies;
using PropertyDesk.Domain.Deliveries;
using PropertyDesk.Domain.Owners;

namespace PropertyDesk.UnitTests.Deliveries;

public sealed class ChoosingChannels
{
    private static readonly IReadOnlyList<DeliveryChannel> Order = [DeliveryChannel.Email, DeliveryChannel.Sms, DeliveryChannel.Portal, DeliveryChannel.Print];
    private static readonly Reach Everything = new("a@b.cn", "13800001111", HasLogin: true);

    [Fact]
    public void The_companys_order_holds_where_the_owner_chose_nothing() => Assert.Equal((DeliveryChannel.Email, "a@b.cn"), Choose(null, Everything));

    [Fact]
    public void The_owners_choice_goes_first_even_if_the_company_does_not_use_it() =>
        Assert.Equal((DeliveryChannel.Phone, "13800001111"), Choose(Preference(DeliveryChannel.Phone), Everything));

    [Fact]
    public void What_the_owner_refuses_is_never_used()
    {
        Assert.Equal((DeliveryChannel.Portal, null), Choose(Preference(null, DeliveryChannel.Email, DeliveryChannel.Sms), Everything));
        Assert.Throws<RuleViolation>(() => Preference(DeliveryChannel.Sms, DeliveryChannel.Sms));
    }

    [Fact]
    public void A_telephone_is_no_mobile()
    {
        Assert.Equal((DeliveryChannel.Print, null), Choose(null, new Reach(null, "021-55558800", HasLogin: false)));
        Assert.All(["13800001111", "8613800001111", "+8613800001111", "+4915112345678"], phone => Assert.True(DeliveryRouting.IsMobile(phone)));
        Assert.All(["1380000111", "02155558800", "", "138000011112", "1380000111a"], phone => Assert.False(DeliveryRouting.IsMobile(phone)));
    }

    [Fact]
    public void Nobody_is_lost_without_a_reason() => Gen.Select(Gen.Bool, Gen.Bool, Gen.Bool, Gen.Bool).Sample((email, phone, login, closed) =>
    {
        var (channel, _, passed) = DeliveryRouting.Choose(
            [DeliveryChannel.Email, DeliveryChannel.Sms, DeliveryChannel.Portal], null, new Reach(email ? "a@b.cn" : null, phone ? "13800001111" : null, login), c => closed && c == DeliveryChannel.Email ? "关" : null);
        return channel is not null || passed.Count == 3;
    });

    private static (DeliveryChannel?, string?) Choose(DeliveryPreference? preference, Reach reach)
    {
        var (channel, address, _) = DeliveryRouting.Choose(Order, preference, reach, _ => null);
        return (channel, address);
    }

    private static DeliveryPreference Preference(DeliveryChannel? channel, params DeliveryChannel[] refused)
    {
        var company = new Company("翠湖物业", "cuihu");
        typeof(Company).GetProperty(nameof(Company.Id))!.SetValue(company, 1);
        var preference = new DeliveryPreference(new Owner(new Community(company, "翠湖花园"), "张伟"));
        preference.Change(channel, null, refused, "吴客服", DateTimeOffset.UnixEpoch);
        return preference;
    }
}

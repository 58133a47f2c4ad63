using PropertyDesk.Domain;
using PropertyDesk.Domain.Invoices;

namespace PropertyDesk.UnitTests;

/// <summary>GB 32100-2015: the check character finds every wrong character and every swap of neighbours.</summary>
public sealed class TaxNumbers
{
    private const string Characters = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    [Theory]
    [InlineData("91350100M000100Y43")]
    [InlineData("91110000600037341L")]
    [InlineData("91440300708461136T")]
    public void Takes_numbers_in_use(string number) => Assert.Equal(number, TaxNumber.Read(number));

    [Fact]
    public void Finds_every_single_wrong_character()
    {
        const string number = "91350100M000100Y43";
        for (var i = 0; i < number.Length; i++)
        {
            foreach (var wrong in Characters.Where(c => c != number[i]))
            {
                var text = string.Concat(number.AsSpan(0, i), $"{wrong}", number.AsSpan(i + 1));
                Assert.Throws<RuleViolation>(() => TaxNumber.Read(text));
            }
        }
    }

    [Fact]
    public void Finds_every_swap_of_neighbours()
    {
        const string number = "91350100M000100Y43";
        for (var i = 0; i + 1 < number.Length; i++)
        {
            var text = string.Concat(number.AsSpan(0, i), $"{number[i + 1]}{number[i]}", number.AsSpan(i + 2));
            if (text != number)
            {
                Assert.Throws<RuleViolation>(() => TaxNumber.Read(text));
            }
        }
    }

    [Theory]
    [InlineData("9135010OM000100Y43")]
    [InlineData("91350100M000100Y4")]
    [InlineData("91350100M000100Y433")]
    [InlineData(null)]
    public void Refuses_what_the_standard_does_not_have(string? number) => Assert.Equal("TaxNumber", Assert.Throws<RuleViolation>(() => TaxNumber.Read(number)).Field);
}

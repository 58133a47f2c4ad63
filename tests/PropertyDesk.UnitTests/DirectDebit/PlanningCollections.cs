using CsCheck;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Communities;
using PropertyDesk.Domain.Companies;
using PropertyDesk.Domain.Corrections;
using PropertyDesk.Domain.DirectDebit;
using PropertyDesk.Domain.Owners;

namespace PropertyDesk.UnitTests.DirectDebit;

/// <summary>Which bills are collected, keys that survive no garbling, and layouts that say what they must.</summary>
public sealed class PlanningCollections
{
    private static readonly DateOnly Today = new(2025, 6, 1);
    private static readonly Requester Clerk = new(Guid.NewGuid(), "刘敏", DateTimeOffset.UnixEpoch, Today);
    private static readonly Company Company = Numbered(new Company("翠湖物业", "cuihu"));
    private static readonly Community Community = new(Company, "翠湖花园");

    /// <summary>Whatever is owed: each bill is collected as a whole or left out with a reason, and no limit is exceeded.</summary>
    [Fact]
    public void Every_bill_is_collected_whole_or_left_out() => Gen.Select(Gen.Int[0, 3], Gen.Long[1, 50_000], Gen.Int[0, 40], Gen.Int[0, 6]).Array[1, 20].Sample(rows =>
    {
        var owners = Enumerable.Range(0, 4).Select(i => new Owner(Community, $"业主{i}")).ToList();
        var mandates = owners.Take(3).Select((o, i) => Of(o, i == 2 ? null : new Money(30_000))).ToDictionary(m => m.OwnerId);
        var bills = rows.Select((r, i) => new DebitBill(
            Guid.NewGuid(), $"{i:0000}", new BillingMonth(2025, 5), "1-1-101", owners[r.Item1].Id, owners[r.Item1].Name, Today.AddDays(r.Item3), new Money(r.Item2), r.Item4 == 0 ? LeftOutReason.Disputed : null)).ToList();

        var plan = DebitPlan.Of(bills, mandates, Today);

        var seen = plan.Parts.SelectMany(p => p.Bills).Concat(plan.LeftOut.Select(l => l.Bill)).ToList();
        Assert.Equal(bills.Select(b => b.Id).Order(), seen.Select(b => b.Id).Order());
        Assert.All(plan.Parts, p => Assert.True(!p.Mandate.IsLimited || p.Amount <= p.Mandate.Limit));
        Assert.All(plan.Parts.SelectMany(p => p.Bills), b => Assert.Null(b.Obstacle));
        Assert.All(plan.LeftOut.Where(l => l.Bill.OwnerId == owners[3].Id), l => Assert.Equal(LeftOutReason.NoMandate, l.Reason));
        Assert.Equal(Money.Sum(plan.Parts.Select(p => p.Amount)), plan.Sum.Total);
    });

    /// <summary>One digit that is another, or two neighbours that changed places: the key is none any more.</summary>
    [Fact]
    public void A_garbled_key_is_no_key() => Gen.Select(Gen.Int[1, 999_999], Gen.Int[1, 99_999], Gen.Int[0, 12], Gen.Int[1, 9]).Sample((batch, sequence, place, by) =>
    {
        var key = LineKey.Of(batch, sequence).ToCharArray();
        Assert.True(LineKey.IsWhole(new string(key)));
        var wrong = (char[])key.Clone();
        wrong[place] = (char)('0' + ((wrong[place] - '0' + by) % 10));
        Assert.False(LineKey.IsWhole(new string(wrong)));
        var next = (place + 1) % key.Length;
        if (place < next && key[place] != key[next])
        {
            (key[place], key[next]) = (key[next], key[place]);
            Assert.False(LineKey.IsWhole(new string(key)));
        }
    });

    [Fact]
    public void The_shipped_layouts_are_whole_and_come_back_as_they_were_kept()
    {
        foreach (var format in new[] { ShippedFormats.Bars, ShippedFormats.Fixed, ShippedFormats.Csv })
        {
            format.Require();
            Assert.Equal(format.ToJson(), DebitFormat.FromJson(format.ToJson()).ToJson());
        }
    }

    [Theory]
    [InlineData(DebitRecord.Line, DebitField.LineKey)]
    [InlineData(DebitRecord.Line, DebitField.Account)]
    [InlineData(DebitRecord.ReturnLine, DebitField.Amount)]
    [InlineData(DebitRecord.ReturnLine, DebitField.ResultCode)]
    [InlineData(DebitRecord.ReturnLine, DebitField.Account)]
    public void A_layout_without_what_proves_a_line_is_refused(DebitRecord record, DebitField field)
    {
        var bare = Without(ShippedFormats.Bars, record, field);

        Assert.Contains(field.Name(), Assert.Throws<RuleViolation>(bare.Require).Arguments);
    }

    [Fact]
    public void A_layout_without_the_total_around_its_lines_is_refused() =>
        Assert.Throws<RuleViolation>(Without(Without(ShippedFormats.Bars, DebitRecord.ReturnHeader, DebitField.Total), DebitRecord.ReturnTrailer, DebitField.Total).Require);

    [Fact]
    public void A_layout_of_fixed_width_needs_widths_and_codes_need_meanings()
    {
        Assert.Throws<RuleViolation>((ShippedFormats.Bars with { Kind = DebitFileKind.FixedWidth }).Require);
        Assert.Throws<RuleViolation>((ShippedFormats.Fixed with { Codes = [new ResultCode("1001", false, "余额不足")] }).Require);
        Assert.Throws<RuleViolation>((ShippedFormats.Fixed with { Codes = [new ResultCode("0000", true, "")] }).Require);
        Assert.Throws<RuleViolation>((ShippedFormats.Bars with { Separator = null }).Require);
    }

    [Theory]
    [InlineData("6222 0212-3456 7890", "6222021234567890")]
    [InlineData("６２２２０２１２３４５６７８９０", "6222021234567890")]
    public void An_account_is_its_digits(string typed, string digits) => Assert.Equal(digits, BankAccount.Clean(typed));

    [Theory]
    [InlineData("1234567")]
    [InlineData("62220212345678x0")]
    [InlineData("")]
    public void What_is_no_account_is_refused(string typed) => Assert.Throws<RuleViolation>(() => BankAccount.Clean(typed));

    private static DebitFormat Without(DebitFormat format, DebitRecord record, DebitField field) => format with
    {
        Records = new Dictionary<DebitRecord, IReadOnlyList<FormatField>>(format.Records) { [record] = [.. format.Of(record).Where(f => f.Field != field)] },
    };

    private static Mandate Of(Owner owner, Money? limit) =>
        new(owner, new MandateTerms("工商银行", owner.Name, "XY1", new DateOnly(2024, 1, 1), null, limit), new ProtectedAccount("x", "0001"), Clerk);

    private static Company Numbered(Company company)
    {
        typeof(Company).GetProperty(nameof(Company.Id))!.SetValue(company, 1);
        return company;
    }
}

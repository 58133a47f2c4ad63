using System.Globalization;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Charges.Formulas;

namespace PropertyDesk.UnitTests.Charges.Formulas;

public sealed class ReadingFormulas
{
    [Theory]
    [InlineData("1 + 2 × 3", "7")]
    [InlineData("(1 + 2) * 3", "9")]
    [InlineData("10 − 4 − 3", "3")]
    [InlineData("12 ÷ 4 ÷ 3", "1")]
    [InlineData("-2 + 5", "3")]
    [InlineData("建筑面积 × 0.35", "35")]
    [InlineData("area*0.35", "35")]
    [InlineData("max(建筑面积 × 0.1, 20)", "20")]
    [InlineData("min(建筑面积, 60)", "60")]
    [InlineData("round(10 ÷ 3, 2)", "3.33")]
    [InlineData("round(2.5)", "3")]
    [InlineData("if(人数 > 5, 人数 − 5, 0) × 2", "4")]
    [InlineData("if(人数 >= 8, 1, 2)", "2")]
    [InlineData("（建筑面积－40）×０.５", "30")]
    [InlineData("if(人数 = 7, 系数, 天数 / 当月天数)", "1.5")]
    public void Says_what_it_means(string text, string value) => Assert.Equal(decimal.Parse(value, CultureInfo.InvariantCulture), Value(text));

    [Fact]
    public void The_branch_not_taken_is_not_computed() => Assert.Equal(0, Value("if(人数 = 0, 建筑面积 ÷ 0, 0)"));

    [Theory]
    [InlineData("", "请填写公式。")]
    [InlineData("1 +", "公式没有写完。")]
    [InlineData("(1 + 2", "公式末尾缺少“)”。")]
    [InlineData("1 2", "第 3 个字处的“2”放在这里不对。")]
    [InlineData("建筑面积 × 单价", "第 8 个字处的“单价”不认识，可用的名称有：建筑面积、套内面积、人数、天数、当月天数、系数；函数有：min、max、round、if。")]
    [InlineData("1.2.3", "第 1 个字处的数“1.2.3”读不懂。")]
    [InlineData("2 ^ 3", "第 3 个字“^”不能用在公式里。")]
    [InlineData("max(1)", "第 1 个字处的 max 要有 2 到 10 个参数，现在有 1 个。")]
    [InlineData("if(1, 2; 3)", "第 8 个字“;”不能用在公式里。")]
    [InlineData("sqrt(4)", "第 1 个字处的“sqrt”不认识，可用的名称有：建筑面积、套内面积、人数、天数、当月天数、系数；函数有：min、max、round、if。")]
    public void Says_where_it_is_wrong(string text, string message)
    {
        var refused = Assert.Throws<RuleViolation>(() => FormulaText.Read(text));

        Assert.Equal((message, "Formula"), (refused.Message, refused.Field));
    }

    [Theory]
    [InlineData("100 ÷ 人数", "公式在人数为 0 时算不出来：除数为零。可以用 if 或 max 避开。")]
    [InlineData("建筑面积 − 50", "公式在建筑面积为 0.01 时算不出来：结果小于零。可以用 if 或 max 避开。")]
    [InlineData("1 ÷ 0", "公式算不出来：除数为零。")]
    [InlineData("建筑面积 × 建筑面积 × 建筑面积", "公式在建筑面积为 100000 时算不出来：结果太大。可以用 if 或 max 避开。")]
    [InlineData("round(建筑面积, 7)", "公式算不出来：round 的位数须为 0 到 6。")]
    public void Is_refused_when_saved_if_it_can_fail(string text, string message) =>
        Assert.Equal(message, Assert.Throws<RuleViolation>(() => FormulaText.Read(text).CheckWithSamples()).Message);

    [Theory]
    [InlineData("if(人数 > 0, 100 ÷ 人数, 0)")]
    [InlineData("max(建筑面积 − 50, 0) × 0.8")]
    public void Is_saved_if_the_ends_are_seen_to(string text) => FormulaText.Read(text).CheckWithSamples();

    [Fact]
    public void Deep_nesting_and_long_texts_are_refused_not_run()
    {
        Assert.Throws<RuleViolation>(() => FormulaText.Read(new string('(', 100) + "1" + new string(')', 100)));
        Assert.Throws<RuleViolation>(() => FormulaText.Read(string.Join('+', Enumerable.Repeat("1", 400))));
    }

    [Fact]
    public void Garbage_is_refused_with_a_message_and_never_breaks()
    {
        var random = new Random(20250520);
        const string Alphabet = "0123456789.+-*/()<>=, ×÷（）if max min round 面积人数系数area天";
        for (var i = 0; i < 20_000; i++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(1, 30)).Select(_ => Alphabet[random.Next(Alphabet.Length)]));
            try
            {
                FormulaText.Read(text).CheckWithSamples();
            }
            catch (RuleViolation refused)
            {
                Assert.Equal("Formula", refused.Field);
            }
        }
    }

    private static decimal Value(string text) => FormulaText.Read(text).Evaluate(name => FormulaVariable.Named(name) switch
    {
        { English: "area" } => 100,
        { English: "people" } => 7,
        { English: "days" } => 15,
        { English: "daysInMonth" } => 30,
        { English: "coefficient" } => 1.5m,
        _ => 80,
    });
}

using PropertyDesk.Web.Hosting;
using Serilog.Events;
using Serilog.Formatting.Compact;
using Serilog.Parsing;

namespace PropertyDesk.IntegrationTests.Security;

public sealed class KeepingNumbersOutOfLogs
{
    [Theory]
    [InlineData("13812345678", "138****5678")]
    [InlineData("call 138 1234 5678 now", "call 138****5678 now")]
    [InlineData("138-1234-5678", "138****5678")]
    [InlineData("+8613812345678", "+86138****5678")]
    [InlineData("电话13812345678。", "电话138****5678。")]
    [InlineData("/owners?q=13812345678", "/owners?q=138****5678")]
    [InlineData("110101199003074233", "110101********4233")]
    [InlineData("11010119900307423X", "110101********423X")]
    [InlineData("110101900307423", "110101********7423")]
    [InlineData("6222021234567890", "****7890")]
    [InlineData("from 6222 0212 3456 7890 123.", "from ****0123.")]
    [InlineData("账号6222021234567890123，", "账号****0123，")]
    public void Masks_phones_identity_and_account_numbers(string text, string masked) => Assert.Equal(masked, MaskedFormatter.Mask(text));

    [Theory]
    [InlineData("0199b2a1-1381-7234-9567-813812345678")]
    [InlineData("4bf92f3577b34da6a13812345678aa0e")]
    [InlineData("0.13812345678")]
    [InlineData("202505-00001")]
    [InlineData("2026-11-23T15:27:46.7814369Z")]
    public void Leaves_other_numbers_alone(string text) => Assert.Equal(text, MaskedFormatter.Mask(text));

    [Fact]
    public void Masks_wherever_the_number_stands_in_a_line()
    {
        var line = new StringWriter();
        var template = new MessageTemplateParser().Parse("Owner {Phone} called");
        var error = new InvalidOperationException("no owner with 110101199003074233");
        new MaskedFormatter(new RenderedCompactJsonFormatter()).Format(
            new LogEvent(DateTimeOffset.UnixEpoch, LogEventLevel.Error, error, template, [new LogEventProperty("Phone", new ScalarValue("13812345678"))]), line);

        Assert.DoesNotContain("13812345678", line.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("110101199003074233", line.ToString(), StringComparison.Ordinal);
        Assert.Contains("138****5678", line.ToString(), StringComparison.Ordinal);
        System.Text.Json.JsonDocument.Parse(line.ToString()).Dispose();
    }
}

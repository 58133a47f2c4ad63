using CsCheck;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Deliveries;

namespace PropertyDesk.UnitTests.Deliveries;

public sealed class WritingMessages
{
    [Fact]
    public void Fills_places_and_keeps_doubled_braces() =>
        Assert.Equal("张三 {x} 3-101", TemplateText.Fill("{owner} {{x}} { unit }", place => place == "owner" ? "张三" : "3-101"));

    [Theory]
    [InlineData("{balance}", "balance")]
    [InlineData("a{", "2")]
    [InlineData("a}", "2")]
    [InlineData("{owner", "1")]
    [InlineData("{}", "")]
    public void Names_what_is_wrong(string text, string named) =>
        Assert.Contains(named, Assert.Throws<RuleViolation>(() => TemplateText.Check(text)).Message, StringComparison.Ordinal);

    /// <summary>What a value says is never read as a template.</summary>
    [Fact]
    public void A_value_is_taken_as_it_is() => Gen.String.Sample(value => TemplateText.Fill("<{owner}>", _ => value) == $"<{value}>");

    [Fact]
    public void Any_text_comes_back_when_its_braces_are_doubled() => Gen.String.Sample(text =>
        TemplateText.Fill(text.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal), _ => "!") == text);
}

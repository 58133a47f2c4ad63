namespace PropertyDesk.Domain.Charges.Formulas;

/// <summary>
/// A formula for what a month costs, such as <c>建筑面积 × 0.35 + if(人数 &gt; 5, 人数 − 5, 0) × 2</c>: numbers, + − × ÷,
/// comparisons, min, max, round, if, and the named variables. It can do nothing else, and it ends.
/// </summary>
public sealed class FormulaText
{
    private const int MaxLength = 500;

    private readonly FormulaNode _root;

    private FormulaText(FormulaNode root, IReadOnlyList<string> names) => (_root, Names) = (root, names);

    /// <summary>The variables that it speaks of, by the name used, in the order of first use.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <exception cref="RuleViolation">It cannot be understood; the message says where and what was expected.</exception>
    public static FormulaText Read(string text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            throw Refuse("请填写公式。");
        }

        if (text.Length > MaxLength)
        {
            throw Refuse("公式最多 {0} 个字。", MaxLength);
        }

        var tokens = FormulaTokens.Read(text);
        var root = new FormulaParser(tokens).ReadAll();
        return new FormulaText(root, [.. tokens.Where(t => t.Kind == TokenKind.Name && FormulaVariable.Named(t.Text) is not null).Select(t => t.Text).Distinct(StringComparer.Ordinal)]);
    }

    /// <param name="valueOf">The value of a variable, by the name used in the formula.</param>
    /// <exception cref="FormulaFailure">There is no value, or it is below zero or too large: never billed as something else.</exception>
    public decimal Evaluate(Func<string, decimal> valueOf)
    {
        try
        {
            var value = _root.Evaluate(valueOf);
            return value switch
            {
                < 0 => throw new FormulaFailure("结果小于零"),
                > 100_000_000 => throw new FormulaFailure("结果太大"),
                _ => value,
            };
        }
        catch (OverflowException)
        {
            throw new FormulaFailure("结果太大");
        }
    }

    /// <summary>Tries the formula with ordinary values and with the ends of what can be, one variable at a time.</summary>
    /// <exception cref="RuleViolation">It fails for values that can occur; the message names them.</exception>
    public void CheckWithSamples()
    {
        var usual = Names.ToDictionary(n => n, n => FormulaVariable.Named(n)!.Samples[0], StringComparer.Ordinal);
        Try(usual, null);
        foreach (var name in Names)
        {
            foreach (var sample in FormulaVariable.Named(name)!.Samples.Skip(1))
            {
                Try(new Dictionary<string, decimal>(usual, StringComparer.Ordinal) { [name] = sample }, name);
            }
        }
    }

    internal static RuleViolation Refuse(string message, params object[] arguments) => new(message, arguments, "Formula");

    private void Try(Dictionary<string, decimal> values, string? changed)
    {
        try
        {
            Evaluate(name => values[name]);
        }
        catch (FormulaFailure failure)
        {
            throw changed is null
                ? Refuse("公式算不出来：{0}。", failure.Reason)
                : Refuse("公式在{0}为 {1} 时算不出来：{2}。可以用 if 或 max 避开。", changed, values[changed], failure.Reason);
        }
    }
}

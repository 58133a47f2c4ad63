namespace PropertyDesk.Domain.Charges.Formulas;

/// <summary>A part of a formula that has a value. Comparisons give 1 or 0.</summary>
internal abstract record FormulaNode
{
    /// <param name="valueOf">The value of a variable, by its name in the formula.</param>
    /// <exception cref="FormulaFailure">It has no value, such as a division by zero.</exception>
    public abstract decimal Evaluate(Func<string, decimal> valueOf);
}

internal sealed record NumberNode(decimal Value) : FormulaNode
{
    public override decimal Evaluate(Func<string, decimal> valueOf) => Value;
}

internal sealed record VariableNode(string Name) : FormulaNode
{
    public override decimal Evaluate(Func<string, decimal> valueOf) => valueOf(Name);
}

internal sealed record NegativeNode(FormulaNode Operand) : FormulaNode
{
    public override decimal Evaluate(Func<string, decimal> valueOf) => -Operand.Evaluate(valueOf);
}

internal sealed record OperationNode(string Sign, FormulaNode Left, FormulaNode Right) : FormulaNode
{
    public override decimal Evaluate(Func<string, decimal> valueOf)
    {
        var (left, right) = (Left.Evaluate(valueOf), Right.Evaluate(valueOf));
        return Sign switch
        {
            "+" => left + right,
            "-" => left - right,
            "*" => left * right,
            "/" => right == 0 ? throw new FormulaFailure("除数为零") : left / right,
            "<" => left < right ? 1 : 0,
            "<=" => left <= right ? 1 : 0,
            ">" => left > right ? 1 : 0,
            ">=" => left >= right ? 1 : 0,
            "=" => left == right ? 1 : 0,
            _ => throw new InvalidOperationException($"No meaning for {Sign}."),
        };
    }
}

internal sealed record FunctionNode(string Name, IReadOnlyList<FormulaNode> Arguments) : FormulaNode
{
    /// <summary>The functions there are, and how many arguments each takes at least and at most.</summary>
    public static readonly IReadOnlyDictionary<string, (int Least, int Most)> Known = new Dictionary<string, (int, int)>(StringComparer.OrdinalIgnoreCase)
    {
        ["min"] = (2, 10),
        ["max"] = (2, 10),
        ["round"] = (1, 2),
        ["if"] = (3, 3),
    };

    public override decimal Evaluate(Func<string, decimal> valueOf) => Name switch
    {
        "min" => Arguments.Min(a => a.Evaluate(valueOf)),
        "max" => Arguments.Max(a => a.Evaluate(valueOf)),
        "if" => Arguments[Arguments[0].Evaluate(valueOf) != 0 ? 1 : 2].Evaluate(valueOf),
        "round" => decimal.Round(Arguments[0].Evaluate(valueOf), Arguments.Count == 1 ? 0 : Digits(Arguments[1].Evaluate(valueOf)), MidpointRounding.AwayFromZero),
        _ => throw new InvalidOperationException($"No meaning for {Name}."),
    };

    private static int Digits(decimal digits) => digits is >= 0 and <= 6 && decimal.Truncate(digits) == digits ? (int)digits : throw new FormulaFailure("round 的位数须为 0 到 6");
}

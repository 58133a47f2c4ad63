namespace PropertyDesk.Domain.Charges.Formulas;

/// <summary>Reads tokens into a tree: comparison, then + and −, then × and ÷, then signs, numbers, names, functions.</summary>
internal sealed class FormulaParser(IReadOnlyList<Token> tokens)
{
    private const int MaxDepth = 40;

    private int _at;
    private int _depth;

    private Token Current => tokens[_at];

    public FormulaNode ReadAll()
    {
        var node = Comparison();
        return Current.Kind == TokenKind.End ? node : throw Unexpected();
    }

    private FormulaNode Comparison()
    {
        if (++_depth > MaxDepth)
        {
            throw FormulaText.Refuse("公式嵌套太深，请简化。");
        }

        var left = Sum();
        if (IsSign("<", "<=", ">", ">=", "="))
        {
            left = new OperationNode(Take().Text, left, Sum());
        }

        _depth--;
        return left;
    }

    private FormulaNode Sum()
    {
        var left = Product();
        while (IsSign("+", "-"))
        {
            left = new OperationNode(Take().Text, left, Product());
        }

        return left;
    }

    private FormulaNode Product()
    {
        var left = Signed();
        while (IsSign("*", "/"))
        {
            left = new OperationNode(Take().Text, left, Signed());
        }

        return left;
    }

    private FormulaNode Signed()
    {
        if (!IsSign("-"))
        {
            return Single();
        }

        Take();
        return new NegativeNode(Single());
    }

    private FormulaNode Single()
    {
        switch (Current)
        {
            case { Kind: TokenKind.Number }:
                return new NumberNode(Take().Number);
            case { Kind: TokenKind.Name }:
                return Named(Take());
            case { Kind: TokenKind.Sign, Text: "(" }:
                Take();
                var inner = Comparison();
                Expect(")");
                return inner;
            default:
                throw Unexpected();
        }
    }

    private FormulaNode Named(Token name)
    {
        if (!IsSign("("))
        {
            return FormulaVariable.Named(name.Text) is not null ? new VariableNode(name.Text) : throw Unknown(name);
        }

        if (!FunctionNode.Known.TryGetValue(name.Text, out var bounds))
        {
            throw Unknown(name);
        }

        Take();
        var arguments = new List<FormulaNode> { Comparison() };
        while (IsSign(","))
        {
            Take();
            arguments.Add(Comparison());
        }

        Expect(")");
        return arguments.Count >= bounds.Least && arguments.Count <= bounds.Most
            ? new FunctionNode(name.Text.ToLowerInvariant(), arguments)
            : throw FormulaText.Refuse("第 {0} 个字处的 {1} 要有 {2} 到 {3} 个参数，现在有 {4} 个。", name.Position, name.Text, bounds.Least, bounds.Most, arguments.Count);
    }

    private bool IsSign(params ReadOnlySpan<string> signs)
    {
        foreach (var sign in signs)
        {
            if (Current.Kind == TokenKind.Sign && Current.Text == sign)
            {
                return true;
            }
        }

        return false;
    }

    private Token Take() => tokens[_at++];

    private void Expect(string sign)
    {
        if (!IsSign(sign))
        {
            throw Current.Kind == TokenKind.End
                ? FormulaText.Refuse("公式末尾缺少“{0}”。", sign)
                : FormulaText.Refuse("第 {0} 个字处应是“{1}”，现在是“{2}”。", Current.Position, sign, Current.Text);
        }

        Take();
    }

    private RuleViolation Unexpected() => Current.Kind == TokenKind.End
        ? FormulaText.Refuse("公式没有写完。")
        : FormulaText.Refuse("第 {0} 个字处的“{1}”放在这里不对。", Current.Position, Current.Text);

    private static RuleViolation Unknown(Token name) => FormulaText.Refuse(
        "第 {0} 个字处的“{1}”不认识，可用的名称有：{2}；函数有：{3}。",
        name.Position, name.Text, string.Join('、', FormulaVariable.All.Select(v => v.Chinese)), string.Join('、', FunctionNode.Known.Keys));
}

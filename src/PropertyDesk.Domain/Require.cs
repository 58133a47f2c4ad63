namespace PropertyDesk.Domain;

/// <summary>Guards that entities share; each refusal names what is wrong.</summary>
public static class Require
{
    /// <summary>Trimmed text that is not empty and at most <paramref name="length"/> characters long.</summary>
    /// <param name="field">Beside which field of the form a refusal stands; null: on top.</param>
    public static string Text(string? value, string name, int length = 100, string? field = null)
    {
        var text = value?.Trim() ?? "";
        if (text.Length == 0)
        {
            throw new RuleViolation("请填写{0}。", [name], field);
        }

        return text.Length <= length ? text : throw new RuleViolation("{0}最多 {1} 个字。", [name, length], field);
    }

    /// <summary>Trimmed text, or null where there is none.</summary>
    public static string? OptionalText(string? value, string name, int length = 100) =>
        string.IsNullOrWhiteSpace(value) ? null : Text(value, name, length);

    /// <summary>The end of a validity, which may not lie before its start.</summary>
    public static DateOnly? NotBefore(DateOnly? to, DateOnly from) =>
        to < from ? throw new RuleViolation("结束日期 {0} 早于开始日期 {1}。", [$"{to:yyyy-MM-dd}", $"{from:yyyy-MM-dd}"]) : to;
}

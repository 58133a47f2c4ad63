namespace PropertyDesk.Infrastructure.Documents.Layout;

/// <summary>Where a line may end, by the habits of Chinese typesetting: no closing mark begins a line, no opening mark ends one.</summary>
internal static class LineBreaks
{
    private const string NeverFirst = "、，。：；！？）】」』》〉”’%％‰℃…—·,.:;!?)]}";
    private const string NeverLast = "（【「『《〈“‘([{￥¥#";
    private const int FirstWideCharacter = 0x2E80;

    public static bool Allowed(int before, int after)
    {
        if (IsIn(NeverFirst, after) || IsIn(NeverLast, before) || after == ' ')
        {
            return false;
        }

        return before is ' ' or '-' or '/' || IsWide(before) || IsWide(after);
    }

    private static bool IsWide(int character) => character >= FirstWideCharacter;

    private static bool IsIn(string set, int character) => character <= char.MaxValue && set.Contains((char)character);
}

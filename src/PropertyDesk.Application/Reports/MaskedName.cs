namespace PropertyDesk.Application.Reports;

/// <summary>A person's name as far as a list may tell it: the first character, so that whoever knows them recognises them.</summary>
public static class MaskedName
{
    public static string Of(string? name) => string.IsNullOrEmpty(name) ? "" : name[0] + "**";
}

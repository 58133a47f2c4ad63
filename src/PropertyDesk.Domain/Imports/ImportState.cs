namespace PropertyDesk.Domain.Imports;

public enum ImportState
{
    /// <summary>待确认: nothing written yet.</summary>
    Uploaded,

    /// <summary>已导入</summary>
    Confirmed,

    /// <summary>已撤销</summary>
    Undone,
}

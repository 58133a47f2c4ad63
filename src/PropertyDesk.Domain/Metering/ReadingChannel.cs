namespace PropertyDesk.Domain.Metering;

/// <summary>How a reading came in; the checks are the same for all.</summary>
public enum ReadingChannel
{
    /// <summary>工作簿导入</summary>
    Workbook,

    /// <summary>抄表录入页</summary>
    Page,

    /// <summary>手机抄表</summary>
    Phone,
}

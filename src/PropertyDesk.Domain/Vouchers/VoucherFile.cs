namespace PropertyDesk.Domain.Vouchers;

public enum VoucherFormat
{
    Xlsx,

    Csv,
}

/// <summary>A file of an export, kept byte by byte.</summary>
public sealed class VoucherFile : CompanyOwned
{
    private VoucherFile()
    {
    }

    internal VoucherFile(VoucherExport export, VoucherFormat format, string name, byte[] content, string sha256)
        : base(export.CompanyId) => (ExportId, Export, Format, Name, Content, Sha256) = (export.Id, export, format, name, content, sha256);

    public Guid ExportId { get; private set; }

    public VoucherExport Export { get; private set; } = null!;

    public VoucherFormat Format { get; private set; }

    public string Name { get; private set; } = "";

    public byte[] Content { get; private set; } = [];

    public string Sha256 { get; private set; } = "";
}

using System.ComponentModel.DataAnnotations;
using PropertyDesk.Domain;
using PropertyDesk.Domain.DirectDebit;

namespace PropertyDesk.Web.Pages.DirectDebit.Layouts;

/// <summary>A layout as it is typed: its records as rows of fields, those without a field being left out.</summary>
public sealed class FormatInput
{
    // Empty rows behind each record and behind the codes, to add to them.
    private const int Spare = 2;

    [StringLength(50)]
    public string? Name { get; set; }

    [StringLength(40)]
    public string? MerchantNumber { get; set; }

    [StringLength(40)]
    public string? Purpose { get; set; }

    public DebitFileKind Kind { get; set; }

    public DebitFileEncoding Encoding { get; set; }

    [StringLength(1, ErrorMessage = "分隔符是一个字符。")]
    public string? Separator { get; set; }

    public DebitAmountUnit Unit { get; set; }

    public bool DashedDays { get; set; }

    public List<FieldInput> Fields { get; set; } = [];

    public List<CodeInput> Codes { get; set; } = [];

    internal static FormatInput Of(DebitLayout layout)
    {
        var format = layout.Format;
        return new FormatInput
        {
            Name = layout.Name,
            MerchantNumber = layout.MerchantNumber,
            Purpose = layout.Purpose,
            Kind = format.Kind,
            Encoding = format.Encoding,
            Separator = format.Separator?.ToString(),
            Unit = format.Unit,
            DashedDays = format.DashedDays,
            Fields = [.. Enum.GetValues<DebitRecord>().SelectMany(record => format.Of(record).Select((f, i) => FieldInput.Of(record, f, i + 1)).Concat(Enumerable.Repeat(0, Spare).Select(_ => new FieldInput { Record = record })))],
            Codes = [.. format.Codes.Select(c => new CodeInput { Code = c.Code, IsSuccess = c.IsSuccess, Meaning = c.Meaning }), .. Enumerable.Repeat(0, Spare).Select(_ => new CodeInput())],
        };
    }

    internal DebitFormat Format() => new(
        Kind, Encoding, Kind == DebitFileKind.Separated && Separator is { Length: 1 } sign ? sign[0] : null, Unit, DashedDays,
        Enum.GetValues<DebitRecord>().ToDictionary(record => record, record => (IReadOnlyList<FormatField>)
            [.. Fields.Where(f => f.Record == record && f.Field is not null).OrderBy(f => f.Place ?? int.MaxValue).Select(f => f.Value())]),
        [.. Codes.Where(c => !string.IsNullOrWhiteSpace(c.Code)).Select(c => new ResultCode(c.Code!.Trim(), c.IsSuccess, c.Meaning?.Trim() ?? ""))]);

    public sealed class FieldInput
    {
        public DebitRecord Record { get; set; }

        /// <summary>Null: the row is empty.</summary>
        public DebitField? Field { get; set; }

        public int? Place { get; set; }

        [Range(0, 2000, ErrorMessage = "宽度须在 0 到 2000 之间。")]
        public int? Width { get; set; }

        public bool AlignRight { get; set; }

        /// <summary>Empty for a space.</summary>
        [StringLength(1)]
        public string? Pad { get; set; }

        [StringLength(20)]
        public string? Text { get; set; }

        internal static FieldInput Of(DebitRecord record, FormatField field, int place) => new()
        {
            Record = record,
            Field = field.Field,
            Place = place,
            Width = field.Width == 0 ? null : field.Width,
            AlignRight = field.AlignRight,
            Pad = field.Pad == ' ' ? null : field.Pad.ToString(),
            Text = field.Text,
        };

        internal FormatField Value() => new(Field!.Value, Width ?? 0, AlignRight, Pad is { Length: 1 } pad ? pad[0] : ' ', Field == DebitField.Constant ? Text : null);
    }

    public sealed class CodeInput
    {
        [StringLength(20)]
        public string? Code { get; set; }

        public bool IsSuccess { get; set; }

        [StringLength(100)]
        public string? Meaning { get; set; }
    }
}

using System.ComponentModel.DataAnnotations;
using PropertyDesk.Application.DirectDebit;
using PropertyDesk.Domain;
using PropertyDesk.Domain.DirectDebit;

namespace PropertyDesk.Web.Pages.DirectDebit.Mandates;

/// <summary>A mandate as it is typed. The account number goes in and is never shown again, not even after a refusal.</summary>
public sealed class MandateInput
{
    [Required(ErrorMessage = "请填写开户银行。"), StringLength(50)]
    public string? Bank { get; set; }

    [StringLength(60)]
    public string? Account { get; set; }

    [Required(ErrorMessage = "请填写户名。"), StringLength(60)]
    public string? Holder { get; set; }

    [Required(ErrorMessage = "请填写协议号。"), StringLength(40)]
    public string? AgreementNumber { get; set; }

    [Required(ErrorMessage = "请填写生效日期。")]
    public DateOnly? From { get; set; }

    public DateOnly? To { get; set; }

    [Range(0.01, 100_000_000, ErrorMessage = "单次限额须大于 0；不限请留空。")]
    public decimal? Limit { get; set; }

    internal static MandateInput Of(MandateRow row) => new()
    {
        Bank = row.Bank,
        Holder = row.Holder,
        AgreementNumber = row.AgreementNumber,
        From = row.From,
        To = row.To,
        Limit = row.Limit?.Yuan,
    };

    internal MandateTerms Terms() => new(Bank, Holder, AgreementNumber, From ?? default, To, Limit is { } limit ? Money.Exact(limit) : null);
}

using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Communities;
using PropertyDesk.Application.Owners;
using PropertyDesk.Domain.Communities;
using PropertyDesk.Domain.Owners;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Units.Change;

/// <summary>New owners from a day on (过户), or the first ones of a unit that has none.</summary>
public sealed class TransferModel(UnitHeadQuery heads, OwnershipTransfers transfers, OwnerList archive, CurrentCompany current, TimeProvider clock) : UnitChangePage(heads)
{
    private const int BlankRows = 2;

    /// <summary>Whom to look for in the archive.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Who { get; set; }

    /// <summary>Those chosen from the archive.</summary>
    [BindProperty(SupportsGet = true, Name = "owner")]
    public List<Guid> Chosen { get; set; } = [];

    [BindProperty]
    public TransferInput Input { get; set; } = new();

    public IReadOnlyList<OwnerRow> Found { get; private set; } = [];

    public override async Task LoadAsync()
    {
        await base.LoadAsync();
        Found = string.IsNullOrWhiteSpace(Who) ? [] : (await archive.FindAsync(new OwnerFilter(Who, Unit.CommunityId))).Rows;
    }

    public async Task OnGetAsync()
    {
        await LoadAsync();
        Input.On = current.Today(clock);
        var names = await archive.NamesAsync(Unit.CommunityId, Chosen);
        Input.People = [.. names.Select(n => new PersonRow { OwnerId = n.Id, Name = n.Name }), .. Enumerable.Range(0, BlankRows).Select(_ => new PersonRow())];
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await LoadAsync();
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var warning = await transfers.TransferAsync(Id, Input.ToRequest());
        return Done(Texts.Of("过户已登记，{0} 起由新业主缴费。", Show.Day(Input.On)), warning);
    }

    public async Task<IActionResult> OnPostUndoAsync()
    {
        await LoadAsync();
        await transfers.UndoAsync(Id);
        return Done(Texts.Of("最近一次业主登记已撤销。"));
    }

    public async Task<IActionResult> OnPostPayAsync(OwnersPay way)
    {
        await LoadAsync();
        await transfers.LetPayAsync(Id, way);
        return Done(Texts.Of("缴费方式已更改，从下一次出账起生效。"));
    }

    public sealed class TransferInput
    {
        [Required(ErrorMessage = "请填写日期。")]
        public DateOnly? On { get; set; }

        public DateOnly? HandedOverOn { get; set; }

        [StringLength(200)]
        public string? Note { get; set; }

        [MaxLength(20)]
        public List<PersonRow> People { get; set; } = [];

        public TransferRequest ToRequest() => new(
            On!.Value,
            [.. People.Where(p => p.IsFilled).Select(p => new NewShare(new PersonChoice(p.OwnerId, p.Name, p.Phone, p.Kind), p.Percent))],
            Note, HandedOverOn);
    }

    public sealed class PersonRow
    {
        public Guid? OwnerId { get; set; }

        [StringLength(100)]
        public string? Name { get; set; }

        [StringLength(40)]
        public string? Phone { get; set; }

        public OwnerKind Kind { get; set; }

        [Range(0.0001, 100, ErrorMessage = "份额须在 0 到 100% 之间。")]
        public decimal? Percent { get; set; }

        public bool IsFilled => OwnerId is not null || !string.IsNullOrWhiteSpace(Name);
    }
}

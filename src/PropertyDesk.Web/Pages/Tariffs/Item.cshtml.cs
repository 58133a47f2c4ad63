using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Charges;
using PropertyDesk.Domain.Payments;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Tariffs;

/// <summary>Changes an item's name, VAT, order, purse, and whether it is collected on behalf. Lines that exist keep theirs.</summary>
public sealed class ItemModel(TariffQueries queries, ChargeSetup setup) : DeskPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public ItemInput Input { get; set; } = new();

    public OneItem Item { get; private set; } = null!;

    public override async Task LoadAsync() => Item = await queries.ItemAsync(Id);

    public async Task OnGetAsync()
    {
        await LoadAsync();
        var facts = Item.Facts;
        Input = new ItemInput { Name = facts.Name, OnBehalf = facts.OnBehalf, Priority = facts.Priority, VatPercent = facts.VatPercent, PurseClass = facts.PurseClass };
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await LoadAsync();
        if (!ModelState.IsValid)
        {
            return Page();
        }

        await setup.DescribeAsync(Id, new ItemFacts(Input.Name, Input.OnBehalf, Input.Priority, Input.VatPercent, Input.PurseClass));
        Say(Texts.Of("收费项目已保存。"));
        return RedirectToPage("/Tariffs/Index", new { community = Item.CommunityId });
    }

    public sealed class ItemInput
    {
        [Required(ErrorMessage = "请填写收费项目。")]
        [StringLength(40)]
        public string Name { get; set; } = "";

        public bool OnBehalf { get; set; }

        [Range(0, 10_000, ErrorMessage = "顺序须在 0 到 10000 之间。")]
        public int? Priority { get; set; }

        /// <summary>The purse that may pay it beside the general one; left as it is where nothing is given.</summary>
        public PurseClass? PurseClass { get; set; }

        [Range(0, 99, ErrorMessage = "税率须在 0 到 99 之间。")]
        public decimal VatPercent { get; set; }
    }
}

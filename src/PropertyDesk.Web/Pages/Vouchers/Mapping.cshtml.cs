using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Vouchers;
using PropertyDesk.Domain.Ledger;
using PropertyDesk.Web.Hosting;
using LedgerAccount = PropertyDesk.Domain.Ledger.Account;

namespace PropertyDesk.Web.Pages.Vouchers;

/// <summary>Which subject of the finance system is which account, charge item and community of ours, and how vouchers are called.</summary>
public sealed class MappingModel(SubjectMapping mapping) : DeskPage
{
    [BindProperty]
    public Dictionary<LedgerAccount, SubjectInput> Accounts { get; set; } = [];

    [BindProperty]
    public Dictionary<Guid, SubjectInput> Items { get; set; } = [];

    [BindProperty]
    public Dictionary<Guid, SubjectInput> Communities { get; set; } = [];

    [BindProperty]
    public Dictionary<JournalKind, RuleInput> Kinds { get; set; } = [];

    public SubjectSheet Sheet { get; private set; } = null!;

    public override async Task LoadAsync() => Sheet = await mapping.ReadAsync();

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        await mapping.ChangeAsync(new SubjectChange(Typed(Accounts), Typed(Items), Typed(Communities), Kinds.ToDictionary(k => k.Key, k => new TypedRule(k.Value.Word, k.Value.Summary))));
        Say(Texts.Of("科目对照已保存。"));
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostFillAsync()
    {
        await mapping.FillAsync();
        Say(Texts.Of("空白的科目已按企业会计准则填入，请核对。"));
        return RedirectToPage();
    }

    /// <summary>What was typed, after a refusal; what is mapped otherwise.</summary>
    public SubjectInput Shown<TKey>(Dictionary<TKey, SubjectInput> typed, TKey key, Domain.Vouchers.Subject? subject)
        where TKey : notnull => typed.GetValueOrDefault(key) ?? new SubjectInput { Code = subject?.Code, Name = subject?.Name };

    private static Dictionary<TKey, TypedSubject> Typed<TKey>(Dictionary<TKey, SubjectInput> rows)
        where TKey : notnull => rows.ToDictionary(r => r.Key, r => new TypedSubject(r.Value.Code, r.Value.Name));

    public sealed class SubjectInput
    {
        public string? Code { get; set; }

        public string? Name { get; set; }
    }

    public sealed class RuleInput
    {
        public string? Word { get; set; }

        public string? Summary { get; set; }
    }
}

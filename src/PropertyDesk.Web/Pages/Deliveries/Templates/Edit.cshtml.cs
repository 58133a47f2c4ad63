using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Deliveries;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Deliveries;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Deliveries.Templates;

/// <summary>Writes the words of one kind of message, with a preview on a real bill.</summary>
public sealed class EditModel(DeliveryTemplates templates) : DeskPage
{
    [BindProperty(SupportsGet = true)]
    public DeliveryKind Kind { get; set; }

    [BindProperty(SupportsGet = true)]
    public DeliveryChannel Channel { get; set; } = DeliveryChannel.Email;

    [BindProperty(SupportsGet = true)]
    public DeliveryLanguage Language { get; set; }

    [BindProperty]
    public WordsInput Input { get; set; } = new();

    public DeliveryText? Preview { get; private set; }

    /// <summary>Where the words do not hold together there is no preview; the refusal stands at the form.</summary>
    public override async Task LoadAsync()
    {
        try
        {
            Preview = await templates.PreviewAsync(Kind, Input.Words, Language);
        }
        catch (RuleViolation)
        {
            Preview = null;
        }
    }

    public async Task<IActionResult> OnGetAsync()
    {
        if (!ModelState.IsValid || !Kind.IsWrittenFor(Channel) || !Enum.IsDefined(Channel) || !Enum.IsDefined(Language))
        {
            return NotFound();
        }

        Input = WordsInput.Of(await templates.FindAsync(Kind, Channel, Language));
        await LoadAsync();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid)
        {
            await LoadAsync();
            return Page();
        }

        await templates.ChangeAsync(Kind, Channel, Language, Input.Words);
        Say(Texts.Of("模板已保存。"));
        return RedirectToPage("Index");
    }

    public async Task<IActionResult> OnPostPreviewAsync()
    {
        Preview = await templates.PreviewAsync(Kind, Input.Words, Language);
        return Page();
    }

    public async Task<IActionResult> OnPostResetAsync()
    {
        await templates.ResetAsync(Kind, Channel, Language);
        Say(Texts.Of("已恢复自带的文字。"));
        return RedirectToPage("Index");
    }

    public sealed class WordsInput
    {
        [StringLength(150)]
        public string? Subject { get; set; }

        [StringLength(3000)]
        public string? Body { get; set; }

        [StringLength(60)]
        public string? Code { get; set; }

        [StringLength(200)]
        public string? ParameterOrder { get; set; }

        public bool AttachesBill { get; set; }

        internal TemplateWords Words => new(
            Subject ?? "", Body ?? "", Code, [.. (ParameterOrder ?? "").Split([',', '，', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)], AttachesBill);

        internal static WordsInput Of(TemplateWords words) => new()
        {
            Subject = words.Subject,
            Body = words.Body,
            Code = words.Code,
            ParameterOrder = string.Join(',', words.ParameterOrder),
            AttachesBill = words.AttachesBill,
        };
    }
}

using Microsoft.AspNetCore.Razor.TagHelpers;

namespace PropertyDesk.Web.Hosting;

/// <summary>&lt;icon name="cash" /&gt;: a symbol of img/icons.svg, hidden from screen readers; the words stand beside it.</summary>
[HtmlTargetElement("icon", TagStructure = TagStructure.WithoutEndTag)]
public sealed class IconTagHelper : TagHelper
{
    public string Name { get; set; } = "";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "svg";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "icon");
        output.Attributes.SetAttribute("aria-hidden", "true");
        output.Content.AppendHtml($"<use href=\"/img/icons.svg#{Name}\"></use>");
    }
}

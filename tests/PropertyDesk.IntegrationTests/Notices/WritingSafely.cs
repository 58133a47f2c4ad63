using System.Text.RegularExpressions;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.IntegrationTests.Notices;

/// <summary>What is written in Markdown, however evil, becomes a short list of tags with addresses of four kinds.</summary>
public sealed partial class WritingSafely
{
    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("<img src=x onerror=alert(1)>")]
    [InlineData("<svg/onload=alert(1)>")]
    [InlineData("<a href=\"javascript:alert(1)\">x</a>")]
    [InlineData("[x](javascript:alert(1))")]
    [InlineData("[x](JaVaScRiPt:alert(1))")]
    [InlineData("[x](java\tscript:alert(1))")]
    [InlineData("[x](&#106;avascript:alert(1))")]
    [InlineData("[x](javascript&colon;alert(1))")]
    [InlineData("[x](\u0001javascript:alert(1))")]
    [InlineData("[x](vbscript:msgbox(1))")]
    [InlineData("[x](data:text/html;base64,PHNjcmlwdD4=)")]
    [InlineData("[x](file:///etc/passwd)")]
    [InlineData("<javascript:alert(1)>")]
    [InlineData("![x](javascript:alert(1))")]
    [InlineData("![x](https://evil.example/track.png)")]
    [InlineData("![x](x\"onerror=\"alert(1))")]
    [InlineData("[x](https://a\"onmouseover=\"alert(1))")]
    [InlineData("[x](https://a 'onmouseover=alert(1) b=')")]
    [InlineData("[x]: javascript:alert(1)\n\n[x]")]
    [InlineData("<iframe src=//evil.example></iframe>")]
    [InlineData("<style>*{display:none}</style>")]
    [InlineData("<p style=\"position:fixed\" class=\"btn\" id=\"x\">y</p>")]
    [InlineData("<form action=//evil.example><input name=p></form>")]
    [InlineData("<base href=//evil.example>")]
    [InlineData("<math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>")]
    [InlineData("```\"onload=alert(1)\n<script>x</script>\n```")]
    [InlineData("|a|\n|-|\n|<script>x</script>|")]
    [InlineData("`<script>`<script>")]
    [InlineData("<!--><script>alert(1)</script>-->")]
    [InlineData("<![CDATA[<script>alert(1)</script>]]>")]
    [InlineData("&lt;script&gt;alert(1)&lt;/script&gt;")]
    public void Nothing_runs_and_nothing_leads_astray(string markdown)
    {
        var html = NoticeMarkup.Html(markdown).ToString()!;

        foreach (var tag in Tag().Matches(html).Select(m => m.Value))
        {
            Assert.Matches(Allowed(), tag);
        }
    }

    [Theory]
    [InlineData("**加粗**", "<strong>加粗</strong>")]
    [InlineData("# 标题", "<h2>标题</h2>")]
    [InlineData("- 一", "<li>一</li>")]
    [InlineData("|a|\n|-|\n|b|", "<td>b</td>")]
    [InlineData("[官网](https://example.com/a?b=1&c=2)", "<a href=\"https://example.com/a?b=1&amp;c=2\" rel=\"noopener noreferrer nofollow\">官网</a>")]
    [InlineData("[电话](tel:02112345678)", "href=\"tel:02112345678\"")]
    [InlineData("[邮件](mailto:a@example.com)", "href=\"mailto:a@example.com\"")]
    [InlineData("<b>", "&lt;b&gt;")]
    public void What_is_allowed_stays(string markdown, string part) => Assert.Contains(part, NoticeMarkup.Html(markdown).ToString()!, StringComparison.Ordinal);

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex("^</?(p|strong|em|ul|ol|li|h[2-5]|blockquote|code|pre|table|thead|tbody|tr|th|td|br|hr)( start=\"[0-9]+\")?/?>$|^</a>$|^<a (href=\"(https?:|mailto:|tel:)[^\"<>]*\" )?rel=\"noopener noreferrer nofollow\">$", RegexOptions.ExplicitCapture)]
    private static partial Regex Allowed();
}

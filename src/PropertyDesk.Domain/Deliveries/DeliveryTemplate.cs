using PropertyDesk.Domain.Companies;

namespace PropertyDesk.Domain.Deliveries;

/// <summary>A company's own words for a kind of message on a channel in a language; without one, the shipped words are used.</summary>
public sealed class DeliveryTemplate : CompanyOwned
{
    private DeliveryTemplate()
    {
    }

    public DeliveryTemplate(Company company, DeliveryKind kind, DeliveryChannel channel, DeliveryLanguage language)
        : base(company.Id) => (Kind, Channel, Language) = (kind, channel, language);

    public DeliveryKind Kind { get; private set; }

    public DeliveryChannel Channel { get; private set; }

    public DeliveryLanguage Language { get; private set; }

    public string Subject { get; private set; } = "";

    public string Body { get; private set; } = "";

    /// <summary>SMS: the code under which the provider approved these words.</summary>
    public string? Code { get; private set; }

    /// <summary>SMS: placeholders in the order of the provider's template, between commas.</summary>
    public string ParameterOrder { get; private set; } = "";

    public bool AttachesBill { get; private set; }

    public string ChangedBy { get; private set; } = "";

    public DateTimeOffset ChangedAt { get; private set; }

    public TemplateWords Words => new(Subject, Body, Code, [.. ParameterOrder.Split(',', StringSplitOptions.RemoveEmptyEntries)], AttachesBill);

    /// <exception cref="RuleViolation">A placeholder is unknown, words are missing, or of an SMS the provider's code.</exception>
    public void Change(TemplateWords words, string by, DateTimeOffset now)
    {
        Subject = Channel == DeliveryChannel.Email ? Require.Text(words.Subject, "主题", 150) : "";
        Body = Require.Text(words.Body, "正文", Channel == DeliveryChannel.Email ? 3000 : 500);
        var places = TemplateText.PlacesOf(Kind);
        TemplateText.Check(Subject, places);
        TemplateText.Check(Body, places);
        if (Channel == DeliveryChannel.Sms)
        {
            Code = Require.Text(words.Code, "服务商模板编号", 60);
            foreach (var name in words.ParameterOrder)
            {
                TemplateText.Check("{" + name + "}", places);
            }

            ParameterOrder = string.Join(',', words.ParameterOrder);
        }

        (AttachesBill, ChangedBy, ChangedAt) = (Channel == DeliveryChannel.Email && words.AttachesBill, by, now);
    }
}

/// <summary>The words of a template, whoever wrote them.</summary>
/// <param name="ParameterOrder">SMS: names of placeholders in the order of the provider's template.</param>
public sealed record TemplateWords(string Subject, string Body, string? Code, IReadOnlyList<string> ParameterOrder, bool AttachesBill);

namespace PropertyDesk.Domain.Deliveries;

/// <summary>What a message says, ready to be sent; nothing in it is secret.</summary>
/// <param name="Subject">One line; of an e-mail, its subject.</param>
/// <param name="TemplateCode">SMS: the provider's template, which holds the same words.</param>
/// <param name="Parameters">SMS: what fills the provider's template, in its order.</param>
/// <param name="AttachesBill">The bill as PDF goes with it; it is made when it is sent.</param>
public sealed record DeliveryText(
    DeliveryLanguage Language, string Subject, string Body, string? TemplateCode = null, IReadOnlyList<DeliveryParameter>? Parameters = null, bool AttachesBill = false);

/// <summary>A value in a provider's template.</summary>
public sealed record DeliveryParameter(string Name, string Value);

/// <summary>The language of a message.</summary>
public enum DeliveryLanguage
{
    /// <summary>简体中文</summary>
    Chinese,

    English,
}

/// <summary>Which way a message goes, and to where.</summary>
/// <param name="Channel">Null where nobody can be reached.</param>
/// <param name="Address">E-mail address or number; null where the channel needs none.</param>
/// <param name="Reason">Why channels before it were passed over, or why none is left; null where the first one fits.</param>
public sealed record DeliveryRoute(DeliveryChannel? Channel, string? Address, string? Reason);

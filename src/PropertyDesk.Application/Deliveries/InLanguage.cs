using System.Globalization;
using PropertyDesk.Domain.Deliveries;

namespace PropertyDesk.Application.Deliveries;

/// <summary>Texts are in the recipient's language until it is disposed.</summary>
internal readonly struct InLanguage : IDisposable
{
    private readonly CultureInfo _culture = CultureInfo.CurrentCulture;
    private readonly CultureInfo _ui = CultureInfo.CurrentUICulture;

    public InLanguage(DeliveryLanguage language)
    {
        var culture = CultureInfo.GetCultureInfo(language == DeliveryLanguage.English ? "en" : "zh-CN");
        (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, culture);
    }

    public void Dispose() => (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (_culture, _ui);
}

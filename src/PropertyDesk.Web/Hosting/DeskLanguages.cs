using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.WebEncoders;
using PropertyDesk.Application;

namespace PropertyDesk.Web.Hosting;

/// <summary>Simplified Chinese first, English beside it, chosen by the user and kept in a cookie.</summary>
public static class DeskLanguages
{
    public static void AddDeskLanguages(this IServiceCollection services)
    {
        services.AddLocalization();
        // Without these ranges Razor writes Chinese as numeric entities.
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.Configure<RequestLocalizationOptions>(options =>
        {
            CultureInfo[] cultures = [new("zh-CN"), new("en")];
            options.DefaultRequestCulture = new RequestCulture("zh-CN");
            (options.SupportedCultures, options.SupportedUICultures) = (cultures, cultures);
            options.RequestCultureProviders = [new CookieRequestCultureProvider { CookieName = "propertydesk-language" }];
        });
    }

    public static IMvcBuilder AddDeskValidation(this IMvcBuilder mvc) => mvc
        .AddDataAnnotationsLocalization(options => options.DataAnnotationLocalizerProvider = (_, factory) => factory.Create(typeof(Texts)))
        .AddMvcOptions(options => Messages(options));

    private static void Messages(MvcOptions options)
    {
        options.ModelBinderProviders.Insert(0, new NumberBinderProvider());
        var messages = options.ModelBindingMessageProvider;
        messages.SetAttemptedValueIsInvalidAccessor((value, _) => Texts.Of("“{0}”不是有效的值。", value));
        messages.SetNonPropertyAttemptedValueIsInvalidAccessor(value => Texts.Of("“{0}”不是有效的值。", value));
        messages.SetValueIsInvalidAccessor(value => Texts.Of("“{0}”不是有效的值。", value));
        messages.SetUnknownValueIsInvalidAccessor(_ => Texts.Of("填写的值无效。"));
        messages.SetValueMustBeANumberAccessor(_ => Texts.Of("请填写数字。"));
        messages.SetNonPropertyValueMustBeANumberAccessor(() => Texts.Of("请填写数字。"));
        messages.SetMissingBindRequiredValueAccessor(_ => Texts.Of("此项必填。"));
        messages.SetValueMustNotBeNullAccessor(_ => Texts.Of("此项必填。"));
        messages.SetMissingKeyOrValueAccessor(() => Texts.Of("此项必填。"));
    }
}

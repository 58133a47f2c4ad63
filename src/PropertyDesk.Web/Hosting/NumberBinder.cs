using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using PropertyDesk.Application;
using PropertyDesk.Application.Search;

namespace PropertyDesk.Web.Hosting;

/// <summary>
/// Reads amounts, readings and counts as people type them: full-width digits of a Chinese keyboard are digits, a comma stands only
/// between groups of three. "12,5" is refused: the framework would read 125.
/// </summary>
internal sealed partial class NumberBinder : IModelBinder
{
    public Task BindModelAsync(ModelBindingContext context)
    {
        var value = context.ValueProvider.GetValue(context.ModelName);
        if (value == ValueProviderResult.None)
        {
            return Task.CompletedTask;
        }

        context.ModelState.SetModelValue(context.ModelName, value);
        var typed = UnitText.Plain(value.FirstValue).Replace('。', '.');
        if (typed.Length == 0)
        {
            // As the framework has it: nothing is null where that is allowed, and missing where it is not.
            if (context.ModelMetadata.IsReferenceOrNullableType)
            {
                context.Result = ModelBindingResult.Success(null);
            }
            else
            {
                context.ModelState.TryAddModelError(context.ModelName, context.ModelMetadata.ModelBindingMessageProvider.ValueMustNotBeNullAccessor(value.ToString()));
            }
        }
        else if (Number().IsMatch(typed) && decimal.TryParse(typed.Replace(",", "", StringComparison.Ordinal), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && Fits(number, context.ModelMetadata.UnderlyingOrModelType))
        {
            context.Result = context.ModelMetadata.UnderlyingOrModelType == typeof(int) ? ModelBindingResult.Success((int)number) : ModelBindingResult.Success(number);
        }
        else if (typed.Contains(',', StringComparison.Ordinal))
        {
            context.ModelState.TryAddModelError(context.ModelName, Texts.Of("“{0}”里的逗号看不懂：小数点请用“.”，逗号只用来分千位。", value.FirstValue));
        }
        else
        {
            context.ModelState.TryAddModelError(context.ModelName, new FormatException(), context.ModelMetadata);
        }

        return Task.CompletedTask;
    }

    private static bool Fits(decimal number, Type type) =>
        type == typeof(decimal) || (number == decimal.Truncate(number) && number is >= int.MinValue and <= int.MaxValue);

    [GeneratedRegex(@"^[+-]?(\d+|\d{1,3}(,\d{3})+)?(\.\d*)?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Number();
}

/// <summary>Gives every number of a form its binder.</summary>
internal sealed class NumberBinderProvider : IModelBinderProvider
{
    public IModelBinder? GetBinder(ModelBinderProviderContext context) => context.Metadata.UnderlyingOrModelType == typeof(decimal) || context.Metadata.UnderlyingOrModelType == typeof(int) ? new NumberBinder() : null;
}

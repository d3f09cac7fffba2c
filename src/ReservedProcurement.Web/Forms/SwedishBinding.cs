using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;
using ReservedProcurement.Core.Language;
using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.Web.Forms;

/// <summary>
/// Posted text becomes values the way people write it in Swedish. Whole numbers whose name ends in <c>Ore</c> are typed in kronor.
/// What cannot be read gives the product's own sentence about that field.
/// </summary>
public sealed class SwedishValueBinderProvider : IModelBinderProvider
{
    public const string AmountSuffix = "Ore";

    public IModelBinder? GetBinder(ModelBinderProviderContext context)
    {
        var type = context.Metadata.UnderlyingOrModelType;
        return type switch
        {
            _ when type == typeof(DateOnly) => new SwedishValueBinder<DateOnly>("field.not-a-date", TryParseDate),
            _ when type == typeof(long) && IsAmount(context.Metadata) => new SwedishValueBinder<long>("field.not-an-amount", SwedishNumber.TryParseKronor),
            _ when type == typeof(long) => new SwedishValueBinder<long>("field.not-a-number", SwedishNumber.TryParseWhole),
            _ when type == typeof(int) => new SwedishValueBinder<int>("field.not-a-number", TryParseInt),
            _ when type == typeof(decimal) => new SwedishValueBinder<decimal>("field.not-a-number", SwedishNumber.TryParseDecimal),
            _ => null,
        };
    }

    public static bool IsAmount(ModelMetadata metadata) => metadata.Name?.EndsWith(AmountSuffix, StringComparison.Ordinal) == true;

    private static bool TryParseDate(string text, out DateOnly date) =>
        DateOnly.TryParseExact(text, ["yyyy-MM-dd", "yyyy-M-d", "yyyyMMdd"], CultureInfo.InvariantCulture, DateTimeStyles.None, out date);

    private static bool TryParseInt(string text, out int number)
    {
        var fits = SwedishNumber.TryParseWhole(text, out var whole) && whole is >= int.MinValue and <= int.MaxValue;
        number = fits ? (int)whole : 0;
        return fits;
    }
}

public delegate bool TryParse<T>(string text, out T value);

public sealed class SwedishValueBinder<T>(string code, TryParse<T> tryParse) : IModelBinder
{
    public Task BindModelAsync(ModelBindingContext bindingContext)
    {
        var given = bindingContext.ValueProvider.GetValue(bindingContext.ModelName);
        if (given == ValueProviderResult.None)
        {
            return Task.CompletedTask;
        }

        bindingContext.ModelState.SetModelValue(bindingContext.ModelName, given);
        var text = given.FirstValue?.Trim() ?? "";
        if (text.Length > 0)
        {
            if (tryParse(text, out var value))
            {
                bindingContext.Result = ModelBindingResult.Success(value);
            }
            else
            {
                Refuse(bindingContext, code);
            }
        }
        else if (bindingContext.ModelMetadata.IsReferenceOrNullableType)
        {
            bindingContext.Result = ModelBindingResult.Success(null);
        }
        else
        {
            Refuse(bindingContext, "field.required");
        }

        return Task.CompletedTask;
    }

    private static void Refuse(ModelBindingContext context, string code) =>
        context.ModelState.TryAddModelError(context.ModelName, Texts.Sentence(new FieldProblem(context.ModelName, code)));
}

/// <summary>The words of the framework's own refusals, for the types it binds itself.</summary>
public static class SwedishBindingMessages
{
    public static void Set(DefaultModelBindingMessageProvider messages)
    {
        messages.SetAttemptedValueIsInvalidAccessor((_, field) => Sentence(field, "field.unknown-choice"));
        messages.SetMissingBindRequiredValueAccessor(field => Sentence(field, "field.required"));
        messages.SetMissingKeyOrValueAccessor(() => "Ett värde saknas.");
        messages.SetMissingRequestBodyRequiredValueAccessor(() => "Anropet saknar innehåll.");
        messages.SetNonPropertyAttemptedValueIsInvalidAccessor(value => $"Värdet {value} går inte att använda.");
        messages.SetNonPropertyUnknownValueIsInvalidAccessor(() => "Värdet går inte att använda.");
        messages.SetNonPropertyValueMustBeANumberAccessor(() => "Värdet måste vara ett tal.");
        messages.SetUnknownValueIsInvalidAccessor(field => Sentence(field, "field.unknown-choice"));
        messages.SetValueIsInvalidAccessor(value => $"Värdet {value} går inte att använda.");
        messages.SetValueMustBeANumberAccessor(field => Sentence(field, "field.not-a-number"));
        messages.SetValueMustNotBeNullAccessor(field => Sentence(field, "field.required"));
    }

    // The framework passes the field's display name, which is the property's own name here; the label is looked up by it.
    private static string Sentence(string field, string code) => Texts.Sentence(new FieldProblem(field, code));
}

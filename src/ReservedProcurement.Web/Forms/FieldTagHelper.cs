using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using ReservedProcurement.Core.Language;
using ReservedProcurement.Web.Display;

namespace ReservedProcurement.Web.Forms;

/// <summary>
/// What all form fields share: a label (from the language files unless given), a hint, the error and the wiring between them.
/// Attributes that a field does not know, such as <c>autocomplete</c>, go to its control.
/// </summary>
public abstract class FieldTagHelper : TagHelper
{
    [HtmlAttributeName("for")]
    public required ModelExpression For { get; set; }

    public string? Label { get; set; }

    public string? Hint { get; set; }

    /// <summary>The name that the field has in the page's address, when that is not the property's own; see <c>BindProperty(Name = …)</c>.</summary>
    public string? Query { get; set; }

    /// <summary>Says "frivilligt" after the label; fields without it are required.</summary>
    public bool Optional { get; set; }

    /// <summary>The label is for assistive technology alone, for a field whose purpose is plain from its place.</summary>
    public bool HideLabel { get; set; }

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    protected string Name => Query ?? ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name);

    protected string Id => FieldId.Of(Name);

    protected string LabelText => Label ?? Texts.Field(For.Name);

    protected string? Error => ViewContext.ModelState.TryGetValue(Name, out var entry) && entry.Errors.Count > 0 ? entry.Errors[0].ErrorMessage : null;

    /// <summary>What was posted, or else the value of the model, as the texts of the field.</summary>
    protected IReadOnlyList<string> Values() =>
        ViewContext.ModelState.TryGetValue(Name, out var entry) && entry.RawValue is not null
            ? entry.RawValue switch
            {
                string[] several => several,
                _ => [entry.AttemptedValue ?? ""],
            }
            : FieldText.Of(For.Model, SwedishValueBinderProvider.IsAmount(For.Metadata));

    protected string Value() => Values() is [var first, ..] ? first : "";

    /// <summary>Takes over the attributes that were written on the field for its control.</summary>
    protected static void MoveAttributes(TagHelperOutput output, TagBuilder control)
    {
        foreach (var attribute in output.Attributes)
        {
            control.Attributes[attribute.Name] = attribute.Value is IHtmlContent content ? FieldText.Plain(content) : attribute.Value?.ToString() ?? "";
        }

        output.Attributes.Clear();
    }

    protected void Describe(TagBuilder element)
    {
        string?[] parts = [Hint is null ? null : HintId, Error is null ? null : ErrorId];
        var described = string.Join(' ', parts.Where(part => part is not null));
        if (described.Length > 0)
        {
            element.Attributes["aria-describedby"] = described;
        }
    }

    /// <summary>A field of one control: label, hint, error, control.</summary>
    protected void Render(TagHelperOutput output, TagBuilder control, IHtmlContent? after = null)
    {
        control.Attributes["id"] = Id;
        control.Attributes["name"] = Name;
        Describe(control);
        if (Error is not null)
        {
            control.Attributes["aria-invalid"] = "true";
        }

        var label = new TagBuilder("label");
        label.AddCssClass(HideLabel ? "visually-hidden" : "field-label");
        label.Attributes["for"] = Id;
        AppendLabel(label);
        Open(output);
        output.Content.AppendHtml(label);
        AppendHintAndError(output.Content);
        output.Content.AppendHtml(control);
        if (after is not null)
        {
            output.Content.AppendHtml(after);
        }
    }

    /// <summary>A field of several controls: legend, hint, error, controls.</summary>
    protected void RenderGroup(TagHelperOutput output, IHtmlContent controls)
    {
        var legend = new TagBuilder("legend");
        legend.AddCssClass(HideLabel ? "visually-hidden" : "field-label");
        AppendLabel(legend);
        var fieldset = new TagBuilder("fieldset");
        Describe(fieldset);
        fieldset.InnerHtml.AppendHtml(legend);
        AppendHintAndError(fieldset.InnerHtml);
        fieldset.InnerHtml.AppendHtml(controls);
        output.Attributes.Clear();
        Open(output);
        output.Content.AppendHtml(fieldset);
    }

    protected string HintId => $"{Id}-hint";

    protected string ErrorId => $"{Id}-error";

    protected void Open(TagHelperOutput output)
    {
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", Error is null ? "field" : "field field-with-error");
    }

    protected void AppendHintAndError(IHtmlContentBuilder content)
    {
        if (Hint is not null)
        {
            content.AppendHtml(Paragraph("field-hint", HintId, Hint));
        }

        AppendError(content);
    }

    protected void AppendError(IHtmlContentBuilder content)
    {
        if (Error is not null)
        {
            content.AppendHtml(Paragraph("field-error", ErrorId, Error));
        }
    }

    private void AppendLabel(TagBuilder label)
    {
        label.InnerHtml.Append(LabelText);
        if (Optional)
        {
            label.InnerHtml.AppendHtml(" <span class=\"field-optional\">(frivilligt)</span>");
        }
    }

    private static TagBuilder Paragraph(string cssClass, string id, string text)
    {
        var paragraph = new TagBuilder("p");
        paragraph.AddCssClass(cssClass);
        paragraph.Attributes["id"] = id;
        paragraph.InnerHtml.AppendHtml(Unbroken.Text(text));
        return paragraph;
    }
}

/// <summary>The id of a field's control, which the error summary links to.</summary>
public static class FieldId
{
    public static string Of(string name) => TagBuilder.CreateSanitizedId(name, "-");
}

public static class FieldText
{
    public static IReadOnlyList<string> Of(object? value, bool isAmount) => value switch
    {
        null => [],
        string text => [text],
        long ore when isAmount => [SwedishNumber.KronorWithoutUnit(ore)],
        DateOnly date => [SwedishTime.Day(date)],
        decimal number => [number.ToString(Texts.Swedish)],
        bool truth => [truth ? "true" : "false"],
        System.Collections.IEnumerable several => [.. several.Cast<object?>().SelectMany(item => Of(item, isAmount))],
        IFormattable formattable => [formattable.ToString(null, CultureInfo.InvariantCulture)],
        _ => [value.ToString() ?? ""],
    };

    public static string Plain(IHtmlContent content)
    {
        using var writer = new StringWriter(CultureInfo.InvariantCulture);
        content.WriteTo(writer, NullHtmlEncoder.Default);
        return writer.ToString();
    }
}

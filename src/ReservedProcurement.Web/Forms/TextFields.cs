using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace ReservedProcurement.Web.Forms;

public enum FieldWidth
{
    /// <summary>As wide as the text column.</summary>
    Full,

    /// <summary>About 8 characters.</summary>
    Narrow,

    /// <summary>About 20 characters.</summary>
    Medium,
}

public abstract class InputFieldTagHelper : FieldTagHelper
{
    protected void RenderInput(TagHelperOutput output, string type, FieldWidth width, string? unit, params (string Name, string Value)[] attributes)
    {
        var control = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
        control.AddCssClass("form-control");
        if (width != FieldWidth.Full)
        {
            control.AddCssClass($"width-{width.ToString().ToLowerInvariant()}");
        }

        control.Attributes["type"] = type;
        if (type != "password")
        {
            control.Attributes["value"] = Value();
        }

        foreach (var (name, value) in attributes)
        {
            control.Attributes[name] = value;
        }

        MoveAttributes(output, control);
        Render(output, control, unit is null ? null : Unit(unit));
    }

    private static TagBuilder Unit(string text)
    {
        var unit = new TagBuilder("span");
        unit.AddCssClass("field-unit");
        unit.InnerHtml.Append(text);
        return unit;
    }
}

/// <summary><c>&lt;text-field for="Input.Name" hint="…" autocomplete="name" /&gt;</c></summary>
[HtmlTargetElement("text-field", TagStructure = TagStructure.WithoutEndTag)]
public sealed class TextFieldTagHelper : InputFieldTagHelper
{
    public FieldWidth Width { get; set; }

    public string Type { get; set; } = "text";

    /// <summary>A unit after the field, such as "månader".</summary>
    public string? Unit { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output) => RenderInput(output, Type, Width, Unit);
}

/// <summary><c>&lt;date-field for="Input.TenderDeadline" /&gt;</c>: one field, typed as 2026-03-14.</summary>
[HtmlTargetElement("date-field", TagStructure = TagStructure.WithoutEndTag)]
public sealed class DateFieldTagHelper : InputFieldTagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        Hint ??= "Skriv som 2026-03-14.";
        RenderInput(output, "text", FieldWidth.Medium, null, ("autocomplete", "off"));
    }
}

/// <summary><c>&lt;amount-field for="Input.EstimatedValueOre" /&gt;</c>: typed in kronor, kept in öre.</summary>
[HtmlTargetElement("amount-field", TagStructure = TagStructure.WithoutEndTag)]
public sealed class AmountFieldTagHelper : InputFieldTagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        Hint ??= "I kronor exkl. moms, till exempel 450 000.";
        RenderInput(output, "text", FieldWidth.Medium, "kr", ("inputmode", "decimal"), ("autocomplete", "off"));
    }
}

/// <summary><c>&lt;text-area-field for="Input.Description" rows="6" /&gt;</c></summary>
[HtmlTargetElement("text-area-field", TagStructure = TagStructure.WithoutEndTag)]
public sealed class TextAreaFieldTagHelper : FieldTagHelper
{
    public int Rows { get; set; } = 5;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var control = new TagBuilder("textarea");
        control.AddCssClass("form-control");
        control.Attributes["rows"] = Rows.ToString(CultureInfo.InvariantCulture);
        MoveAttributes(output, control);

        // HTML drops the first line break of a text area; one more keeps what was typed.
        control.InnerHtml.AppendHtml("\n").Append(Value());
        Render(output, control);
    }
}

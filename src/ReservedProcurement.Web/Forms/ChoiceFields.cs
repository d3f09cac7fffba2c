using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace ReservedProcurement.Web.Forms;

/// <summary><c>&lt;select-field for="Input.UnitId" items="Model.Units" empty="Välj förvaltning" /&gt;</c></summary>
[HtmlTargetElement("select-field", TagStructure = TagStructure.WithoutEndTag)]
public sealed class SelectFieldTagHelper : FieldTagHelper
{
    public required IReadOnlyList<Choice> Items { get; set; }

    /// <summary>The text of a first choice that stands for nothing chosen.</summary>
    public string? Empty { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var control = new TagBuilder("select");
        control.AddCssClass("form-select");
        MoveAttributes(output, control);
        var chosen = Values();
        if (Empty is not null)
        {
            control.InnerHtml.AppendHtml(Option("", Empty, false));
        }

        foreach (var item in Items)
        {
            control.InnerHtml.AppendHtml(Option(item.Value, item.Text, chosen.Contains(item.Value, StringComparer.OrdinalIgnoreCase)));
        }

        Render(output, control);
    }

    private static TagBuilder Option(string value, string text, bool selected)
    {
        var option = new TagBuilder("option");
        option.Attributes["value"] = value;
        if (selected)
        {
            option.Attributes["selected"] = "selected";
        }

        option.InnerHtml.Append(text);
        return option;
    }
}

/// <summary><c>&lt;radios-field for="Input.Role" items="Choices.Of&lt;Role&gt;()" /&gt;</c></summary>
[HtmlTargetElement("radios-field", TagStructure = TagStructure.WithoutEndTag)]
public sealed class RadiosFieldTagHelper : FieldTagHelper
{
    public required IReadOnlyList<Choice> Items { get; set; }

    /// <summary>Beside each other instead of below; for two or three short choices.</summary>
    public bool Inline { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output) =>
        RenderGroup(output, ChoiceList.Of("radio", Id, Name, Items, Values(), Inline));
}

/// <summary><c>&lt;checkboxes-field for="Input.MunicipalityCodes" items="…" /&gt;</c>: several may be chosen.</summary>
[HtmlTargetElement("checkboxes-field", TagStructure = TagStructure.WithoutEndTag)]
public sealed class CheckboxesFieldTagHelper : FieldTagHelper
{
    public required IReadOnlyList<Choice> Items { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output) =>
        RenderGroup(output, ChoiceList.Of("checkbox", Id, Name, Items, Values(), inline: false));
}

/// <summary><c>&lt;checkbox-field for="Input.IsFramework" label="Det är ett ramavtal" /&gt;</c>: one yes or no.</summary>
[HtmlTargetElement("checkbox-field", TagStructure = TagStructure.WithoutEndTag)]
public sealed class CheckboxFieldTagHelper : FieldTagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var row = new TagBuilder("div");
        row.AddCssClass("choice");
        var control = ChoiceList.Control("checkbox", Id, Name, "true", Values().Contains("true", StringComparer.OrdinalIgnoreCase));
        Describe(control);
        if (Error is not null)
        {
            control.Attributes["aria-invalid"] = "true";
        }

        MoveAttributes(output, control);
        row.InnerHtml.AppendHtml(control);
        row.InnerHtml.AppendHtml(ChoiceList.Label(Id, LabelText));
        if (Hint is not null)
        {
            row.InnerHtml.AppendHtml(ChoiceList.Hint(HintId, Hint));
        }

        Open(output);
        AppendError(output.Content);
        output.Content.AppendHtml(row);

        // A browser leaves out an unticked box; this says "no" in its place.
        var no = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
        no.Attributes["type"] = "hidden";
        no.Attributes["name"] = Name;
        no.Attributes["value"] = "false";
        output.Content.AppendHtml(no);
    }
}

internal static class ChoiceList
{
    public static TagBuilder Of(string type, string id, string name, IReadOnlyList<Choice> items, IReadOnlyList<string> chosen, bool inline)
    {
        var list = new TagBuilder("div");
        list.AddCssClass(inline ? "choices choices-inline" : "choices");
        for (var index = 0; index < items.Count; index++)
        {
            var item = items[index];

            // The first has the field's own id, so that the error summary leads to it.
            var itemId = index == 0 ? id : string.Create(CultureInfo.InvariantCulture, $"{id}-{index + 1}");
            var row = new TagBuilder("div");
            row.AddCssClass("choice");
            var control = Control(type, itemId, name, item.Value, chosen.Contains(item.Value, StringComparer.OrdinalIgnoreCase));
            row.InnerHtml.AppendHtml(control);
            row.InnerHtml.AppendHtml(Label(itemId, item.Text));
            if (item.Hint is not null)
            {
                control.Attributes["aria-describedby"] = $"{itemId}-hint-of-choice";
                row.InnerHtml.AppendHtml(Hint($"{itemId}-hint-of-choice", item.Hint));
            }

            list.InnerHtml.AppendHtml(row);
        }

        return list;
    }

    public static TagBuilder Control(string type, string id, string name, string value, bool isChosen)
    {
        var control = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
        control.AddCssClass("form-check-input");
        control.Attributes["type"] = type;
        control.Attributes["id"] = id;
        control.Attributes["name"] = name;
        control.Attributes["value"] = value;
        if (isChosen)
        {
            control.Attributes["checked"] = "checked";
        }

        return control;
    }

    public static IHtmlContent Label(string id, string text)
    {
        var label = new TagBuilder("label");
        label.Attributes["for"] = id;
        label.InnerHtml.Append(text);
        return label;
    }

    public static TagBuilder Hint(string id, string text)
    {
        var hint = new TagBuilder("p");
        hint.AddCssClass("choice-hint");
        hint.Attributes["id"] = id;
        hint.InnerHtml.Append(text);
        return hint;
    }
}

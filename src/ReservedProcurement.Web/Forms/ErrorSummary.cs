using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using ReservedProcurement.Web.Display;

namespace ReservedProcurement.Web.Forms;

/// <summary>
/// <c>&lt;error-summary /&gt;</c> right before the page's h1: every refusal, each leading to its field. Takes focus when the page opens. Nothing when all is well.
/// </summary>
[HtmlTargetElement("error-summary", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ErrorSummaryTagHelper : TagHelper
{
    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var errors = ViewContext.ModelState
            .SelectMany(entry => entry.Value!.Errors.Select(error => (Name: entry.Key, error.ErrorMessage)))
            .OrderBy(error => PlaceInForm(error.Name))
            .ToList();
        if (errors.Count == 0)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "error-summary");
        output.Attributes.SetAttribute("role", "alert");
        output.Attributes.SetAttribute("aria-labelledby", "error-summary-title");
        output.Attributes.SetAttribute("tabindex", "-1");
        output.Attributes.SetAttribute("autofocus", "autofocus");
        output.Content.AppendHtml("<h2 id=\"error-summary-title\">Det går inte att fortsätta än</h2>");
        var list = new TagBuilder("ul");
        foreach (var (name, message) in errors)
        {
            var item = new TagBuilder("li");
            item.InnerHtml.AppendHtml(name.Length == 0 ? Text(message) : Link(name, message));
            list.InnerHtml.AppendHtml(item);
        }

        output.Content.AppendHtml(list);
    }

    /// <summary>A browser posts fields in the order of the page, which is the order to read their errors in.</summary>
    private int PlaceInForm(string name)
    {
        var request = ViewContext.HttpContext.Request;
        if (name.Length == 0 || !request.HasFormContentType)
        {
            return -1;
        }

        var place = request.Form.Keys.TakeWhile(key => !IsOrUnder(key, name)).Count();
        return place < request.Form.Count ? place : int.MaxValue;
    }

    private static bool IsOrUnder(string key, string name) =>
        key.StartsWith(name, StringComparison.OrdinalIgnoreCase) && (key.Length == name.Length || key[name.Length] is '[' or '.');

    private static TagBuilder Text(string message)
    {
        var text = new TagBuilder("span");
        text.InnerHtml.AppendHtml(Unbroken.Text(message));
        return text;
    }

    private static TagBuilder Link(string name, string message)
    {
        var link = new TagBuilder("a");
        link.Attributes["href"] = $"#{FieldId.Of(name)}";
        link.InnerHtml.AppendHtml(Unbroken.Text(message));
        return link;
    }
}

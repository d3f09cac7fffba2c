using System.Globalization;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace ReservedProcurement.Web.Display;

/// <summary>The names of what a list page takes in its address.</summary>
public static class ListQuery
{
    public const string Search = "sok";
    public const string Sort = "sortera";
    public const string Direction = "riktning";
    public const string Descending = "fallande";
    public const string Page = "sida";

    /// <summary>The same address with one part changed or, by null, taken away.</summary>
    public static string With(HttpRequest request, params (string Name, string? Value)[] changes)
    {
        var query = request.Query.ToDictionary(part => part.Key, part => part.Value, StringComparer.Ordinal);
        foreach (var (name, value) in changes)
        {
            if (value is null)
            {
                query.Remove(name);
            }
            else
            {
                query[name] = new StringValues(value);
            }
        }

        return QueryHelpers.AddQueryString(request.PathBase + request.Path, query);
    }
}

/// <summary><c>&lt;data-table caption="Användare"&gt; thead, tbody &lt;/data-table&gt;</c>: scrolls by itself when it does not fit and can be reached by keyboard; on a phone each row is a card.</summary>
[HtmlTargetElement("data-table", Attributes = "caption")]
public sealed class DataTableTagHelper : TagHelper
{
    private const string CountKey = "data-table-count";

    public required string Caption { get; set; }

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <summary>The caption is for assistive technology alone, when a heading right above says the same.</summary>
    public bool HideCaption { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        context.Items[typeof(ColumnNames)] = new ColumnNames();
        var content = await output.GetChildContentAsync();

        // The unique id of a tag helper is that of its place in the source: the same for each turn of a loop.
        var number = ViewContext.HttpContext.Items[CountKey] is int count ? count + 1 : 1;
        ViewContext.HttpContext.Items[CountKey] = number;
        var captionId = string.Create(CultureInfo.InvariantCulture, $"caption-{number}");
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "table-region");
        output.Attributes.SetAttribute("role", "region");
        output.Attributes.SetAttribute("aria-labelledby", captionId);
        output.Attributes.SetAttribute("tabindex", "0");
        var caption = new TagBuilder("caption");
        caption.Attributes["id"] = captionId;
        if (HideCaption)
        {
            caption.AddCssClass("visually-hidden");
        }

        caption.InnerHtml.Append(Caption);
        output.Content.AppendHtml("<table class=\"table\">").AppendHtml(caption).AppendHtml(content).AppendHtml("</table>");
    }
}

/// <summary><c>&lt;th sort="name" sort-first&gt;Namn&lt;/th&gt;</c>: a column head that sorts the list by a link; <c>sort-first</c> marks the order without a choice.</summary>
[HtmlTargetElement("th", Attributes = "sort")]
public sealed class SortHeaderTagHelper : TagHelper
{
    public required string Sort { get; set; }

    public bool SortFirst { get; set; }

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var request = ViewContext.HttpContext.Request;
        string? chosen = request.Query[ListQuery.Sort];
        var isChosen = string.IsNullOrEmpty(chosen) ? SortFirst : chosen == Sort;
        var isDescending = isChosen && request.Query[ListQuery.Direction] == ListQuery.Descending;
        output.Attributes.SetAttribute("scope", "col");
        if (isChosen)
        {
            output.Attributes.SetAttribute("aria-sort", isDescending ? "descending" : "ascending");
        }

        var link = new TagBuilder("a");
        link.AddCssClass("sort-link");
        link.Attributes["href"] = ListQuery.With(
            request,
            (ListQuery.Sort, Sort),
            (ListQuery.Direction, isChosen && !isDescending ? ListQuery.Descending : null),
            (ListQuery.Page, null));
        link.InnerHtml.AppendHtml(await output.GetChildContentAsync());
        link.InnerHtml.AppendHtml($"<span class=\"sort-mark\" aria-hidden=\"true\">{(isChosen ? isDescending ? "▼" : "▲" : "↕")}</span>");
        output.Content.SetHtmlContent(link);
    }
}

/// <summary><c>&lt;pagination total="Model.Total" page="Model.PageNumber" page-size="50" /&gt;</c>; keeps the rest of the address. Nothing when all fits on one page.</summary>
[HtmlTargetElement("pagination", TagStructure = TagStructure.WithoutEndTag)]
public sealed class PaginationTagHelper : TagHelper
{
    public required int Total { get; set; }

    public required int Page { get; set; }

    public required int PageSize { get; set; }

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var last = (Total + PageSize - 1) / PageSize;
        if (last <= 1)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "nav";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "page-links");
        output.Attributes.SetAttribute("aria-label", "Sidor i listan");
        output.Content.AppendHtml("<ul>");
        if (Page > 1)
        {
            Add(output, Page - 1, "Föregående", "prev");
        }

        var before = 0;
        foreach (var number in Numbers(Page, last))
        {
            if (number > before + 1)
            {
                output.Content.AppendHtml("<li aria-hidden=\"true\">…</li>");
            }

            Add(output, number, number.ToString(CultureInfo.InvariantCulture), null);
            before = number;
        }

        if (Page < last)
        {
            Add(output, Page + 1, "Nästa", "next");
        }

        output.Content.AppendHtml("</ul>");
    }

    private static IEnumerable<int> Numbers(int page, int last) =>
        new[] { 1, page - 1, page, page + 1, last }.Where(number => number >= 1 && number <= last).Distinct().Order();

    private void Add(TagHelperOutput output, int number, string text, string? relation)
    {
        var address = HtmlEncoder.Default.Encode(ListQuery.With(ViewContext.HttpContext.Request, (ListQuery.Page, number.ToString(CultureInfo.InvariantCulture))));
        var attributes = relation is null
            ? $" aria-label=\"Sida {number}\"{(number == Page ? " aria-current=\"page\"" : "")}"
            : $" rel=\"{relation}\"";
        output.Content.AppendHtml($"<li><a href=\"{address}\"{attributes}>{text}</a></li>");
    }
}

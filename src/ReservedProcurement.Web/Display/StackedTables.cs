using System.Net;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace ReservedProcurement.Web.Display;

/// <summary>
/// On a phone each row of a <c>data-table</c> is shown as a card, since columns beside each other would be cut off. The cells then need
/// the names of their columns: each gets its own from the table's head. A cell without content is marked, so that the card leaves it out.
/// </summary>
internal sealed class ColumnNames
{
    private readonly List<string> _names = [];
    private int _next;

    public static ColumnNames? Of(TagHelperContext context) => context.Items.TryGetValue(typeof(ColumnNames), out var names) ? (ColumnNames)names : null;

    public void StartRow() => _next = 0;

    public void Add(string name) => _names.Add(name);

    public string? Next() => _next < _names.Count ? _names[_next++] : null;
}

[HtmlTargetElement("tr")]
public sealed class TableRowTagHelper : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output) => ColumnNames.Of(context)?.StartRow();
}

[HtmlTargetElement("th", ParentTag = "tr")]
public sealed class TableHeadTagHelper : TagHelper
{
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        if (ColumnNames.Of(context) is not { } names)
        {
            return;
        }

        if (context.AllAttributes.TryGetAttribute("scope", out var scope) && scope.Value?.ToString() == "row")
        {
            names.Next();
            return;
        }

        names.Add(WebUtility.HtmlDecode((await output.GetChildContentAsync()).GetContent()).Trim());
    }
}

[HtmlTargetElement("td", ParentTag = "tr")]
public sealed class TableCellTagHelper : TagHelper
{
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        if (ColumnNames.Of(context)?.Next() is not { } name)
        {
            return;
        }

        output.Attributes.SetAttribute("data-column", name);
        if ((await output.GetChildContentAsync()).IsEmptyOrWhiteSpace)
        {
            output.Attributes.SetAttribute("data-empty", "");
            return;
        }

        // On a card the cell is a grid of name and content: text and elements beside each other must stay together.
        output.PreContent.SetHtmlContent("<div>");
        output.PostContent.SetHtmlContent("</div>");
    }
}

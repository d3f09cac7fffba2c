using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace ReservedProcurement.Web.Display;

public enum Tone
{
    Neutral,
    Information,
    Good,
    Attention,
    Bad,
}

/// <summary><c>&lt;status-tag tone="Good"&gt;Aktiv&lt;/status-tag&gt;</c>: the words carry the meaning, the colour only helps.</summary>
[HtmlTargetElement("status-tag")]
public sealed class StatusTagTagHelper : TagHelper
{
    public Tone Tone { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "strong";
        output.Attributes.SetAttribute("class", $"status-tag status-tag-{Tone.ToString().ToLowerInvariant()}");
    }
}

/// <summary><c>&lt;summary-list&gt;&lt;summary-row label="Namn"&gt;…&lt;/summary-row&gt;&lt;/summary-list&gt;</c>: what a record holds.</summary>
[HtmlTargetElement("summary-list")]
public sealed class SummaryListTagHelper : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "dl";
        output.Attributes.SetAttribute("class", "summary-list");
    }
}

/// <summary>One row of a summary list; empty content becomes "Inte ifyllt".</summary>
[HtmlTargetElement("summary-row", Attributes = "label")]
public sealed class SummaryRowTagHelper : TagHelper
{
    public required string Label { get; set; }

    /// <summary>Shows the line breaks of a longer text.</summary>
    public bool KeepLines { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var content = await output.GetChildContentAsync();
        output.TagName = "div";
        output.Attributes.SetAttribute("class", "summary-row");
        var label = new TagBuilder("dt");
        label.InnerHtml.Append(Label);
        var value = new TagBuilder("dd");
        if (KeepLines)
        {
            value.AddCssClass("keep-lines");
        }

        if (content.IsEmptyOrWhiteSpace)
        {
            value.InnerHtml.AppendHtml("<span class=\"muted\">Inte ifyllt</span>");
        }
        else
        {
            value.InnerHtml.AppendHtml(content);
        }

        output.Content.AppendHtml(label).AppendHtml(value);
    }
}

/// <summary><c>&lt;law-note source="4 kap. 18 § LOU"&gt;…&lt;/law-note&gt;</c>: a help line that quotes or explains a paragraph of law and names it.</summary>
[HtmlTargetElement("law-note", Attributes = "source")]
public sealed class LawNoteTagHelper : TagHelper
{
    public required string Source { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var content = await output.GetChildContentAsync();
        output.TagName = "p";
        output.Attributes.SetAttribute("class", "law-note");
        var source = new TagBuilder("cite");
        source.InnerHtml.AppendHtml(Unbroken.Text(Source));
        output.Content.AppendHtml(content).Append(" ").AppendHtml(source);
    }
}

/// <summary><c>&lt;empty-state title="Inga företag än"&gt; what to do next &lt;/empty-state&gt;</c></summary>
[HtmlTargetElement("empty-state", Attributes = "title")]
public sealed class EmptyStateTagHelper : TagHelper
{
    public required string Title { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var content = await output.GetChildContentAsync();
        output.TagName = "div";
        output.Attributes.SetAttribute("class", "empty-state");
        var title = new TagBuilder("p");
        title.AddCssClass("empty-state-title");
        title.InnerHtml.Append(Title);
        output.Content.AppendHtml(title).AppendHtml(content);
    }
}

/// <summary><c>&lt;notice tone="Attention"&gt;…&lt;/notice&gt;</c>: something to know before going on.</summary>
[HtmlTargetElement("notice")]
public sealed class NoticeTagHelper : TagHelper
{
    public Tone Tone { get; set; } = Tone.Information;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "div";
        output.Attributes.SetAttribute("class", $"notice notice-{Tone.ToString().ToLowerInvariant()}");
    }
}

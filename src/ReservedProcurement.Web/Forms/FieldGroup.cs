using Microsoft.AspNetCore.Razor.TagHelpers;

namespace ReservedProcurement.Web.Forms;

/// <summary><c>&lt;field-group for="Input.Lots" hint="…"&gt; fields &lt;/field-group&gt;</c>: fields that belong together, with a place for what is wrong with them as a whole.</summary>
[HtmlTargetElement("field-group")]
public sealed class FieldGroupTagHelper : FieldTagHelper
{
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var content = await output.GetChildContentAsync();
        RenderGroup(output, content);
        output.Attributes.SetAttribute("id", Id);
        output.Attributes.SetAttribute("tabindex", "-1");
    }
}

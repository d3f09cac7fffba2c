using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using ReservedProcurement.Core.Language;

namespace ReservedProcurement.Web.Forms;

/// <summary>
/// <c>&lt;file-field for="Input.File" accept=".docx" largest="UploadHandler.LargestFile" hint="…" /&gt;</c> for an <see cref="IFormFile"/>.
/// A browser lets no page fill in a file, so after a refusal the field says that it must be chosen again.
/// </summary>
[HtmlTargetElement("file-field", TagStructure = TagStructure.WithoutEndTag)]
public sealed class FileFieldTagHelper : FieldTagHelper
{
    internal const string InForm = "file-field";

    /// <summary>The endings that the browser offers, such as <c>.docx,.dotx</c>.</summary>
    public string? Accept { get; set; }

    /// <summary>In bytes; told in the hint. The handler decides.</summary>
    public long? Largest { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        string?[] hints =
        [
            Hint,
            Largest is { } largest ? $"Högst {SwedishNumber.Size(largest)}." : null,
            ViewContext.ModelState.IsValid || Error is not null ? null : "Välj filen på nytt. Den följde inte med när sidan visades igen.",
        ];
        Hint = string.Join(' ', hints.Where(hint => hint is not null)) is { Length: > 0 } hint ? hint : null;
        var control = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
        control.AddCssClass("form-control");
        control.Attributes["type"] = "file";
        if (Accept is not null)
        {
            control.Attributes["accept"] = Accept;
        }

        MoveAttributes(output, control);
        Render(output, control);
        if (ViewContext.FormContext is { } form)
        {
            form.FormData[InForm] = true;
        }
    }
}

/// <summary>A form with a file in it is sent in parts. Without that the browser would send the file's name alone, and nobody would see why.</summary>
[HtmlTargetElement("form", Attributes = "method")]
public sealed class FileFormTagHelper : TagHelper
{
    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    // The framework's own helpers for a form take the form's data away when they are done.
    public override int Order => -2000;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        await output.GetChildContentAsync();
        if (ViewContext.FormContext is { HasFormData: true } form && form.FormData.ContainsKey(FileFieldTagHelper.InForm))
        {
            output.Attributes.SetAttribute("enctype", "multipart/form-data");
        }
    }
}

public static class PostedFiles
{
    /// <summary>All of a posted file, or null when none was chosen. How large it can be is bounded by the page's <c>RequestSizeLimit</c>.</summary>
    public static async Task<byte[]?> ReadAsync(this IFormFile? file, CancellationToken cancellationToken)
    {
        if (file is null)
        {
            return null;
        }

        var content = new byte[file.Length];
        await using var stream = file.OpenReadStream();
        await stream.ReadExactlyAsync(content, cancellationToken);
        return content;
    }
}

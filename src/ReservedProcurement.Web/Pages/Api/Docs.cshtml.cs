using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OpenApi;
using ReservedProcurement.Web.Api;

namespace ReservedProcurement.Web.Pages.Api;

/// <summary>The OpenAPI document as a page to read, in the service's own look and without scripts.</summary>
public sealed class DocsModel([FromKeyedServices("v1")] IOpenApiDocumentProvider documents) : PageModel
{
    public ApiReference Reference { get; private set; } = null!;

    public IEnumerable<string> Introduction => Reference.Introduction
        .Replace("**", "", StringComparison.Ordinal)
        .Replace("`", "", StringComparison.Ordinal)
        .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    public async Task OnGetAsync(CancellationToken cancellationToken) =>
        Reference = ApiReference.Of(await documents.GetOpenApiDocumentAsync(cancellationToken));
}

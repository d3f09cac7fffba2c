using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReservedProcurement.Core.Reference;
using ReservedProcurement.Web.Display;

namespace ReservedProcurement.Web.Pages.Cpv;

/// <summary>The CPV list: the divisions, a division as a tree that opens at the chosen code, or what a search finds.</summary>
public sealed class IndexModel : PageModel
{
    public const int MostFound = 100;

    [BindProperty(Name = ListQuery.Search, SupportsGet = true)]
    public string? Text { get; set; }

    public CpvEntry? Chosen { get; private set; }

    public IReadOnlyList<CpvEntry> Found { get; private set; } = [];

    public bool IsSearch => !string.IsNullOrWhiteSpace(Text);

    public static CpvCatalogue Catalogue => CpvCatalogue.Swedish;

    public IActionResult OnGet(string? code)
    {
        if (code is not null)
        {
            Chosen = CpvCode.TryParse(code, out var parsed) ? Catalogue.Find(parsed) : null;
            return Chosen is null ? NotFound() : Page();
        }

        Found = IsSearch ? Catalogue.Search(Text![..Math.Min(Text!.Length, 200)], MostFound) : [];
        return Page();
    }
}

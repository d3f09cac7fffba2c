using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Authorities.Appearance;
using ReservedProcurement.Web.Forms;
using ReservedProcurement.Web.Security;

namespace ReservedProcurement.Web.Pages.Administration.Authorities;

[RequestSizeLimit(4 * AppearanceRules.LargestLogo)]
public sealed class AppearanceModel(GetAppearanceHandler get, GetLogoHandler getLogo, ChangeAppearanceHandler change) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public AppearanceInput Input { get; set; } = new();

    public AuthorityAppearance Appearance { get; private set; } = null!;

    public bool MayChange => HttpContext.Actor().May(Permission.Administer, Id);

    /// <summary>The colours that documents get, or null for the product's own.</summary>
    public DocumentPalette? Palette => Colour.TryParse(Appearance.Colour, out var colour) ? DocumentPalette.Of(colour) : null;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => this.ToPage(
        await get.HandleAsync(HttpContext.Actor(), Id, cancellationToken),
        appearance =>
        {
            Appearance = appearance;
            Input = new AppearanceInput { Colour = appearance.Colour, LogoText = appearance.Logo?.Text, Version = appearance.Version };
            return Page();
        });

    /// <summary>The logotype itself; its address has the picture's checksum, so it may be kept by the browser.</summary>
    public async Task<IActionResult> OnGetLogoAsync(CancellationToken cancellationToken) => this.ToPage(
        await getLogo.HandleAsync(HttpContext.Actor(), Id, cancellationToken),
        logo => File(logo.Content, logo.ContentType));

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var picture = await Input.Logo.ReadAsync(cancellationToken);
        return await this.SubmitAsync(
            () => change.HandleAsync(
                HttpContext.Actor(),
                new ChangeAppearance { AuthorityId = Id, Version = Input.Version, Colour = Input.Colour, Logo = picture, LogoText = Input.LogoText, RemoveLogo = Input.RemoveLogo },
                cancellationToken),
            _ =>
            {
                this.Notify("Utseendet är sparat. Det gäller dokument som skrivs från och med nu.");
                return RedirectToPage(new { Id });
            },
            redisplay: async () =>
            {
                if ((await get.HandleAsync(HttpContext.Actor(), Id, cancellationToken)) is { Succeeded: true } found)
                {
                    Appearance = found.Value;
                }
            });
    }
}

public sealed class AppearanceInput
{
    public IFormFile? Logo { get; set; }

    public string? LogoText { get; set; }

    public bool RemoveLogo { get; set; }

    public string? Colour { get; set; }

    public int Version { get; set; }
}

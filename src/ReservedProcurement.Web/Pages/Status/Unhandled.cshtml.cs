using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReservedProcurement.Web.Security;

namespace ReservedProcurement.Web.Pages.Status;

/// <summary>What is shown when something failed that nobody foresaw. The reference is the one in the log.</summary>
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class UnhandledModel : PageModel
{
    public string Heading { get; private set; } = "";

    public string Sentence { get; private set; } = "";

    public string? Reference { get; private set; }

    public IActionResult OnGet() => Show();

    public IActionResult OnPost() => Show();

    private IActionResult Show()
    {
        if (HttpContext.Features.Get<IExceptionHandlerFeature>()?.Error is not { } error)
        {
            return NotFound();
        }

        (Heading, Sentence) = ErrorPages.Status(error) switch
        {
            StatusCodes.Status503ServiceUnavailable => ("Tjänsten kan inte nå databasen", ErrorPages.DatabaseSentence),
            StatusCodes.Status413PayloadTooLarge => ("Filen eller formuläret är för stort", "Det som skickades är större än tjänsten tar emot. Välj en mindre fil."),
            StatusCodes.Status500InternalServerError => ("Något gick fel i tjänsten", "Felet är noterat. Försök igen. Det du just skickade in kanske inte har sparats."),
            _ => ("Anropet gick inte att ta emot", "Gå tillbaka, ladda om sidan och försök igen."),
        };
        Reference = HttpContext.TraceIdentifier;
        return Page();
    }
}

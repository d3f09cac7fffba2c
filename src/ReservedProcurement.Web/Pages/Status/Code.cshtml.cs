using System.Globalization;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ReservedProcurement.Web.Pages.Status;

/// <summary>The page for a status without a page of its own, such as an address that does not exist.</summary>
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class CodeModel : PageModel
{
    public string Heading { get; private set; } = "";

    public string Sentence { get; private set; } = "";

    public void OnGet() => Show();

    public void OnPost() => Show();

    private void Show()
    {
        // From the route itself: binding would read the form once more, and an unreadable form is one reason to be here.
        var code = int.TryParse(RouteData.Values["code"] as string, CultureInfo.InvariantCulture, out var given) ? given : 0;
        if (code == StatusCodes.Status400BadRequest && Request.ContentLength > HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize)
        {
            code = StatusCodes.Status413PayloadTooLarge;
        }

        (Heading, Sentence) = code switch
        {
            StatusCodes.Status400BadRequest => ("Sidan har legat öppen för länge", "Formuläret gick inte att ta emot. Gå tillbaka, ladda om sidan och skicka in igen."),
            StatusCodes.Status403Forbidden => ("Du har inte behörighet", "Du har inte behörighet att se sidan eller göra detta. Be en administratör om rätt roll."),
            StatusCodes.Status404NotFound => ("Sidan finns inte", "Sidan kan ha flyttats eller tagits bort, eller så har du inte behörighet att se den. Kontrollera adressen om du har skrivit den själv."),
            StatusCodes.Status413PayloadTooLarge => ("Filen eller formuläret är för stort", "Det som skickades är större än tjänsten tar emot. Välj en mindre fil."),
            StatusCodes.Status429TooManyRequests => ("För många försök", "Det har kommit för många försök på kort tid. Vänta en minut och försök igen."),
            _ => ("Sidan kan inte visas", "Adressen kan inte användas på det sättet."),
        };
        Response.StatusCode = code is >= 400 and < 600 ? code : StatusCodes.Status404NotFound;
    }
}

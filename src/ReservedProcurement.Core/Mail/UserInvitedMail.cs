using ReservedProcurement.Core.Language;

namespace ReservedProcurement.Core.Mail;

/// <summary>To a colleague who has been given an account.</summary>
public sealed record UserInvitedMail(string Name, string Email, Uri Link, DateTimeOffset ValidUntil)
{
    public MailContent Content() => new()
    {
        ToName = Name,
        ToAddress = Email,
        Subject = "Du är inbjuden till Reserverad upphandling",
        Opening =
        [
            "Du har fått ett konto i tjänsten Reserverad upphandling. Där planerar och dokumenterar vi upphandlingar som är reserverade för arbetsintegrerande sociala företag.",
            "Välj ett lösenord för att komma igång.",
        ],
        Button = new MailButton("Välj lösenord", Link),
        Closing =
        [
            $"Länken är personlig och gäller till {SwedishTime.DayAndTime(ValidUntil)}. Skicka den inte vidare. Om länken har gått ut kan du be om en ny på inloggningssidan.",
            $"Du loggar in med e-postadressen {Email}.",
            "Om du inte väntade dig det här mejlet kan du låta bli att göra något. Kontot går inte att använda förrän du har valt ett lösenord.",
        ],
    };
}

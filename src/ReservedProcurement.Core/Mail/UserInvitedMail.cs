using ReservedProcurement.Core.Language;

namespace ReservedProcurement.Core.Mail;

/// <summary>To a colleague who has been given an account.</summary>
public sealed record UserInvitedMail(string Name, string Email, IReadOnlyList<GivenRole> Roles, Uri Link, DateTimeOffset ValidUntil)
{
    public MailContent Content() => new()
    {
        ToName = Name,
        ToAddress = Email,
        Subject = "Du är inbjuden till Reserverad upphandling",
        Opening =
        [
            Roles.Count == 0 ? "Du har fått ett konto i tjänsten Reserverad upphandling." : $"Du har fått ett konto i tjänsten Reserverad upphandling hos {GivenRole.Sentence(Roles)}.",
            "I tjänsten planerar och dokumenterar vi upphandlingar som är reserverade för arbetsintegrerande sociala företag.",
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

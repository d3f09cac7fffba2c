using ReservedProcurement.Core.Language;

namespace ReservedProcurement.Core.Mail;

/// <summary>To somebody who has asked for a new password.</summary>
public sealed record PasswordResetMail(string Name, string Email, Uri Link, DateTimeOffset ValidUntil)
{
    public MailContent Content() => new()
    {
        ToName = Name,
        ToAddress = Email,
        Subject = "Välj ett nytt lösenord",
        Opening = ["Någon, troligen du, har bett om ett nytt lösenord till ditt konto i tjänsten Reserverad upphandling."],
        Button = new MailButton("Välj nytt lösenord", Link),
        Closing =
        [
            $"Länken är personlig och gäller till {SwedishTime.DayAndTime(ValidUntil)}. Den fungerar en gång. Skicka den inte vidare.",
            "Om det inte var du som bad om ett nytt lösenord kan du låta bli att göra något. Ditt nuvarande lösenord fortsätter att gälla.",
        ],
    };
}

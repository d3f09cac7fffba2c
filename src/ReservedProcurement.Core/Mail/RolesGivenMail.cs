namespace ReservedProcurement.Core.Mail;

/// <summary>To somebody with an account, who has been given a role at one more authority.</summary>
public sealed record RolesGivenMail(string Name, string Email, IReadOnlyList<GivenRole> Roles, Uri Link)
{
    public MailContent Content() => new()
    {
        ToName = Name,
        ToAddress = Email,
        Subject = "Du har fått en ny roll i Reserverad upphandling",
        Opening = [$"Ditt konto i tjänsten Reserverad upphandling gäller nu också hos {GivenRole.Sentence(Roles)}."],
        Button = new MailButton("Öppna tjänsten", Link),
        Closing =
        [
            $"Du loggar in som tidigare, med e-postadressen {Email} och ditt vanliga lösenord.",
            "Om du inte väntade dig det här kan du fråga den som sköter tjänsten hos myndigheten.",
        ],
    };
}

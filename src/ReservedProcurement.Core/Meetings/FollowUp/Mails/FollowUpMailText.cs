using ReservedProcurement.Core.Language;
using ReservedProcurement.Core.Mail;
using ReservedProcurement.Core.Meetings.Invitations;

namespace ReservedProcurement.Core.Meetings.FollowUp.Mails;

/// <summary>What a mail that follows up says. None of them carries a calendar object: the receiver's calendar has the meeting already, and a second one would undo what they have answered there.</summary>
/// <param name="Kind">What it is for.</param>
/// <param name="Meeting">The meeting as it is now.</param>
/// <param name="Receiver">Who gets it. Nobody else is named.</param>
public sealed record FollowUpMailText(MeetingMailKind Kind, Meeting Meeting, MeetingReceiver Receiver)
{
    /// <summary>The meeting's facts, as the invitation tells them.</summary>
    public required MeetingMailText Invitation { get; init; }

    public required Uri SurveyLink { get; init; }

    /// <summary>The answer that holds, for those who come or wait.</summary>
    public int Supervisors { get; init; }
    public int Participants { get; init; }

    /// <summary>Place on the waiting list, from 1.</summary>
    public int PlaceInLine { get; init; }

    /// <summary>What the officer has written about material from the meeting.</summary>
    public string? Material { get; init; }

    public MailContent Content()
    {
        var buttons = Buttons();
        return new MailContent
        {
            ToName = Receiver.Name ?? Receiver.Party,
            ToAddress = Receiver.Email,
            Subject = Subject,
            Opening = Opening(),
            Facts = [.. Facts()],
            Button = buttons[0],
            MoreButtons = buttons[1..],
            Closing = [.. Closing(), .. LastWords()],
            Sender = new MailSender($"{Meeting.OrganiserName}, {Meeting.AuthorityName}", Meeting.OrganiserEmail),
        };
    }

    public string Subject => Kind switch
    {
        MeetingMailKind.Reminder => $"Påminnelse: {Meeting.Title}, {SwedishTime.Day(Meeting.Day)}",
        MeetingMailKind.DayBefore => $"Vi ses {Weekday}: {Meeting.Title}",
        MeetingMailKind.Thanks => $"Tack för att ni kom: {Meeting.Title}",
        MeetingMailKind.SeatGiven => $"Ni har fått plats: {Meeting.Title}, {SwedishTime.Day(Meeting.Day)}",
        _ => $"Ni står på väntelistan: {Meeting.Title}, {SwedishTime.Day(Meeting.Day)}",
    };

    private string Weekday => string.Create(Texts.Swedish, $"{SwedishTime.Local(Meeting.StartsAt):dddd d MMMM}");

    private IReadOnlyList<string> Opening() => Kind switch
    {
        MeetingMailKind.Reminder =>
        [
            $"{Meeting.AuthorityName} har bjudit in {Receiver.Party} till {Meeting.Title}. Vi har inte sett något svar från er än.",
            Meeting.AnswerBy is { } answerBy ? $"Kan ni komma? Svara senast {SwedishTime.Day(answerBy)}. Ett nej är också ett bra svar." : "Kan ni komma? Ett nej är också ett bra svar.",
        ],
        MeetingMailKind.DayBefore => [$"Välkomna till {Meeting.Title}. Här är det praktiska."],
        MeetingMailKind.Thanks =>
        [
            $"Tack för att ni var med på {Meeting.Title}.",
            "Vi vill gärna veta vad ni tyckte. Det är tre frågor och tar ungefär två minuter.",
        ],
        MeetingMailKind.SeatGiven => [$"Det har blivit plats för er på {Meeting.Title}. {Receiver.Party} stod på väntelistan och har nu plats för {Persons}.", "Ni behöver inte svara igen."],
        _ =>
        [
            $"{Meeting.Title} är fullt just nu. {Receiver.Party} har anmält {Persons} och står på väntelistan som nummer {PlaceInLine}.",
            "Blir det plats för er får ni ett mejl direkt. Ni behöver inte göra något.",
        ],
    };

    private IEnumerable<MailFact> Facts()
    {
        switch (Kind)
        {
            case MeetingMailKind.Thanks:
                return MaterialLines.Facts(Material);
            case MeetingMailKind.DayBefore:
                return [.. Invitation.Facts().Where(fact => fact.Label != MeetingMailText.AnswerByLabel), new MailFact("Ni har sagt", $"Ja, vi kommer: {Persons}")];
            case MeetingMailKind.Reminder:
                return Invitation.Facts();
            default:
                return Invitation.Facts().Where(fact => fact.Label != MeetingMailText.AnswerByLabel);
        }
    }

    private MailButton[] Buttons() => Kind switch
    {
        MeetingMailKind.Reminder =>
            [new MailButton("Ja, vi kommer", Invitation.AnswerLink("ja")), new MailButton("Kanske", Invitation.AnswerLink("kanske")), new MailButton("Nej, vi kan inte", Invitation.AnswerLink("nej"))],
        MeetingMailKind.Thanks => [new MailButton("Svara på tre frågor", SurveyLink)],
        _ => [new MailButton("Se eller ändra ert svar", Invitation.AnswerLink(null))],
    };

    private IReadOnlyList<string> Closing() => Kind switch
    {
        MeetingMailKind.Reminder => ["Du behöver inget konto för att svara. Har ni redan svarat på något annat sätt kan du bortse från mejlet."],
        MeetingMailKind.DayBefore => ["Blir ni fler eller färre, eller kan ni inte komma? Ändra svaret, så vet vi hur många vi blir."],
        MeetingMailKind.Thanks =>
        [
            $"Den som ordnade mötet ser inte vem som har svarat vad. Svaren visas först när minst {Surveys.SurveyRules.Fewest} har svarat.",
        ],
        MeetingMailKind.SeatGiven => ["Kan ni inte komma? Ändra svaret till nej, så går platsen till nästa i kön."],
        _ => ["Vill ni inte stå kvar? Ändra svaret till nej. Kommer ni färre kan det bli plats tidigare."],
    };

    private string[] LastWords() =>
    [
        $"Undrar du något? Fråga {Invitation.Organiser}.",
        Kind == MeetingMailKind.Thanks ? "Länken är personlig. Skicka inte mejlet vidare." : "Länkarna är personliga. Skicka inte mejlet vidare.",
    ];

    private string Persons => (Supervisors, Participants) switch
    {
        (0, 1) => "1 deltagare",
        (0, _) => $"{Participants} deltagare",
        (1, 0) => "1 person",
        (_, 0) => $"{Supervisors} personer",
        (1, _) => $"1 handledare eller annan anställd och {Participants} deltagare",
        _ => $"{Supervisors} handledare eller andra anställda och {Participants} deltagare",
    };
}

using ReservedProcurement.Core.Language;
using ReservedProcurement.Core.Mail;
using ReservedProcurement.Core.Meetings.Calendars;

namespace ReservedProcurement.Core.Meetings.Invitations;

/// <summary>One mail about a meeting: what it says, and what it asks the calendar to do.</summary>
/// <param name="Kind">What it is for.</param>
/// <param name="Meeting">The meeting as it is now.</param>
/// <param name="Receiver">Who gets it. Nobody else is named.</param>
public sealed record MeetingMailText(MeetingMailKind Kind, Meeting Meeting, MeetingReceiver Receiver)
{
    internal const string AnswerByLabel = "Svara senast";

    /// <summary>To the page where the receiver answers; the argument is the answer chosen in advance.</summary>
    public required Func<string?, Uri> AnswerLink { get; init; }

    /// <summary>Where the answers of calendar programs go.</summary>
    public required string AnswerAddress { get; init; }

    public required DateTimeOffset Now { get; init; }

    public MailContent Content() => new()
    {
        ToName = Receiver.Name ?? Receiver.Party,
        ToAddress = Receiver.Email,
        Subject = Subject,
        Opening = Opening(),
        Facts = [.. Facts()],
        Button = Kind == MeetingMailKind.Cancellation ? new MailButton("Läs om mötet", AnswerLink(null)) : new MailButton("Ja, vi kommer", AnswerLink("ja")),
        MoreButtons = Kind == MeetingMailKind.Cancellation ? [] : [new MailButton("Kanske", AnswerLink("kanske")), new MailButton("Nej, vi kan inte", AnswerLink("nej"))],
        Closing = Closing(),
        Sender = new MailSender($"{Meeting.OrganiserName}, {Meeting.AuthorityName}", Meeting.OrganiserEmail),
        AnswerCode = Receiver.InvitationId,
        Calendar = new MailCalendar(Method.ToString().ToUpperInvariant(), MeetingCalendar.Write(Calendar()), Kind == MeetingMailKind.Cancellation ? "installt.ics" : "inbjudan.ics"),
    };

    public string Subject => Kind switch
    {
        MeetingMailKind.Cancellation => $"Inställt: {Meeting.Title}, {SwedishTime.Day(Meeting.Day)}",
        MeetingMailKind.Update => $"Ändrat: {Meeting.Title}, {SwedishTime.Day(Meeting.Day)}",
        _ => $"Inbjudan: {Meeting.Title}, {SwedishTime.Day(Meeting.Day)}",
    };

    private CalendarMethod Method => Kind == MeetingMailKind.Cancellation ? CalendarMethod.Cancel : CalendarMethod.Request;

    private IReadOnlyList<string> Opening() => Kind switch
    {
        MeetingMailKind.Cancellation => [$"{Meeting.AuthorityName} ställer in mötet {Meeting.Title}.", $"Skäl: {Meeting.CancelReason}"],
        MeetingMailKind.Update => [$"Mötet {Meeting.Title} har ändrats. Det här gäller nu.", "Svara gärna igen, så vet vi att ni har sett ändringen."],
        _ when Meeting.Description is { } description => [$"{Meeting.AuthorityName} bjuder in {Receiver.Party} till {Meeting.Title}.", .. description.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)],
        _ => [$"{Meeting.AuthorityName} bjuder in {Receiver.Party} till {Meeting.Title}."],
    };

    internal IEnumerable<MailFact> Facts()
    {
        yield return new MailFact("Möte", $"{Meeting.Title} ({(Meeting.OwnKindName ?? Texts.Name(Meeting.MeetingKind).ToLower(Texts.Swedish))})");
        yield return new MailFact("När", Meeting.When);
        if (Meeting.Place is { } place)
        {
            yield return new MailFact("Var", place);
        }

        if (Kind == MeetingMailKind.Cancellation)
        {
            yield break;
        }

        if (Meeting.VideoLink is { } video)
        {
            yield return new MailFact("Videolänk", video);
        }

        if (Meeting.Access is { } access)
        {
            yield return new MailFact("Så kommer du in", access);
        }

        if (Meeting.Agenda is { } agenda)
        {
            yield return new MailFact("Program", agenda);
        }

        if (Meeting.AnswerBy is { } answerBy)
        {
            yield return new MailFact(AnswerByLabel, SwedishTime.Day(answerBy));
        }
    }

    private IReadOnlyList<string> Closing() => Kind == MeetingMailKind.Cancellation
        ? [$"Undrar du något? Fråga {Organiser}.", "Mötet tas bort ur din kalender om du har lagt in det där."]
        :
        [
            "Du behöver inget konto för att svara. Du kan också svara med knapparna i ditt kalenderprogram. Du kan ändra ditt svar när du vill fram till mötet.",
            $"Undrar du något? Fråga {Organiser}.",
            "Länkarna är personliga. Skicka inte mejlet vidare.",
        ];

    internal string Organiser => Meeting.OrganiserPhone is { } phone ? $"{Meeting.OrganiserName}, {Meeting.OrganiserEmail}, telefon {phone}" : $"{Meeting.OrganiserName}, {Meeting.OrganiserEmail}";

    internal CalendarFacts Calendar() => new(Receiver.InvitationId.ToString("D"), Meeting.CalendarSequence, Method)
    {
        Summary = Kind == MeetingMailKind.Cancellation ? $"Inställt: {Meeting.Title}" : Meeting.Title,
        Description = string.Join("\n\n", CalendarDescription()),
        Location = Meeting.Place ?? Meeting.VideoLink,
        StartsAt = Meeting.StartsAt,
        EndsAt = Meeting.EndsAt,
        MadeAt = Now,
        OrganiserName = Meeting.OrganiserName,
        AnswerAddress = AnswerAddress,
        AttendeeName = Receiver.Name ?? Receiver.Party,
        AttendeeAddress = Receiver.Email,
        Link = Kind == MeetingMailKind.Cancellation ? null : AnswerLink(null),
    };

    private IEnumerable<string> CalendarDescription()
    {
        foreach (var text in new[] { Meeting.Description, Meeting.Agenda, Meeting.Access })
        {
            if (text is not null)
            {
                yield return text;
            }
        }

        if (Meeting.VideoLink is { } video)
        {
            yield return $"Videolänk: {video}";
        }

        yield return $"Frågor: {Organiser}";
        if (Kind != MeetingMailKind.Cancellation)
        {
            yield return $"Svara här: {AnswerLink(null).AbsoluteUri}";
        }
    }
}

/// <summary>Who a mail about a meeting goes to.</summary>
public sealed record MeetingReceiver(Guid InvitationId, string Party, string? Name, string Email);

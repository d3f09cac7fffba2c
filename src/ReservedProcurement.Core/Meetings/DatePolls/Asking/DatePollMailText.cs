using ReservedProcurement.Core.Language;
using ReservedProcurement.Core.Mail;

namespace ReservedProcurement.Core.Meetings.DatePolls.Asking;

/// <summary>Who a mail about a poll goes to. Nobody else is named in it.</summary>
public sealed record DatePollReceiver(Guid PartyId, string Party, string? Name, string Email);

/// <summary>One mail about a poll: what it says.</summary>
internal sealed record DatePollMailText(DatePollMailKind Kind, DatePoll Poll, IReadOnlyList<Proposal> Proposals, DatePollReceiver Receiver, Uri ReplyLink)
{
    private MeetingContent Meeting => Poll.Meeting;

    public MailContent Content() => new()
    {
        ToName = Receiver.Name ?? Receiver.Party,
        ToAddress = Receiver.Email,
        Subject = Kind == DatePollMailKind.Cancellation ? $"Frågan om dag gäller inte längre: {Poll.Title}" : $"Vilken dag passar? {Poll.Title}",
        Opening = Opening(),
        Facts = Kind == DatePollMailKind.Cancellation ? [] : [.. Facts()],
        Button = Kind == DatePollMailKind.Cancellation ? new MailButton("Läs om frågan", ReplyLink) : new MailButton("Svara vilka dagar som passar", ReplyLink),
        Closing = Closing(),
        Sender = new MailSender($"{Meeting.OrganiserName}, {Poll.AuthorityName}", Meeting.OrganiserEmail!),
    };

    private IReadOnlyList<string> Opening() => Kind == DatePollMailKind.Cancellation
        ? [$"{Poll.AuthorityName} frågade vilken dag som passade för {Poll.Title}. Frågan gäller inte längre.", $"Skäl: {Poll.CancelReason}"]
        :
        [
            $"{Poll.AuthorityName} vill ordna {Poll.Title} och undrar vilka dagar som passar {Receiver.Party}.",
            .. (Meeting.Description ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
        ];

    private IEnumerable<MailFact> Facts()
    {
        yield return new MailFact("Möte", $"{Poll.Title} ({Texts.Name(Meeting.MeetingKind).ToLower(Texts.Swedish)})");
        yield return new MailFact("Dagar att välja på", string.Join('\n', Proposals.Select(proposal => proposal.When)));
        if (Meeting.Place is { } place)
        {
            yield return new MailFact("Var", place);
        }
        else if (Meeting.VideoLink is not null)
        {
            yield return new MailFact("Var", "På nätet");
        }

        if (Meeting.Access is { } access)
        {
            yield return new MailFact("Så kommer du in", access);
        }

        if (Meeting.Agenda is { } agenda)
        {
            yield return new MailFact("Program", agenda);
        }

        yield return new MailFact("Svara senast", SwedishTime.Day(Poll.AnswerBy));
    }

    private IReadOnlyList<string> Closing() => Kind == DatePollMailKind.Cancellation
        ? [$"Du behöver inte göra något. Undrar du något? Fråga {Organiser}."]
        :
        [
            "Du behöver inget konto för att svara. Du kan ändra ditt svar till och med sista svarsdagen. De andra som får frågan ser inte ditt svar.",
            "När dagen är bestämd får du en inbjudan i ett eget mejl.",
            $"Undrar du något? Fråga {Organiser}.",
            "Länken är personlig. Skicka inte mejlet vidare.",
        ];

    private string Organiser => Meeting.OrganiserPhone is { } phone ? $"{Meeting.OrganiserName}, {Meeting.OrganiserEmail}, telefon {phone}" : $"{Meeting.OrganiserName}, {Meeting.OrganiserEmail}";
}

/// <summary>Writes a mail to one party, with a personal link. What is sent and what the preview shows come from here.</summary>
public sealed class DatePollMailWriter(SignedLinks links, PublicAddress address)
{
    internal DatePollMailText Text(DatePollMailKind kind, DatePoll poll, IReadOnlyList<Proposal> proposals, DatePollReceiver receiver) =>
        new(kind, poll, proposals, receiver, address.DatePollReply(Code(receiver.PartyId, proposals)));

    /// <summary>The code of a party's link, valid until the last of the days is over.</summary>
    public string Code(Guid partyId, IReadOnlyList<Proposal> proposals) => links.CreateCode(LinkPurposes.DatePollReply, partyId, "", proposals.Max(proposal => proposal.EndsAt));
}

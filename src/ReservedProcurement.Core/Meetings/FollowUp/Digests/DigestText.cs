using System.Globalization;
using ReservedProcurement.Core.Language;
using ReservedProcurement.Core.Mail;

namespace ReservedProcurement.Core.Meetings.FollowUp.Digests;

/// <summary>The digest of a week as a mail.</summary>
public sealed record DigestText(DigestReceiver Receiver, DigestWeek Week, IReadOnlyList<DigestMeeting> Meetings, DateTimeOffset Now)
{
    public required Uri MeetingsLink { get; init; }

    public required Uri TurnOffLink { get; init; }

    public MailContent Content()
    {
        var turnOff = new MailButton("Sluta skicka veckobrevet", TurnOffLink);
        return new MailContent
        {
            ToName = Receiver.Name,
            ToAddress = Receiver.Email,
            Subject = $"Veckobrev om möten, vecka {ISOWeek.GetWeekOfYear(Week.Start)}",
            Opening = [$"Det här hände med era möten {SwedishTime.Day(Week.Start)}–{SwedishTime.Day(Week.Start.AddDays(6))}, och det här är på gång."],
            Facts = [.. Meetings.Select(meeting => new MailFact($"{meeting.Title}, {SwedishTime.DayAndTime(meeting.StartsAt)}", string.Join('\n', Lines(meeting, Now))))],

            // Who has no account cannot open the service.
            Button = Receiver.UserId is null ? turnOff : new MailButton("Öppna möten", MeetingsLink),
            MoreButtons = Receiver.UserId is null ? [] : [turnOff],
            Closing =
            [
                "Behov och frågor står i tjänsten, inte i mejlet. Svar som kommer visas där direkt.",
                "Veckobrevet kommer på veckans första arbetsdag. När inget har hänt kommer inget brev.",
            ],
        };
    }

    /// <summary>What somebody should look at.</summary>
    public static IEnumerable<string> ToDo(DigestMeeting meeting, DateTimeOffset now)
    {
        if (meeting.Parked > 0)
        {
            yield return meeting.Parked == 1 ? "1 mejl kunde inte skickas. Kontrollera adressen." : $"{meeting.Parked} mejl kunde inte skickas. Kontrollera adresserna.";
        }

        if (meeting.StartsAt > now && meeting.NotAnswered > 0 && meeting.AnswerBy is { } by && by < DateOnly.FromDateTime(SwedishTime.Local(now).DateTime))
        {
            yield return $"Sista svarsdagen har gått. {meeting.NotAnswered} har inte svarat. Ring gärna.";
        }

        if (meeting.StartsAt > now && meeting.Questions > 0)
        {
            yield return meeting.Questions == 1 ? "1 fråga att svara på eller ta upp på mötet." : $"{meeting.Questions} frågor att svara på eller ta upp på mötet.";
        }

        if (meeting.StartsAt > now && meeting.Needs > 0)
        {
            yield return meeting.Needs == 1 ? "1 har skrivit vad de behöver för att kunna vara med." : $"{meeting.Needs} har skrivit vad de behöver för att kunna vara med.";
        }
    }

    private static IEnumerable<string> Lines(DigestMeeting meeting, DateTimeOffset now)
    {
        foreach (var todo in ToDo(meeting, now))
        {
            yield return $"Att göra: {todo}";
        }

        if (meeting.Answers > 0)
        {
            yield return $"Nya svar: {meeting.Yes} ja, {meeting.Maybe} kanske, {meeting.No} nej";
        }

        if (meeting.GivenSeats > 0)
        {
            yield return $"Fick plats från väntelistan: {meeting.GivenSeats}";
        }

        if (meeting.PutOnWaitingList > 0)
        {
            yield return $"Sattes upp på väntelistan: {meeting.PutOnWaitingList}";
        }

        if (meeting.StartsAt <= now)
        {
            yield break;
        }

        yield return meeting.Invited == 0 ? "Ingen är inbjuden än" : $"{meeting.Invited} inbjudna, {meeting.NotAnswered} har inte svarat{(meeting.WaitingNow > 0 ? $", {meeting.WaitingNow} på väntelistan" : "")}";
    }
}

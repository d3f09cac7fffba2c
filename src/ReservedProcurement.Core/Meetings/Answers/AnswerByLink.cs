using System.Text;
using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Mail;
using ReservedProcurement.Core.Meetings.Calendars;
using ReservedProcurement.Core.Meetings.Incoming.Bounces;
using ReservedProcurement.Core.Meetings.Invitations;
using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Core.Problems;
using ReservedProcurement.Core.Spreadsheets;

namespace ReservedProcurement.Core.Meetings.Answers;

/// <summary>What the holder of a personal link may see: the meeting, and their own invitation.</summary>
public sealed record LinkedInvitation(Meeting Meeting, Invitation Invitation)
{
    /// <summary>How many persons there is still room for; null without a limit.</summary>
    public int? FreeSeats { get; init; }

    /// <summary>Their place in the line of those who wait for room, from 1; null when they do not wait.</summary>
    public int? PlaceInLine { get; init; }

    /// <summary>Why no answer can be given any more, or null.</summary>
    public required Problem? Closed { get; init; }
}

public sealed record AnswerByLink : AnswerContent
{
    public AnswerByLink()
    {
    }

    public AnswerByLink(AnswerContent content)
        : base(content)
    {
    }

    public required string? Code { get; init; }
}

/// <summary>Takes the answer of somebody invited, who has no account: the personal link says who it is.</summary>
public sealed class AnswerByLinkHandler(Database database, SignedLinks links, MeetingMailWriter writer, AnswerContentValidator validator)
{
    /// <summary>What the link leads to. Nothing is changed: scanners of mail follow links too.</summary>
    public async Task<Result<LinkedInvitation>> LookAsync(string? code, CancellationToken cancellationToken)
    {
        var read = links.Read(LinkPurposes.MeetingAnswer, code);
        if (!read.Succeeded)
        {
            return read.Problem;
        }

        return await database.ReadAsync(session => LoadAsync(session, read.Value.SubjectId), cancellationToken);
    }

    /// <summary>The meeting as a calendar file, for whoever's calendar did not take it from the mail.</summary>
    public async Task<Result<ExportedFile>> CalendarAsync(string? code, CancellationToken cancellationToken)
    {
        var look = await LookAsync(code, cancellationToken);
        if (!look.Succeeded)
        {
            return look.Problem;
        }

        var (meeting, invitation) = (look.Value.Meeting, look.Value.Invitation);
        if (meeting.IsCancelled)
        {
            return MeetingProblems.IsCancelled;
        }

        var text = writer.Text(MeetingMailKind.Invitation, meeting, new MeetingReceiver(invitation.Id, invitation.PartyName, invitation.RecipientName, invitation.Email));
        return new ExportedFile("mote.ics", "text/calendar", Encoding.UTF8.GetBytes(MeetingCalendar.Write(text.Calendar() with { Method = CalendarMethod.Publish })));
    }

    public async Task<Result<LinkedInvitation>> HandleAsync(AnswerByLink request, CancellationToken cancellationToken)
    {
        var look = await LookAsync(request.Code, cancellationToken);
        if (!look.Succeeded)
        {
            return look.Problem;
        }

        if (look.Value.Closed is { } closed)
        {
            return closed;
        }

        if (validator.Problem<AnswerContent>(request) is { } problem)
        {
            return problem;
        }

        var invitation = look.Value.Invitation;
        return await database.WriteAsync(
            new Actor { Name = invitation.PartyName, Via = "link" },
            async write =>
            {
                await AnswerRows.AddAsync(write, invitation.Id, AnswerSource.Link, request.Tidy());
                await MailBounces.ClearAsync(write, invitation.Email);
                return await LoadAsync(write, invitation.Id);
            },
            cancellationToken);
    }

    private async Task<Result<LinkedInvitation>> LoadAsync(SqlSession session, Guid invitationId)
    {
        if (await InvitationRows.ByIdAsync(session, invitationId) is not { } invitation || await MeetingRows.ByIdAsync(session, invitation.MeetingId) is not { } meeting)
        {
            return MeetingProblems.LinkIsNotValid;
        }

        int? free = null, place = null;
        if (meeting.Capacity is { } capacity)
        {
            var seats = Seats.Of(await InvitationRows.OfMeetingAsync(session, meeting.Id), capacity);
            free = capacity - seats.Persons;
            place = seats.Waiting.Index().Where(waiting => waiting.Item.Id == invitationId).Select(waiting => (int?)waiting.Index + 1).FirstOrDefault();
        }

        return new LinkedInvitation(meeting, invitation)
        {
            FreeSeats = free,
            PlaceInLine = place,
            Closed = meeting.IsCancelled ? MeetingProblems.IsCancelled : meeting.HasBegun(database.Clock) ? MeetingProblems.HasBegun : null,
        };
    }
}

using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Mail;
using ReservedProcurement.Core.Mail.Transports;
using ReservedProcurement.Core.Meetings.Answers;
using ReservedProcurement.Core.Meetings.Invitations;
using ReservedProcurement.Core.Outbox;
using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.Core.Meetings.FollowUp.Mails;

/// <summary>
/// Sends one mail that follows up, as things are now. A mail that is no longer needed is dropped: a reminder to who has answered or when the office has closed,
/// room that has been lost again, anything about what is cancelled or over.
/// </summary>
public sealed class SendFollowUpMailHandler(Database database, FollowUpMailWriter writer, MailComposer composer, IMailTransport transport)
    : IOutboxHandler<FollowUpMailDue>
{
    private const string MailSql = """
        select m.Id, m.Kind, m.Occasion, m.AskedByName, i.Id as InvitationId, i.MeetingId, i.PartyName, i.RecipientName, i.Email
        from MeetingMails m
        join MeetingInvitations i on i.Id = m.InvitationId
        where m.Id = @Id
        """;

    private const string SentSql = "update MeetingMails set SentAt = @Now where Id = @Id";

    public async Task HandleAsync(FollowUpMailDue message, Guid messageId, CancellationToken cancellationToken)
    {
        var due = await database.ReadAsync(session => LoadAsync(session, messageId), cancellationToken);
        if (due is not var (mail, text))
        {
            return;
        }

        var content = text.Content();
        var mime = composer.Compose(content, messageId);
        if (FollowUpSelfCheck.Faults(mime, content) is { Count: > 0 } faults)
        {
            throw new OutboxFailureException(Problem.Of(FollowUpProblems.MailIncomplete, ProblemKind.Refused, string.Join(", ", faults)), isPermanent: true);
        }

        await transport.SendAsync(mime, cancellationToken);

        // The server has the mail now, so this is noted even when the process is asked to stop.
        await database.WriteAsync<int>(
            Actor.System,
            async write =>
            {
                if (TellsOf(mail.Kind) is { } state)
                {
                    await SeatRows.ToldAsync(write, mail.InvitationId, state);
                }

                return await write.ExecuteAsync(SentSql, new { Id = messageId, write.Now });
            },
            CancellationToken.None);
    }

    /// <summary>The mail as it is to be sent, or null when it is not needed.</summary>
    private async Task<(MailRow Mail, FollowUpMailText Text)?> LoadAsync(SqlSession session, Guid messageId)
    {
        if (await session.SingleOrDefaultAsync<MailRow>(MailSql, new { Id = messageId }) is not { } mail
            || await MeetingRows.ByIdAsync(session, mail.MeetingId) is not { IsCancelled: false } meeting)
        {
            return null;
        }

        var text = writer.Text(mail.Kind, meeting, new MeetingReceiver(mail.InvitationId, mail.PartyName, mail.RecipientName, mail.Email));
        return await WithNeedAsync(session, mail, meeting, text) is { } needed ? (mail, needed) : null;
    }

    private async Task<FollowUpMailText?> WithNeedAsync(SqlSession session, MailRow mail, Meeting meeting, FollowUpMailText text)
    {
        var now = database.Clock.GetUtcNow();
        var settings = await FollowUpSettingsRows.OfMeetingAsync(session, meeting);
        switch (mail.Kind)
        {
            // One that went wrong is tried again for hours. What goes by itself then waits for another day; what an officer asked for goes.
            case MeetingMailKind.Reminder:
                return meeting.StartsAt > now
                    && (mail.AskedByName is not null || (settings.Settings.SendReminders && FollowUpRules.IsOfficeTime(settings.Office, now)))
                    && await FollowUpReceivers.IsRemindableAsync(session, mail.InvitationId, mail.Id) ? text : null;
            case MeetingMailKind.DayBefore:
                return settings.Settings.SendDayBefore && meeting.StartsAt > now && mail.Occasion == FollowUpMails.OfMeeting(meeting)
                    && (await FollowUpReceivers.ComingAsync(session, meeting)).FirstOrDefault(coming => coming.Id == mail.InvitationId) is { } comes ? WithAnswer(text, comes) : null;
            case MeetingMailKind.Thanks:
                return (settings.Settings.SendThanks || mail.AskedByName is not null) && meeting.EndsAt <= now && SurveyIsOpen(meeting, now)
                    && (await FollowUpReceivers.CameAsync(session, meeting)).Any(came => came.Id == mail.InvitationId)
                    ? text with { Material = await MaterialRows.OfAsync(session, meeting.Id) } : null;
            default:
                return settings.Settings.TellWaitingList && meeting.StartsAt > now
                    && await SeatRows.OfAsync(session, mail.InvitationId) is { } seat && seat.State == TellsOf(mail.Kind) && seat.MustBeTold(int.Parse(mail.Occasion, System.Globalization.CultureInfo.InvariantCulture))
                    ? await WithPlaceAsync(session, text) : null;
        }
    }

    private static bool SurveyIsOpen(Meeting meeting, DateTimeOffset now) => Surveys.SurveyRules.ClosesAt(meeting) > now;

    private static async Task<FollowUpMailText?> WithPlaceAsync(SqlSession session, FollowUpMailText text)
    {
        var seats = Seats.Of(await InvitationRows.OfMeetingAsync(session, text.Meeting.Id), text.Meeting.Capacity);
        var place = seats.Waiting.Index().Where(waiting => waiting.Item.Id == text.Receiver.InvitationId).Select(waiting => waiting.Index + 1).FirstOrDefault();
        return seats.Coming.Concat(seats.Waiting).FirstOrDefault(invitation => invitation.Id == text.Receiver.InvitationId) is { } invitation
            ? WithAnswer(text, invitation) with { PlaceInLine = place }
            : null;
    }

    private static FollowUpMailText WithAnswer(FollowUpMailText text, Invitation invitation) => text with { Supervisors = invitation.Supervisors, Participants = invitation.Participants };

    private static SeatState? TellsOf(MeetingMailKind kind) => kind switch
    {
        MeetingMailKind.SeatGiven => SeatState.Coming,
        MeetingMailKind.WaitingList => SeatState.Waiting,
        _ => null,
    };

    private sealed record MailRow
    {
        public required Guid Id { get; init; }
        public required MeetingMailKind Kind { get; init; }
        public required string Occasion { get; init; }
        public string? AskedByName { get; init; }
        public required Guid InvitationId { get; init; }
        public required Guid MeetingId { get; init; }
        public required string PartyName { get; init; }
        public string? RecipientName { get; init; }
        public required string Email { get; init; }
    }
}

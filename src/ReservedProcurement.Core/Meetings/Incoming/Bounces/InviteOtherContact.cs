using ReservedProcurement.Core.Audit;
using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Meetings.Incoming.Inbox;
using ReservedProcurement.Core.Meetings.Invitations;
using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.Core.Meetings.Incoming.Bounces;

public sealed record InviteOtherContact(Guid InvitationId, Guid ContactId);

/// <summary>
/// Sends an invitation that did not arrive to another contact of the same enterprise. It is the same invitation, with its link, its place in calendars and its answers; only the address is another.
/// </summary>
public sealed class InviteOtherContactHandler(Database database)
{
    private const string MoveSql = "update MeetingInvitations set Email = @Email, EmailKey = @EmailKey, RecipientName = @RecipientName where Id = @Id";

    private const string TakenSql = """
        select count(*) from MeetingInvitations o
        join MeetingInvitations i on i.Id = @Id and i.MeetingId = o.MeetingId and i.PartyKey = o.PartyKey
        where o.Id <> @Id and o.EmailKey = @EmailKey
        """;

    private const string RoundSql = "select max(Round) from MeetingMails where InvitationId = @InvitationId";

    private const string InsertSql = """
        insert into MeetingMails (Id, InvitationId, Kind, CalendarSequence, Round, CreatedAt)
        values (@Id, @InvitationId, 'Invitation', @CalendarSequence, @Round, @CreatedAt)
        """;

    public async Task<Result<Invitation>> HandleAsync(Actor actor, InviteOtherContact request, CancellationToken cancellationToken) => await database.WriteAsync<Invitation>(
        actor,
        async write =>
        {
            if (await InvitationRows.ByIdAsync(write, request.InvitationId) is not { } invitation || await MeetingRows.ByIdAsync(write, invitation.MeetingId) is not { } seen)
            {
                return CommonProblems.NoSuchRecord;
            }

            var loaded = await LoadMeeting.ToChangeAsync(write, seen.Id, seen.Version);
            if (!loaded.Succeeded)
            {
                return loaded.Problem;
            }

            var meeting = loaded.Value;
            if (meeting.IsCancelled || meeting.StartsAt <= write.Now)
            {
                return meeting.IsCancelled ? MeetingProblems.IsCancelled : MeetingProblems.HasBegun;
            }

            if ((await OtherContacts.OfAsync(write, invitation)).FirstOrDefault(contact => contact.Id == request.ContactId) is not { } other)
            {
                return Problem.OnField(nameof(request.ContactId), InboxProblems.NoSuchContact);
            }

            var key = MailBounces.Key(other.Email);
            if (await write.SingleAsync<int>(TakenSql, new { invitation.Id, EmailKey = key }) > 0)
            {
                return InboxProblems.IsAlreadyInvited;
            }

            await write.ExecuteAsync(MoveSql, new { invitation.Id, other.Email, EmailKey = key, RecipientName = other.Name });
            var round = await write.SingleAsync<int>(RoundSql, new { InvitationId = invitation.Id }) + 1;
            var mail = await write.EnqueueAsync(new MeetingMailDue(invitation.Id));
            await write.ExecuteAsync(InsertSql, new { Id = mail, InvitationId = invitation.Id, meeting.CalendarSequence, Round = round, CreatedAt = write.Now });
            await write.AuditAsync(AuditSubject.Meeting, meeting.Id, meeting.Version, "meeting-receiver-changed", new { invitation.Email }, new { other.Email });
            return (await InvitationRows.ByIdAsync(write, invitation.Id))!;
        },
        cancellationToken,
        onDuplicate: InboxProblems.IsAlreadyInvited);
}

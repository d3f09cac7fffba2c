using ReservedProcurement.Core.Persistence;

namespace ReservedProcurement.Core.Meetings.Incoming.Stops;

/// <summary>
/// Who does not want courtesy mail: reminders, thanks, surveys. Invitations, changes and cancellations are sent all the same and never ask here.
/// </summary>
public static class MailStops
{
    /// <summary>The condition that an invitation <c>i</c> has not been stopped, for statements that choose whom to write to.</summary>
    internal const string NotStopped = """
        not exists (select 1 from MailStops ms where ms.LiftedAt is null and (ms.InvitationId = i.Id or (ms.InvitationId is null and ms.AddressKey = i.EmailKey)))
        """;

    private const string WantsMailSql = "select count(*) from MeetingInvitations i where i.Id = @InvitationId and " + NotStopped;

    private const string AddSql = """
        insert into MailStops (Id, InvitationId, AddressKey, StoppedAt, StoppedByName)
        select @Id, @StopInvitationId, i.EmailKey, @Now, @StoppedByName from MeetingInvitations i
        where i.Id = @InvitationId and not exists (
            select 1 from MailStops s where s.LiftedAt is null and s.AddressKey = i.EmailKey
                and ((@StopInvitationId is null and s.InvitationId is null) or s.InvitationId = @StopInvitationId))
        """;

    private const string LiftSql = """
        update MailStops set LiftedAt = @Now
        where LiftedAt is null and (InvitationId = @InvitationId or (InvitationId is null and AddressKey = (select i.EmailKey from MeetingInvitations i where i.Id = @InvitationId)))
        """;

    /// <summary>Whether courtesy mail may be sent for the invitation.</summary>
    internal static async Task<bool> WantsMailAsync(SqlSession session, Guid invitationId) => await session.SingleAsync<int>(WantsMailSql, new { InvitationId = invitationId }) == 1;

    internal static Task StopAsync(WriteTransaction write, Guid invitationId, bool ofAllMeetings, string byName) => write.ExecuteAsync(
        AddSql,
        new { Id = write.NewId(), InvitationId = invitationId, StopInvitationId = ofAllMeetings ? (Guid?)null : invitationId, write.Now, StoppedByName = byName });

    internal static Task LiftAsync(WriteTransaction write, Guid invitationId) => write.ExecuteAsync(LiftSql, new { InvitationId = invitationId, write.Now });
}

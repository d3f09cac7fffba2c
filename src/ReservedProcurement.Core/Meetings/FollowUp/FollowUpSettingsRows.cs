using ReservedProcurement.Core.Persistence;

namespace ReservedProcurement.Core.Meetings.FollowUp;

/// <summary>What holds for one meeting: its own settings, else its authority's, else the product's.</summary>
/// <param name="Settings">What is sent and when.</param>
/// <param name="Office">When anything is sent at all.</param>
/// <param name="IsOwn">Whether the meeting has settings of its own.</param>
public sealed record MeetingFollowUp(FollowUpSettings Settings, OfficeHours Office, bool IsOwn);

/// <summary>Reads and writes settings.</summary>
internal static class FollowUpSettingsRows
{
    private const string OwnSql = "select SendReminders, ReminderDays, SendDayBefore, SendThanks, ThanksAfterDays, TellWaitingList from MeetingFollowUps where MeetingId = @MeetingId";

    private const string UsualSql = "select SendReminders, ReminderDays, SendDayBefore, SendThanks, ThanksAfterDays, TellWaitingList from FollowUpDefaults where AuthorityId = @AuthorityId";

    private const string OfficeSql = "select OfficeOpens, OfficeCloses, QuietPeriods, SendDigest from FollowUpDefaults where AuthorityId = @AuthorityId";

    private const string RemoveOwnSql = "delete from MeetingFollowUps where MeetingId = @MeetingId";

    private const string InsertOwnSql = """
        insert into MeetingFollowUps (MeetingId, SendReminders, ReminderDays, SendDayBefore, SendThanks, ThanksAfterDays, TellWaitingList)
        values (@MeetingId, @SendReminders, @ReminderDays, @SendDayBefore, @SendThanks, @ThanksAfterDays, @TellWaitingList)
        """;

    private const string RemoveUsualSql = "delete from FollowUpDefaults where AuthorityId = @AuthorityId";

    private const string InsertUsualSql = """
        insert into FollowUpDefaults (AuthorityId, SendReminders, ReminderDays, SendDayBefore, SendThanks, ThanksAfterDays, TellWaitingList, SendDigest, OfficeOpens, OfficeCloses, QuietPeriods)
        values (@AuthorityId, @SendReminders, @ReminderDays, @SendDayBefore, @SendThanks, @ThanksAfterDays, @TellWaitingList, @SendDigest, @OfficeOpens, @OfficeCloses, @QuietPeriods)
        """;

    public static async Task<MeetingFollowUp> OfMeetingAsync(SqlSession session, Meeting meeting)
    {
        var own = await session.SingleOrDefaultAsync<FollowUpSettings>(OwnSql, new { MeetingId = meeting.Id });
        var (usual, office) = await OfAuthorityAsync(session, meeting.AuthorityId);
        return new MeetingFollowUp(own ?? usual, office, own is not null);
    }

    public static async Task<(FollowUpSettings Settings, OfficeHours Office)> OfAuthorityAsync(SqlSession session, Guid authorityId)
    {
        var key = new { AuthorityId = authorityId };
        return (
            await session.SingleOrDefaultAsync<FollowUpSettings>(UsualSql, key) ?? new FollowUpSettings(),
            await session.SingleOrDefaultAsync<OfficeHours>(OfficeSql, key) ?? new OfficeHours());
    }

    /// <summary>Null to follow the authority again.</summary>
    public static async Task SaveOwnAsync(WriteTransaction write, Guid meetingId, FollowUpSettings? settings)
    {
        await write.ExecuteAsync(RemoveOwnSql, new { MeetingId = meetingId });
        if (settings is { } own)
        {
            await write.ExecuteAsync(
                InsertOwnSql,
                new { MeetingId = meetingId, own.SendReminders, own.ReminderDays, own.SendDayBefore, own.SendThanks, own.ThanksAfterDays, own.TellWaitingList });
        }
    }

    public static async Task SaveUsualAsync(WriteTransaction write, Guid authorityId, FollowUpSettings usual, OfficeHours office)
    {
        await write.ExecuteAsync(RemoveUsualSql, new { AuthorityId = authorityId });
        await write.ExecuteAsync(
            InsertUsualSql,
            new
            {
                AuthorityId = authorityId,
                usual.SendReminders,
                usual.ReminderDays,
                usual.SendDayBefore,
                usual.SendThanks,
                usual.ThanksAfterDays,
                usual.TellWaitingList,
                office.SendDigest,
                office.OfficeOpens,
                office.OfficeCloses,
                office.QuietPeriods,
            });
    }
}

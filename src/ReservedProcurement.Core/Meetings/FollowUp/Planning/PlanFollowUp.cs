using Microsoft.Extensions.Logging;
using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Meetings.FollowUp.Mails;
using ReservedProcurement.Core.Meetings.Invitations;
using ReservedProcurement.Core.Persistence;

namespace ReservedProcurement.Core.Meetings.FollowUp.Planning;

/// <summary>
/// Asks for the mails that are due, meeting by meeting, each in a transaction of its own. Any number of processes may do it at the same time: who has been asked for is seen in the table,
/// and where two ask at once the unique index lets one of them through.
/// </summary>
public sealed class PlanFollowUp(Database database, ILogger<PlanFollowUp> logger)
{
    /// <summary>Meetings further back have had what they are to have.</summary>
    private static readonly TimeSpan LookBack = TimeSpan.FromDays(45);

    private const string MeetingsSql = """
        select m.Id from Meetings m
        where m.CancelledAt is null and m.EndsAt > @EndedAt and exists (select 1 from MeetingInvitations i where i.MeetingId = m.Id)
        order by m.StartsAt, m.Id
        """;

    /// <returns>How many mails were asked for.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var meetings = await database.ReadAsync(session => session.QueryAsync<Guid>(MeetingsSql, new { EndedAt = database.Clock.GetUtcNow() - LookBack }), cancellationToken);
        var planned = 0;
        foreach (var id in meetings)
        {
            if (!await database.ReadAsync(async session => await IsAnythingDueAsync(session, id), cancellationToken))
            {
                continue;
            }

            var asked = await database.WriteAsync<int>(Actor.System, async write => await PlanAsync(write, id), cancellationToken, FollowUpProblems.AlreadyAskedFor);
            planned += asked.Succeeded ? asked.Value : 0;
        }

        if (planned > 0)
        {
            logger.LogInformation("{Count} mails that follow up invitations were asked for", planned);
        }

        return planned;
    }

    private async Task<bool> IsAnythingDueAsync(SqlSession session, Guid meetingId) => await DueAsync(session, meetingId, database.Clock.GetUtcNow()) is { HasAny: true };

    private static async Task<int> PlanAsync(WriteTransaction write, Guid meetingId)
    {
        if (await DueAsync(write, meetingId, write.Now) is not { } due)
        {
            return 0;
        }

        var asked = 0;
        if (due.Reminder is { } since)
        {
            var receivers = await FollowUpReceivers.ToRemindAsync(write, meetingId, since, write.Now);
            asked += await AskAsync(write, receivers.Select(receiver => receiver.Id), MeetingMailKind.Reminder, FollowUpMails.OfReminder(write.Now));
        }

        if (due.DayBefore)
        {
            asked += await AskThoseWhoComeAsync(write, due.Meeting, MeetingMailKind.DayBefore, FollowUpMails.OfMeeting(due.Meeting));
        }

        if (due.Thanks)
        {
            asked += await AskThoseWhoComeAsync(write, due.Meeting, MeetingMailKind.Thanks, FollowUpMails.OfThanks);
        }

        return asked;
    }

    private static async Task<int> AskThoseWhoComeAsync(WriteTransaction write, Meeting meeting, MeetingMailKind kind, string occasion) =>
        await AskAsync(write, await FollowUpReceivers.ComingWithoutAsync(write, meeting, kind, occasion), kind, occasion);

    private static async Task<int> AskAsync(WriteTransaction write, IEnumerable<Guid> invitations, MeetingMailKind kind, string occasion)
    {
        var asked = 0;
        foreach (var invitation in invitations)
        {
            await FollowUpMails.EnqueueAsync(write, invitation, kind, occasion);
            asked++;
        }

        return asked;
    }

    private static async Task<Due?> DueAsync(SqlSession session, Guid meetingId, DateTimeOffset now)
    {
        if (await MeetingRows.ByIdAsync(session, meetingId) is not { IsCancelled: false } meeting)
        {
            return null;
        }

        var settings = await FollowUpSettingsRows.OfMeetingAsync(session, meeting);
        var plan = FollowUpPlan.Of(meeting, settings.Settings, settings.Office);
        return new Due(meeting, plan.DueReminder(meeting, settings.Office, now), plan.IsDayBeforeDue(meeting, settings.Office, now), plan.AreThanksDue(meeting, settings.Office, now));
    }

    /// <param name="Meeting">The meeting.</param>
    /// <param name="Reminder">Who has not been asked since this day is reminded; null when nobody is.</param>
    /// <param name="DayBefore">Whether those who come are sent the practical facts.</param>
    /// <param name="Thanks">Whether those who came are thanked.</param>
    private sealed record Due(Meeting Meeting, DateOnly? Reminder, bool DayBefore, bool Thanks)
    {
        public bool HasAny => Reminder is not null || DayBefore || Thanks;
    }
}

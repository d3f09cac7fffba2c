using ReservedProcurement.Core.Audit;
using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Language;
using ReservedProcurement.Core.Meetings.FollowUp.Mails;
using ReservedProcurement.Core.Meetings.Invitations;
using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.Core.Meetings.FollowUp;

/// <param name="MeetingId">The meeting.</param>
/// <param name="Version">The version that the officer saw.</param>
/// <param name="Count">How many the officer was told would get it. When it is another number by then, nothing is sent.</param>
public sealed record RemindNow(Guid MeetingId, int Version, int Count);

/// <summary>Those whom a reminder sent now would go to.</summary>
public sealed record ReminderList(Meeting Meeting, IReadOnlyList<FollowUpReceiver> Receivers)
{
    public required bool MayEdit { get; init; }
}

/// <param name="Reminded">How many get the reminder.</param>
/// <param name="Version">The meeting's version.</param>
public sealed record RemindersMade(int Reminded, int Version);

/// <summary>Reminds those who have not answered at once, because an officer wants it. Who has had an invitation or a reminder today is left in peace.</summary>
public sealed class RemindNowHandler(Database database)
{
    public async Task<Result<ReminderList>> ListAsync(Actor actor, Guid meetingId, CancellationToken cancellationToken) => await database.ReadAsync<Result<ReminderList>>(
        async session =>
        {
            var meeting = await LoadMeeting.ToReadAsync(session, actor, meetingId);
            return meeting.Succeeded
                ? new ReminderList(meeting.Value, await ReceiversAsync(session, meeting.Value, database.Clock.GetUtcNow())) { MayEdit = actor.May(Permission.EditProcurements, meeting.Value.AuthorityId) }
                : meeting.Problem;
        },
        cancellationToken);

    public Task<Result<RemindersMade>> HandleAsync(Actor actor, RemindNow request, CancellationToken cancellationToken) => database.WriteAsync<RemindersMade>(
        actor,
        async write =>
        {
            var loaded = await LoadMeeting.ToChangeAsync(write, request.MeetingId, request.Version);
            if (!loaded.Succeeded)
            {
                return loaded.Problem;
            }

            var meeting = loaded.Value;
            if (meeting.IsCancelled || meeting.StartsAt <= write.Now)
            {
                return meeting.IsCancelled ? MeetingProblems.IsCancelled : MeetingProblems.HasBegun;
            }

            var receivers = await ReceiversAsync(write, meeting, write.Now);
            if (receivers.Count == 0)
            {
                return FollowUpProblems.NobodyIsLeft;
            }

            if (receivers.Count != request.Count)
            {
                return Problem.Of(FollowUpProblems.OthersToRemind, ProblemKind.Conflict, receivers.Count);
            }

            foreach (var receiver in receivers)
            {
                await FollowUpMails.EnqueueAsync(write, receiver.Id, MeetingMailKind.Reminder, FollowUpMails.OfReminder(write.Now), write.Actor.Name);
            }

            await write.AuditAsync(AuditSubject.Meeting, meeting.Id, meeting.Version, "meeting-reminded", null, new { Reminded = receivers.Count });
            return new RemindersMade(receivers.Count, meeting.Version);
        },
        cancellationToken,
        FollowUpProblems.AlreadyAskedFor);

    private static async Task<IReadOnlyList<FollowUpReceiver>> ReceiversAsync(SqlSession session, Meeting meeting, DateTimeOffset now) =>
        meeting.IsCancelled || meeting.StartsAt <= now ? [] : await FollowUpReceivers.ToRemindAsync(session, meeting.Id, DateOnly.FromDateTime(SwedishTime.Local(now).DateTime), now);
}

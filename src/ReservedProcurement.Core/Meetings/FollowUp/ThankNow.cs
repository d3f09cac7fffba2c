using ReservedProcurement.Core.Audit;
using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Meetings.FollowUp.Mails;
using ReservedProcurement.Core.Meetings.FollowUp.Surveys;
using ReservedProcurement.Core.Meetings.Invitations;
using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.Core.Meetings.FollowUp;

/// <param name="MeetingId">The meeting.</param>
/// <param name="Version">The version that the officer saw.</param>
public sealed record ThankNow(Guid MeetingId, int Version);

/// <param name="Thanked">How many are thanked.</param>
/// <param name="Version">The meeting's version.</param>
public sealed record ThanksMade(int Thanked, int Version);

/// <summary>Thanks those who came at once, because an officer has the material ready or never had it sent by itself. Nobody is thanked twice.</summary>
public sealed class ThankNowHandler(Database database)
{
    public Task<Result<ThanksMade>> HandleAsync(Actor actor, ThankNow request, CancellationToken cancellationToken) => database.WriteAsync<ThanksMade>(
        actor,
        async write =>
        {
            var loaded = await LoadMeeting.ToChangeAsync(write, request.MeetingId, request.Version);
            if (!loaded.Succeeded)
            {
                return loaded.Problem;
            }

            var meeting = loaded.Value;
            if (meeting.IsCancelled || SurveyRules.ClosesAt(meeting) <= write.Now)
            {
                return meeting.IsCancelled ? MeetingProblems.IsCancelled : FollowUpProblems.SurveyIsClosed;
            }

            var receivers = meeting.EndsAt > write.Now ? [] : await FollowUpReceivers.ComingWithoutAsync(write, meeting, MeetingMailKind.Thanks, FollowUpMails.OfThanks);
            if (receivers.Count == 0)
            {
                return FollowUpProblems.NobodyIsToBeThanked;
            }

            foreach (var receiver in receivers)
            {
                await FollowUpMails.EnqueueAsync(write, receiver, MeetingMailKind.Thanks, FollowUpMails.OfThanks, write.Actor.Name);
            }

            await write.AuditAsync(AuditSubject.Meeting, meeting.Id, meeting.Version, "meeting-thanked", null, new { Thanked = receivers.Count });
            return new ThanksMade(receivers.Count, meeting.Version);
        },
        cancellationToken,
        FollowUpProblems.AlreadyAskedFor);
}

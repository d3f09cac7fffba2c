using FluentValidation;
using ReservedProcurement.Core.Audit;
using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.Core.Meetings.FollowUp;

/// <param name="MeetingId">The meeting.</param>
/// <param name="Version">The version that the officer saw.</param>
/// <param name="Settings">What holds for this meeting; null to follow the authority's usual.</param>
public sealed record ChangeFollowUp(Guid MeetingId, int Version, FollowUpSettings? Settings);

/// <summary>Changes what is sent by itself about a meeting. It holds from the next mail on.</summary>
public sealed class ChangeFollowUpHandler(Database database, ChangeFollowUpHandler.Validator validator)
{
    public async Task<Result<MeetingSaved>> HandleAsync(Actor actor, ChangeFollowUp request, CancellationToken cancellationToken)
    {
        if (request.Settings is not null && validator.Problem(request) is { } problem)
        {
            return problem;
        }

        return await database.WriteAsync<MeetingSaved>(
            actor,
            async write =>
            {
                var loaded = await LoadMeeting.ToChangeAsync(write, request.MeetingId, request.Version);
                if (!loaded.Succeeded)
                {
                    return loaded.Problem;
                }

                var meeting = loaded.Value;
                var before = await FollowUpSettingsRows.OfMeetingAsync(write, meeting);
                await FollowUpSettingsRows.SaveOwnAsync(write, meeting.Id, request.Settings?.Tidy());
                var after = await FollowUpSettingsRows.OfMeetingAsync(write, meeting);
                var version = await write.AuditAsync(AuditSubject.Meeting, meeting.Id, meeting.Version, "follow-up-changed", Shown(before), Shown(after));
                return new MeetingSaved(meeting.Id, version);
            },
            cancellationToken);
    }

    private static object Shown(MeetingFollowUp followUp) => new
    {
        followUp.Settings.SendReminders,
        followUp.Settings.ReminderDays,
        followUp.Settings.SendDayBefore,
        followUp.Settings.SendThanks,
        followUp.Settings.ThanksAfterDays,
        followUp.Settings.TellWaitingList,
        FollowsAuthority = !followUp.IsOwn,
    };

    public sealed class Validator : AbstractValidator<ChangeFollowUp>
    {
        public Validator() => this.AddSettings(request => request.Settings!);
    }
}

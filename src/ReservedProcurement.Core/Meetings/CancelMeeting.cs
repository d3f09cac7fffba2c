using FluentValidation;
using ReservedProcurement.Core.Audit;
using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Meetings.Invitations;
using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Core.Problems;
using ReservedProcurement.Core.Register.OrganisationNumbers;

namespace ReservedProcurement.Core.Meetings;

/// <param name="Id">The meeting.</param>
/// <param name="Version">The version that the officer saw.</param>
/// <param name="CancelReason">Told to those invited.</param>
public sealed record CancelMeeting(Guid Id, int Version, string? CancelReason);

/// <summary>Cancels a meeting. Everybody who has had the invitation is told and it leaves their calendars; mails that still wait are never sent.</summary>
public sealed class CancelMeetingHandler(Database database, CancelMeetingHandler.Validator validator)
{
    private const string CancelSql = "update Meetings set CancelledAt = @Now, CancelReason = @Reason, CalendarSequence = @CalendarSequence where Id = @Id";

    public async Task<Result<MeetingChanged>> HandleAsync(Actor actor, CancelMeeting request, CancellationToken cancellationToken)
    {
        if (validator.Problem(request) is { } problem)
        {
            return problem;
        }

        return await database.WriteAsync<MeetingChanged>(
            actor,
            async write =>
            {
                var loaded = await LoadMeeting.ToChangeAsync(write, request.Id, request.Version);
                if (!loaded.Succeeded)
                {
                    return loaded.Problem;
                }

                var meeting = loaded.Value;
                if (meeting.IsCancelled || meeting.StartsAt <= write.Now)
                {
                    return meeting.IsCancelled ? MeetingProblems.IsCancelled : MeetingProblems.HasBegun;
                }

                var sequence = meeting.CalendarSequence + 1;
                var reason = InputText.Tidy(request.CancelReason);
                await write.ExecuteAsync(CancelSql, new { meeting.Id, write.Now, Reason = reason, CalendarSequence = sequence });
                var told = await MeetingMails.TellAsync(write, meeting.Id, MeetingMailKind.Cancellation, sequence);
                await write.AuditAsync(AuditSubject.Meeting, meeting.Id, meeting.Version, "meeting-cancelled", null, new { CancelReason = reason });
                return new MeetingChanged(meeting.Id, meeting.Version, told);
            },
            cancellationToken);
    }

    public sealed class Validator : AbstractValidator<CancelMeeting>
    {
        public Validator() => RuleFor(request => request.CancelReason).NotEmpty().ManyLines(1000).WithoutPersonalNumber();
    }
}

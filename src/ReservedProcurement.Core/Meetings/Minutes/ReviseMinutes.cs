using FluentValidation;
using ReservedProcurement.Core.Audit;
using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Core.Problems;
using ReservedProcurement.Core.Register.OrganisationNumbers;

namespace ReservedProcurement.Core.Meetings.Minutes;

/// <param name="MeetingId">The meeting.</param>
/// <param name="ChangeNote">What is to be changed and why; told to all who read the new version.</param>
public sealed record ReviseMinutes(Guid MeetingId, string? ChangeNote);

/// <summary>Begins a new version of published notes, as a draft that says the same. The earlier version remains and can be read.</summary>
public sealed class ReviseMinutesHandler(Database database, ReviseMinutesHandler.Validator validator)
{
    public async Task<Result<MinutesSaved>> HandleAsync(Actor actor, ReviseMinutes request, CancellationToken cancellationToken)
    {
        if (validator.Problem(request) is { } problem)
        {
            return problem;
        }

        return await database.WriteAsync<MinutesSaved>(
            actor,
            async write =>
            {
                var found = await LoadMeetingToWork.AtAsync(write, request.MeetingId);
                if (!found.Succeeded)
                {
                    return found.Problem;
                }

                if (await MinutesRows.LatestAsync(write, request.MeetingId) is not { IsPublished: true } latest)
                {
                    return Problem.Of(AtMeetingProblems.DraftExists, ProblemKind.Refused);
                }

                var note = InputText.Tidy(request.ChangeNote);
                await MinutesRows.InsertAsync(write, request.MeetingId, latest.Number + 1, latest.ToContent(), note);
                await write.AuditAsync(AuditSubject.Meeting, found.Value.Id, found.Value.Version, "minutes-revised", null, new { MinutesNumber = latest.Number + 1, ChangeNote = note });
                return new MinutesSaved(latest.Number + 1, 1);
            },
            cancellationToken,
            AtMeetingProblems.SomebodyElseWasFirst);
    }

    public sealed class Validator : AbstractValidator<ReviseMinutes>
    {
        public Validator() => RuleFor(request => request.ChangeNote).NotEmpty().ManyLines(1000).WithoutPersonalNumber();
    }
}

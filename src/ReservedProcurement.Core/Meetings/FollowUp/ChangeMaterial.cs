using FluentValidation;
using ReservedProcurement.Core.Audit;
using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Core.Problems;
using ReservedProcurement.Core.Register.OrganisationNumbers;

namespace ReservedProcurement.Core.Meetings.FollowUp;

/// <param name="MeetingId">The meeting.</param>
/// <param name="Version">The version that the officer saw.</param>
/// <param name="Material">Text and addresses, a line for each; stands in the thanks and on the page with the questions.</param>
public sealed record ChangeMaterial(Guid MeetingId, int Version, string? Material);

/// <summary>Writes what material there is from a meeting.</summary>
public sealed class ChangeMaterialHandler(Database database, ChangeMaterialHandler.Validator validator)
{
    public async Task<Result<MeetingSaved>> HandleAsync(Actor actor, ChangeMaterial request, CancellationToken cancellationToken)
    {
        if (validator.Problem(request) is { } problem)
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
                var (before, after) = (await MaterialRows.OfAsync(write, meeting.Id), InputText.Tidy(request.Material));
                await MaterialRows.SaveAsync(write, meeting.Id, after);
                var version = await write.AuditAsync(AuditSubject.Meeting, meeting.Id, meeting.Version, "material-changed", new { Material = before }, new { Material = after });
                return new MeetingSaved(meeting.Id, version);
            },
            cancellationToken);
    }

    public sealed class Validator : AbstractValidator<ChangeMaterial>
    {
        public Validator() => RuleFor(request => request.Material).ManyLines(4000).WithoutPersonalNumber();
    }
}

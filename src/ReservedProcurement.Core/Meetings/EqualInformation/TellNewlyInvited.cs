using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.Core.Meetings.EqualInformation;

/// <summary>Sends the address of the public page to those who were invited after the latest publication.</summary>
public sealed record TellNewlyInvited(Guid MeetingId);

public sealed class TellNewlyInvitedHandler(Database database)
{
    /// <returns>How many get a mail.</returns>
    public Task<Result<int>> HandleAsync(Actor actor, TellNewlyInvited request, CancellationToken cancellationToken) => database.WriteAsync<int>(
        actor,
        async write =>
        {
            var found = await LoadMeetingToWork.AtAsync(write, request.MeetingId);
            if (!found.Succeeded)
            {
                return found.Problem;
            }

            if (await InformationRows.PublicationsAsync(write, request.MeetingId) is not [var latest, ..])
            {
                return Problem.Of(AtMeetingProblems.NothingPublished, ProblemKind.Refused);
            }

            var told = await Publications.TellAsync(write, request.MeetingId, latest.Id);
            return told == 0 ? Problem.Of(AtMeetingProblems.NobodyWithoutMail, ProblemKind.Refused) : told;
        },
        cancellationToken,
        AtMeetingProblems.SomebodyElseWasFirst);
}

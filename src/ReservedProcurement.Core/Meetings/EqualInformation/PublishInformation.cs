using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.Core.Meetings.EqualInformation;

/// <param name="MeetingId">The meeting.</param>
/// <param name="Versions">The versions to publish, as they were read; null for all that wait.</param>
public sealed record PublishInformation(Guid MeetingId, IReadOnlyList<Guid>? Versions = null);

/// <summary>Publishes what waits in the log: to the public page at once, and by one mail to each of those invited.</summary>
public sealed class PublishInformationHandler(Database database)
{
    public Task<Result<InformationPublished>> HandleAsync(Actor actor, PublishInformation request, CancellationToken cancellationToken) => database.WriteAsync<InformationPublished>(
        actor,
        async write =>
        {
            var found = await LoadMeetingToWork.AtAsync(write, request.MeetingId);
            if (!found.Succeeded)
            {
                return found.Problem;
            }

            var waiting = (await InformationRows.OfMeetingAsync(write, request.MeetingId)).Where(entry => entry.IsWaiting).Select(entry => entry.Latest.Id).ToHashSet();
            if (request.Versions?.Any(version => !waiting.Contains(version)) == true)
            {
                return AtMeetingProblems.SomebodyElseWasFirst;
            }

            var versions = request.Versions?.ToHashSet() ?? waiting;
            return versions.Count == 0 ? Problem.Of(AtMeetingProblems.NothingToPublish, ProblemKind.Refused) : await Publications.PublishAsync(write, found.Value, versions);
        },
        cancellationToken,
        AtMeetingProblems.SomebodyElseWasFirst);
}

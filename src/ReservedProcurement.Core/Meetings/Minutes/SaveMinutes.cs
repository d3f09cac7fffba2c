using ReservedProcurement.Core.Audit;
using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.Core.Meetings.Minutes;

public sealed record SaveMinutes : MinutesContent
{
    public SaveMinutes()
    {
    }

    public SaveMinutes(MinutesContent content)
        : base(content)
    {
    }

    public required Guid MeetingId { get; init; }

    /// <summary>The draft's version that was read; 0 when there was none.</summary>
    public required int Version { get; init; }
}

/// <param name="Number">Which version of the notes.</param>
/// <param name="Version">To base the next save on.</param>
public sealed record MinutesSaved(int Number, int Version);

/// <summary>Saves the draft. Nobody else sees it before it is published.</summary>
public sealed class SaveMinutesHandler(Database database, MinutesContentValidator validator)
{
    public async Task<Result<MinutesSaved>> HandleAsync(Actor actor, SaveMinutes request, CancellationToken cancellationToken)
    {
        if (validator.Problem<MinutesContent>(request) is { } problem)
        {
            return problem;
        }

        var content = request.Tidy();
        return await database.WriteAsync<MinutesSaved>(
            actor,
            async write =>
            {
                var found = await LoadMeetingToWork.AtAsync(write, request.MeetingId);
                if (!found.Succeeded)
                {
                    return found.Problem;
                }

                var latest = await MinutesRows.LatestAsync(write, request.MeetingId);
                if (latest is { IsPublished: true })
                {
                    return AtMeetingProblems.IsPublished;
                }

                if (latest is null ? request.Version != 0 : latest.Version != request.Version)
                {
                    return AtMeetingProblems.SomebodyElseWasFirst;
                }

                if (latest is null)
                {
                    await MinutesRows.InsertAsync(write, request.MeetingId, number: 1, content, changeNote: null);
                }
                else if (!await MinutesRows.UpdateAsync(write, latest.Id, latest.Version, content))
                {
                    return AtMeetingProblems.SomebodyElseWasFirst;
                }

                await write.AuditAsync(AuditSubject.Meeting, found.Value.Id, found.Value.Version, "minutes-saved", null, new { MinutesNumber = latest?.Number ?? 1 });
                return new MinutesSaved(latest?.Number ?? 1, (latest?.Version ?? 0) + 1);
            },
            cancellationToken,
            AtMeetingProblems.SomebodyElseWasFirst);
    }
}

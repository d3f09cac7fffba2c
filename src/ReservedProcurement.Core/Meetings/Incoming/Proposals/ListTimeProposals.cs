using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.Core.Meetings.Incoming.Proposals;

/// <summary>The proposals of another time that nobody has answered yet.</summary>
public sealed class ListTimeProposalsHandler(Database database)
{
    public async Task<Result<IReadOnlyList<TimeProposal>>> HandleAsync(Actor actor, Guid meetingId, CancellationToken cancellationToken) => await database.ReadAsync(
        async session =>
        {
            var meeting = await LoadMeeting.ToReadAsync(session, actor, meetingId);
            return meeting.Succeeded ? Result<IReadOnlyList<TimeProposal>>.Of(await TimeProposals.OpenAsync(session, meetingId, database.Clock.GetUtcNow())) : meeting.Problem;
        },
        cancellationToken);
}

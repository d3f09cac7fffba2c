using ReservedProcurement.Core.Audit;
using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.Core.Meetings.DatePolls;

/// <param name="Id">The poll.</param>
/// <param name="Version">The version that the officer saw.</param>
/// <param name="Close">False opens it again.</param>
public sealed record CloseDatePoll(Guid Id, int Version, bool Close);

/// <summary>Takes no more answers by the link, or does so again. An officer can note answers all the same.</summary>
public sealed class CloseDatePollHandler(Database database)
{
    private const string CloseSql = "update DatePolls set ClosedAt = @ClosedAt where Id = @Id";

    public async Task<Result<DatePollSaved>> HandleAsync(Actor actor, CloseDatePoll request, CancellationToken cancellationToken) => await database.WriteAsync<DatePollSaved>(
        actor,
        async write =>
        {
            var loaded = await DatePollRows.ToChangeAsync(write, request.Id, request.Version);
            if (!loaded.Succeeded)
            {
                return loaded.Problem;
            }

            var poll = loaded.Value;
            await write.ExecuteAsync(CloseSql, new { poll.Id, ClosedAt = request.Close ? write.Now : (DateTimeOffset?)null });
            await write.AuditAsync(AuditSubject.DatePoll, poll.Id, poll.Version, request.Close ? "closed" : "opened", null, null);
            return new DatePollSaved(poll.Id, poll.Version);
        },
        cancellationToken);
}

using System.Globalization;
using ReservedProcurement.Core.Audit;
using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Language;
using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.Core.Meetings.DatePolls;

/// <param name="Id">The poll.</param>
/// <param name="Version">The version that the officer saw.</param>
/// <param name="ProposalId">The day that it will be.</param>
/// <param name="Place">When the poll was made without one; null keeps what the poll says.</param>
/// <param name="VideoLink">Likewise.</param>
public sealed record ChooseDate(Guid Id, int Version, Guid? ProposalId, string? Place = null, string? VideoLink = null);

/// <param name="MeetingId">The meeting that was made.</param>
/// <param name="MeetingVersion">To invite with.</param>
/// <param name="Version">The poll's version.</param>
public sealed record DateChosen(Guid MeetingId, int MeetingVersion, int Version);

/// <summary>Makes the meeting on one of the days, with all that was written about it. Nobody is told until they are invited.</summary>
public sealed class ChooseDateHandler(Database database, MeetingContentValidator validator)
{
    private const string DecideSql = "update DatePolls set MeetingId = @MeetingId where Id = @Id";

    public async Task<Result<DateChosen>> HandleAsync(Actor actor, ChooseDate request, CancellationToken cancellationToken) => await database.WriteAsync<DateChosen>(
        actor,
        async write =>
        {
            var loaded = await DatePollRows.ToChangeAsync(write, request.Id, request.Version);
            if (!loaded.Succeeded)
            {
                return loaded.Problem;
            }

            var poll = loaded.Value;
            var proposal = (await DatePollRows.ProposalsAsync(write, poll.Id)).FirstOrDefault(one => one.Id == request.ProposalId);
            if (proposal is null)
            {
                return Problem.OnField(nameof(request.ProposalId), DatePollProblems.ChooseProposal);
            }

            if (proposal.StartsAt <= write.Now)
            {
                return Problem.OnField(nameof(request.ProposalId), DatePollProblems.DayHasPassed);
            }

            var (start, end) = (SwedishTime.Local(proposal.StartsAt), SwedishTime.Local(proposal.EndsAt));
            var meeting = poll.Meeting;
            var content = (meeting with
            {
                Date = DateOnly.FromDateTime(start.DateTime),
                StartTime = start.ToString("HH:mm", CultureInfo.InvariantCulture),
                EndTime = end.ToString("HH:mm", CultureInfo.InvariantCulture),
                Place = request.Place ?? meeting.Place,
                VideoLink = request.VideoLink ?? meeting.VideoLink,
            }).Tidy();
            if (validator.Check(content) is { } problem)
            {
                return problem;
            }

            var id = write.NewId();
            await MeetingRows.InsertAsync(write, id, poll.AuthorityId, content);
            await write.AuditAsync(AuditSubject.Meeting, id, 1, "created", null, content);
            await write.ExecuteAsync(DecideSql, new { poll.Id, MeetingId = id });
            await write.AuditAsync(AuditSubject.DatePoll, poll.Id, poll.Version, "date-chosen", null, new { proposal.StartsAt });
            return new DateChosen(id, 1, poll.Version);
        },
        cancellationToken);
}

using ReservedProcurement.Core.Audit;
using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Meetings.Invitations;
using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.Core.Meetings.Series;

public sealed record InviteToSeries
{
    public required Guid Id { get; init; }
    public required int Version { get; init; }
    public IReadOnlyList<Guid> SocialEnterpriseIds { get; init; } = [];
    public IReadOnlyList<OtherParty> Others { get; init; } = [];
}

/// <param name="Meetings">How many occasions were invited to.</param>
/// <param name="Invited">How many invitations were made, counted over all of them.</param>
/// <param name="AlreadyInvited">How many there were before; nothing is sent for them again.</param>
/// <param name="Version">The series' version.</param>
public sealed record SeriesInvitationsMade(int Meetings, int Invited, int AlreadyInvited, int Version);

/// <summary>
/// Invites the same parties to every occasion to come, in one transaction. Each occasion has its own invitation, mail and calendar object
/// (see <c>src/decisions/0007-one-meeting-per-date.md</c>), and a page where all the dates are answered at once.
/// </summary>
public sealed class InviteToSeriesHandler(Database database, InviteToMeetingHandler.Validator validator)
{
    /// <summary>What is wrong with the request by itself; what a page shows before the list is looked through.</summary>
    public Problem? Check(InviteToSeries request) => validator.Problem(Of(request, Guid.Empty, 0))
        ?? (request.SocialEnterpriseIds.Count + request.Others.Count == 0 ? Problem.OnField(nameof(request.SocialEnterpriseIds), MeetingProblems.NobodyChosen) : null);

    public async Task<Result<SeriesInvitationsMade>> HandleAsync(Actor actor, InviteToSeries request, CancellationToken cancellationToken)
    {
        if (Check(request) is { } problem)
        {
            return problem;
        }

        return await database.WriteAsync<SeriesInvitationsMade>(
            actor,
            async write =>
            {
                var loaded = await SeriesRows.ToChangeAsync(write, request.Id, request.Version);
                if (!loaded.Succeeded)
                {
                    return loaded.Problem;
                }

                var coming = SeriesDetails.Of(actor, loaded.Value, await SeriesRows.OccasionsAsync(write, request.Id), database.Clock).Coming;
                if (coming.Count == 0)
                {
                    return MeetingSeriesProblems.HasNoComing;
                }

                var (invited, already) = (0, 0);
                foreach (var occasion in coming)
                {
                    var made = await InviteToMeetingHandler.InviteAsync(write, Of(request, occasion.MeetingId, occasion.Version));
                    if (!made.Succeeded)
                    {
                        return made.Problem;
                    }

                    invited += made.Value.Invited;
                    already += made.Value.AlreadyInvited;
                }

                await write.AuditAsync(AuditSubject.MeetingSeries, request.Id, loaded.Value.Version, "series-invited", null, new { Invited = invited });
                return new SeriesInvitationsMade(coming.Count, invited, already, loaded.Value.Version);
            },
            cancellationToken);
    }

    private static InviteToMeeting Of(InviteToSeries request, Guid meetingId, int version) =>
        new() { MeetingId = meetingId, Version = version, SocialEnterpriseIds = request.SocialEnterpriseIds, Others = request.Others };
}

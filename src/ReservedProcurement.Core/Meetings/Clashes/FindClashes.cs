using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.Core.Meetings.Clashes;

/// <summary>Whether a meeting with this content would stand too near another, before it is saved.</summary>
/// <param name="MeetingId">The meeting that is being changed; null for a new one.</param>
/// <param name="AuthorityId">Whose it would be.</param>
/// <param name="Content">Day, times and kind are what count.</param>
public sealed record FindClashes(Guid? MeetingId, Guid AuthorityId, MeetingContent Content);

public sealed class FindClashesHandler(Database database, MeetingContentValidator validator)
{
    private static readonly string[] Needed = [nameof(MeetingContent.Date), nameof(MeetingContent.StartTime), nameof(MeetingContent.EndTime)];

    public async Task<Result<IReadOnlyList<Clash>>> HandleAsync(Actor actor, FindClashes request, CancellationToken cancellationToken)
    {
        if (!actor.May(Permission.Read, request.AuthorityId))
        {
            return CommonProblems.NoSuchRecord;
        }

        // A form that is half filled in can be asked about as soon as it says when.
        var faults = validator.Check(request.Content)?.Fields.Where(field => Needed.Contains(field.Field)).ToList() ?? [];
        if (faults.Count > 0)
        {
            return new Problem(CommonProblems.Invalid, ProblemKind.Invalid) { Fields = faults };
        }

        var content = request.Content.Tidy();
        var (startsAt, endsAt) = MeetingRules.Times(content);
        var subject = new ClashSubject(request.MeetingId, request.AuthorityId, content.MeetingKind, content.OwnKindId, startsAt, endsAt);
        return await database.ReadAsync<Result<IReadOnlyList<Clash>>>(
            async session =>
            {
                if (request.MeetingId is { } id && await LoadMeeting.ToReadAsync(session, actor, id) is { Succeeded: false } found)
                {
                    return found.Problem!;
                }

                return Result<IReadOnlyList<Clash>>.Of(await Clash.WithAsync(session, actor, subject));
            },
            cancellationToken);
    }

    /// <summary>Those of a saved meeting.</summary>
    public async Task<Result<IReadOnlyList<Clash>>> HandleAsync(Actor actor, Guid meetingId, CancellationToken cancellationToken) => await database.ReadAsync<Result<IReadOnlyList<Clash>>>(
        async session =>
        {
            var found = await LoadMeeting.ToReadAsync(session, actor, meetingId);
            return found.Succeeded ? Result<IReadOnlyList<Clash>>.Of(await Clash.WithAsync(session, actor, found.Value)) : found.Problem;
        },
        cancellationToken);
}

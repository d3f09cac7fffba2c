using ReservedProcurement.Core.Audit;
using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Meetings.Answers;
using ReservedProcurement.Core.Meetings.Clashes;
using ReservedProcurement.Core.Meetings.Invitations;
using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.Core.Meetings;

public sealed record ChangeMeeting : MeetingContent
{
    public ChangeMeeting()
    {
    }

    public ChangeMeeting(MeetingContent content)
        : base(content)
    {
    }

    public required Guid Id { get; init; }
    public required int Version { get; init; }
}

/// <param name="Id">The meeting.</param>
/// <param name="Version">To base the next change on.</param>
/// <param name="Told">How many get a mail about the change.</param>
public sealed record MeetingChanged(Guid Id, int Version, int Told)
{
    /// <summary>Other meetings too near in time: a warning, not a refusal.</summary>
    public IReadOnlyList<Clash> Clashes { get; init; } = [];
}

/// <summary>
/// Changes a meeting. When something that stands in calendars changes, those who have had the invitation are told, and their calendars follow.
/// Who has said no is told only of another day or time, which may suit them; who waits for room is told like those who come.
/// </summary>
public sealed class ChangeMeetingHandler(Database database, MeetingContentValidator validator)
{
    public async Task<Result<MeetingChanged>> HandleAsync(Actor actor, ChangeMeeting request, CancellationToken cancellationToken)
    {
        var content = request.Tidy();
        return await database.WriteAsync<MeetingChanged>(
            actor,
            async write =>
            {
                var loaded = await LoadMeeting.ToChangeAsync(write, request.Id, request.Version);
                if (!loaded.Succeeded)
                {
                    return loaded.Problem;
                }

                var before = loaded.Value;
                if (before.IsCancelled)
                {
                    return MeetingProblems.IsCancelled;
                }

                if (validator.Check(request) is { } problem)
                {
                    return problem;
                }

                if (await MeetingRows.CheckLinksAsync(write, before.AuthorityId, content, before) is { } unknown)
                {
                    return unknown;
                }

                var was = MeetingContent.Of(before);
                var isOnCalendars = !was.OnCalendars.Equals(content.OnCalendars);
                var sequence = before.CalendarSequence + (isOnCalendars ? 1 : 0);
                await MeetingRows.UpdateAsync(write, before.Id, content, sequence);
                var told = isOnCalendars && MeetingRules.Times(content).StartsAt > write.Now
                    ? await MeetingMails.TellAsync(write, before.Id, MeetingMailKind.Update, sequence, alsoDeclined: !was.Hours.Equals(content.Hours))
                    : 0;
                if (was.Capacity != content.Capacity)
                {
                    await SeatRows.FollowAsync(write, before.Id);
                }

                var version = await write.AuditAsync(AuditSubject.Meeting, before.Id, before.Version, "changed", was, content);
                return new MeetingChanged(before.Id, version, told) { Clashes = await Clash.WithAsync(write, actor, before.Id) };
            },
            cancellationToken);
    }
}

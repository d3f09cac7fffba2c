using ReservedProcurement.Core.Audit;
using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Meetings.Clashes;
using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.Core.Meetings;

public sealed record CreateMeeting : MeetingContent
{
    public CreateMeeting()
    {
    }

    public CreateMeeting(MeetingContent content)
        : base(content)
    {
    }

    public required Guid AuthorityId { get; init; }
}

/// <summary>What was saved, and the version to base the next change on.</summary>
public sealed record MeetingSaved(Guid Id, int Version)
{
    /// <summary>Other meetings too near in time: a warning, not a refusal.</summary>
    public IReadOnlyList<Clash> Clashes { get; init; } = [];
}

/// <summary>Plans a meeting. Nobody is told before they are invited.</summary>
public sealed class CreateMeetingHandler(Database database, MeetingContentValidator validator)
{
    public async Task<Result<MeetingSaved>> HandleAsync(Actor actor, CreateMeeting request, CancellationToken cancellationToken)
    {
        if (!actor.May(Permission.EditProcurements, request.AuthorityId))
        {
            return actor.May(Permission.Read, request.AuthorityId) ? CommonProblems.NotAllowed : CommonProblems.NoSuchRecord;
        }

        if (validator.Check(request) is { } problem)
        {
            return problem;
        }

        var content = request.Tidy();
        return await database.WriteAsync<MeetingSaved>(
            actor,
            async write =>
            {
                if (await MeetingRows.CheckLinksAsync(write, request.AuthorityId, content) is { } unknown)
                {
                    return unknown;
                }

                var id = write.NewId();
                await MeetingRows.InsertAsync(write, id, request.AuthorityId, content);
                await write.AuditAsync(AuditSubject.Meeting, id, 1, "created", null, content);
                return new MeetingSaved(id, 1) { Clashes = await Clash.WithAsync(write, actor, id) };
            },
            cancellationToken);
    }
}

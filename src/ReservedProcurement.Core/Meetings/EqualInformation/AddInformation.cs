using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.Core.Meetings.EqualInformation;

public sealed record AddInformation : WriteInformation
{
    public AddInformation()
    {
    }

    public AddInformation(WriteInformation content)
        : base(content)
    {
    }

    public required Guid MeetingId { get; init; }

    /// <summary>Said or shown; questions and notes come into the log by themselves.</summary>
    public InformationKind Kind { get; init; } = InformationKind.Said;
}

/// <summary>Notes something that was said or shown at, before or after a meeting. It is told to all when it is published.</summary>
public sealed class AddInformationHandler(Database database, WriteInformationValidator validator)
{
    public async Task<Result<InformationEntry>> HandleAsync(Actor actor, AddInformation request, CancellationToken cancellationToken)
    {
        if (validator.Problem<WriteInformation>(request) is { } problem)
        {
            return problem;
        }

        if (request.Kind is not (InformationKind.Said or InformationKind.Shown))
        {
            return Problem.OnField(nameof(request.Kind), AtMeetingProblems.WrittenElsewhere);
        }

        var contentType = request.CheckFile();
        if (!contentType.Succeeded)
        {
            return contentType.Problem;
        }

        return await database.WriteAsync<InformationEntry>(
            actor,
            async write =>
            {
                var found = await LoadMeetingToWork.AtAsync(write, request.MeetingId);
                if (!found.Succeeded)
                {
                    return found.Problem;
                }

                if (request.CheckDay(write.Now) is { } later)
                {
                    return later;
                }

                var entry = await InformationRows.AddEntryAsync(write, request.MeetingId, request.Kind);
                await InformationRows.AddVersionAsync(write, entry, await request.KeepAsync(write, found.Value, contentType.Value), reason: null);
                return (await InformationRows.ByIdAsync(write, request.MeetingId, entry.Id))!;
            },
            cancellationToken);
    }
}

using FluentValidation;
using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Core.Problems;
using ReservedProcurement.Core.Register.OrganisationNumbers;

namespace ReservedProcurement.Core.Meetings.EqualInformation;

public sealed record CorrectInformation : WriteInformation
{
    public CorrectInformation()
    {
    }

    public CorrectInformation(WriteInformation content)
        : base(content)
    {
    }

    public required Guid MeetingId { get; init; }
    public required Guid EntryId { get; init; }

    /// <summary>The version that was read.</summary>
    public required int Number { get; init; }

    /// <summary>What was wrong; told to all.</summary>
    public string? Reason { get; init; }

    /// <summary>Whether a file of the earlier version is left out when no new one is sent.</summary>
    public bool RemovesFile { get; init; }

    /// <summary>The whole entry no longer holds. All that is told of it then is that, and why.</summary>
    public bool IsWithdrawn { get; init; }
}

/// <summary>Puts right what is wrong in the log by a new version, or withdraws it. Earlier versions remain.</summary>
public sealed class CorrectInformationHandler(Database database, WriteInformationValidator content, CorrectInformationHandler.Validator validator)
{
    public async Task<Result<InformationEntry>> HandleAsync(Actor actor, CorrectInformation request, CancellationToken cancellationToken)
    {
        if ((validator.Problem(request) ?? (request.IsWithdrawn ? null : content.Problem<WriteInformation>(request))) is { } problem)
        {
            return problem;
        }

        var contentType = request.IsWithdrawn ? (string?)null : request.CheckFile();
        if (!contentType.Succeeded)
        {
            return contentType.Problem;
        }

        return await database.WriteAsync<InformationEntry>(actor, write => CorrectAsync(write, request, contentType.Value), cancellationToken, AtMeetingProblems.SomebodyElseWasFirst);
    }

    private static async Task<Result<InformationEntry>> CorrectAsync(WriteTransaction write, CorrectInformation request, string? contentType)
    {
        var found = await LoadMeetingToWork.AtAsync(write, request.MeetingId);
        if (!found.Succeeded)
        {
            return found.Problem;
        }

        if (await InformationRows.ByIdAsync(write, request.MeetingId, request.EntryId) is not { } entry)
        {
            return CommonProblems.NoSuchRecord;
        }

        if (!entry.IsOwn)
        {
            return Problem.Of(AtMeetingProblems.WrittenElsewhere, ProblemKind.Refused);
        }

        if (entry.LatestNumber != request.Number)
        {
            return AtMeetingProblems.SomebodyElseWasFirst;
        }

        var latest = entry.Latest;
        if (latest.IsWithdrawn)
        {
            return AtMeetingProblems.IsWithdrawn;
        }

        if (request.CheckDay(write.Now) is { } later)
        {
            return later;
        }

        var next = request.IsWithdrawn
            ? new InformationContent { Information = latest.Information, Link = latest.Link, FileId = latest.FileId, GivenOn = latest.GivenOn, GivenTo = latest.GivenTo, IsWithdrawn = true }
            : await request.KeepAsync(write, found.Value, contentType, request.RemovesFile ? null : latest.FileId);
        return await InformationRows.AddVersionAsync(write, entry, next, InputText.Tidy(request.Reason)) is null
            ? AtMeetingProblems.SomebodyElseWasFirst
            : (await InformationRows.ByIdAsync(write, request.MeetingId, request.EntryId))!;
    }

    public sealed class Validator : AbstractValidator<CorrectInformation>
    {
        public Validator() => RuleFor(request => request.Reason).NotEmpty().ManyLines(1000).WithoutPersonalNumber();
    }
}

using System.Security.Cryptography;
using FluentValidation;
using ReservedProcurement.Core.Audit;
using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Language;
using ReservedProcurement.Core.Mail;
using ReservedProcurement.Core.Meetings.EqualInformation;
using ReservedProcurement.Core.Meetings.Minutes.ToDos;
using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Core.Problems;
using ReservedProcurement.Core.Register.OrganisationNumbers;

namespace ReservedProcurement.Core.Meetings.Minutes;

/// <param name="MeetingId">The meeting.</param>
/// <param name="Version">The draft's version that was read.</param>
/// <param name="SignedOffBy">Who has read and approved it, by role or name.</param>
public sealed record PublishMinutes(Guid MeetingId, int Version, string? SignedOffBy);

/// <param name="Number">Which version of the notes.</param>
/// <param name="Sha256">Of the Word file.</param>
/// <param name="Told">How many get a mail.</param>
/// <param name="PageCode">Of the meeting's public page.</param>
public sealed record MinutesPublished(int Number, string Sha256, int Told, string PageCode);

/// <summary>Locks the notes, writes them as a Word file that is kept unchanged, and tells all who are invited.</summary>
public sealed class PublishMinutesHandler(Database database, MinutesDocument document, PublicAddress address, PublishMinutesHandler.Validator validator)
{
    private const string PublishSql = """
        update MeetingMinutes
        set SignedOffBy = @SignedOffBy, PublishedAt = @Now, PublishedByName = @ByName, TemplateVersion = @TemplateVersion, TemplateSha256 = @TemplateSha256,
            FileName = @FileName, Content = @Content, Size = @Size, Sha256 = @Sha256, Version = Version + 1
        where Id = @Id and Version = @Version and PublishedAt is null
        """;

    private const string ToldSql = "update MeetingToDos set ToldInNumber = @Number where Id = @Id and ToldInNumber is null";

    public async Task<Result<MinutesPublished>> HandleAsync(Actor actor, PublishMinutes request, CancellationToken cancellationToken)
    {
        if (validator.Problem(request) is { } problem)
        {
            return problem;
        }

        return await database.WriteAsync(actor, write => PublishAsync(write, request), cancellationToken, AtMeetingProblems.SomebodyElseWasFirst);
    }

    private async Task<Result<MinutesPublished>> PublishAsync(WriteTransaction write, PublishMinutes request)
    {
        var found = await LoadMeetingToWork.AtAsync(write, request.MeetingId);
        if (!found.Succeeded)
        {
            return found.Problem;
        }

        var meeting = found.Value;
        if (await MinutesRows.LatestAsync(write, meeting.Id) is not { } draft || (draft.Sections.Count == 0 && draft.Decisions.Count == 0))
        {
            return Problem.Of(AtMeetingProblems.NothingWritten, ProblemKind.Refused);
        }

        if (draft.IsPublished || draft.Version != request.Version)
        {
            return draft.IsPublished ? AtMeetingProblems.IsPublished : AtMeetingProblems.SomebodyElseWasFirst;
        }

        var signedOffBy = InputText.Tidy(request.SignedOffBy);
        var toDos = await ToDoRows.OfMeetingAsync(write, meeting.Id);
        var page = address.Page($"{InformationPages.Path}/{await InformationPages.OfMeetingAsync(write, meeting.Id)}");
        var written = await document.WriteAsync(write, write.Actor, meeting, draft, signedOffBy, toDos, page, write.CancellationToken);
        if (!written.Succeeded)
        {
            return written.Problem;
        }

        var sha256 = Convert.ToHexStringLower(SHA256.HashData(written.Value.Content));
        if (await KeepAsync(write, draft, written.Value, sha256, signedOffBy) == 0)
        {
            return AtMeetingProblems.SomebodyElseWasFirst;
        }

        foreach (var toDo in toDos)
        {
            await write.ExecuteAsync(ToldSql, new { toDo.Id, draft.Number });
        }

        var published = await Publications.PublishAsync(write, meeting, [await LogAsync(write, meeting, draft)]);
        if (!published.Succeeded)
        {
            return published.Problem;
        }

        await write.AuditAsync(AuditSubject.Meeting, meeting.Id, meeting.Version, "minutes-published", null, new { MinutesNumber = draft.Number, SignedOffBy = signedOffBy, Sha256 = sha256 });
        return new MinutesPublished(draft.Number, sha256, published.Value.Told, published.Value.PageCode);
    }

    private static Task<int> KeepAsync(WriteTransaction write, MeetingMinutes draft, WrittenMinutes written, string sha256, string? signedOffBy) => write.ExecuteAsync(
        PublishSql,
        new
        {
            draft.Id,
            draft.Version,
            SignedOffBy = signedOffBy,
            write.Now,
            ByName = write.Actor.Name,
            TemplateVersion = written.Template.RecordedVersion,
            TemplateSha256 = written.Template.Sha256,
            written.FileName,
            written.Content,
            Size = written.Content.Length,
            Sha256 = sha256,
        });

    /// <summary>The notes are information too, so each version stands in the log.</summary>
    private static async Task<Guid> LogAsync(WriteTransaction write, Meeting meeting, MeetingMinutes draft)
    {
        var entry = await InformationRows.AddEntryAsync(write, meeting.Id, InformationKind.Minutes, minutesId: draft.Id);
        var content = new InformationContent
        {
            Information = draft.ChangeNote is null ? $"Minnesanteckningar från mötet, version {draft.Number}." : $"Minnesanteckningar från mötet, version {draft.Number}. Ändrat: {draft.ChangeNote}",
            GivenOn = DateOnly.FromDateTime(SwedishTime.Local(write.Now).DateTime),
        };
        return (await InformationRows.AddVersionAsync(write, entry, content, reason: null))!.Value;
    }

    public sealed class Validator : AbstractValidator<PublishMinutes>
    {
        public Validator() => RuleFor(request => request.SignedOffBy).NotEmpty().SingleLine(200).WithoutPersonalNumber();
    }
}

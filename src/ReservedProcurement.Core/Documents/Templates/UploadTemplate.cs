using System.Security.Cryptography;
using FluentValidation;
using ReservedProcurement.Core.Audit;
using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.Core.Documents.Templates;

public sealed record UploadTemplate
{
    public required Guid AuthorityId { get; init; }

    /// <summary>Which template it is a version of.</summary>
    public required string Key { get; init; }

    /// <summary>The file, or null when none was chosen.</summary>
    public required byte[]? File { get; init; }

    /// <summary>What the sender calls the file.</summary>
    public string? FileName { get; init; }

    /// <summary>What has been changed.</summary>
    public string? Note { get; init; }
}

/// <param name="Number">The number that the version got.</param>
/// <param name="Check">What to think of before it is used.</param>
/// <param name="Version">The template's version after this.</param>
public sealed record UploadedTemplate(int Number, TemplateCheck Check, int Version);

/// <summary>Keeps an own version of a template as a draft. One with faults is refused whole, with all of them.</summary>
public sealed class UploadTemplateHandler(Database database, DocumentTemplates templates, UploadTemplateHandler.Validator validator)
{
    /// <summary>In bytes.</summary>
    public const int LargestFile = 10 << 20;

    private const string InsertStateSql = """
        insert into AuthorityTemplates (Id, AuthorityId, TemplateKey, ActiveNumber, LastNumber, Version)
        values (@Id, @AuthorityId, @Key, 0, 0, 0)
        """;

    private const string NextNumberSql = "update AuthorityTemplates set LastNumber = LastNumber + 1, Version = Version + 1 where Id = @Id and Version = @Version";

    private const string InsertSql = """
        insert into TemplateVersions (Id, AuthorityTemplateId, Number, BasedOn, FileName, Note, Content, Size, Sha256, CreatedAt, CreatedByName)
        values (@Id, @AuthorityTemplateId, @Number, @BasedOn, @FileName, @Note, @Content, @Size, @Sha256, @CreatedAt, @CreatedByName)
        """;

    public async Task<Result<UploadedTemplate>> HandleAsync(Actor actor, UploadTemplate request, CancellationToken cancellationToken)
    {
        if (!actor.May(Permission.Read, request.AuthorityId) || ShippedTemplates.Find(request.Key) is not { } shipped)
        {
            return CommonProblems.NoSuchRecord;
        }

        if (!actor.May(Permission.Administer, request.AuthorityId))
        {
            return CommonProblems.NotAllowed;
        }

        if ((FileProblems.Check(nameof(request.File), request.File, LargestFile) ?? validator.Problem(request)) is { } problem)
        {
            return problem;
        }

        var file = request.File!;
        var check = templates.Check(file, shipped);
        if (!check.IsUsable)
        {
            return TemplateProblems.Faulty(nameof(request.File), check.Faults);
        }

        var sha256 = Convert.ToHexStringLower(SHA256.HashData(file));
        return sha256 == shipped.Sha256
            ? TemplateProblems.IsSameAs(nameof(request.File), shipped.AsVersion().Name)
            : await database.WriteAsync(
                actor,
                write => KeepAsync(write, request, shipped, sha256, check),
                cancellationToken,
                onDuplicate: Problem.Of(CommonProblems.StaleUnknown, ProblemKind.Conflict));
    }

    private static async Task<Result<UploadedTemplate>> KeepAsync(WriteTransaction write, UploadTemplate request, ShippedTemplate shipped, string sha256, TemplateCheck check)
    {
        if (await write.SingleAsync<int>(GetTemplateHandler.AuthoritySql, new { request.AuthorityId }) == 0)
        {
            return CommonProblems.NoSuchRecord;
        }

        var versions = await write.QueryAsync<OwnVersionRow>(GetTemplateHandler.VersionsSql, new { request.AuthorityId, request.Key });
        if (versions.FirstOrDefault(version => version.Sha256 == sha256) is { } same)
        {
            return TemplateProblems.IsSameAs(nameof(request.File), same.ToVersion().Name);
        }

        if (versions.Count >= TemplateRules.MostVersions)
        {
            return TemplateProblems.HasTooMany;
        }

        var state = await StateAsync(write, request);
        if (await write.ExecuteAsync(NextNumberSql, new { state.Id, state.Version }) == 0)
        {
            return await write.StaleAsync(AuditSubject.Template, state.Id, state.Version);
        }

        var version = new TemplateVersion
        {
            Number = state.LastNumber + 1,
            ShippedVersion = shipped.Version,
            FileName = SentFileName.Tidy(request.FileName),
            Note = string.IsNullOrWhiteSpace(request.Note) ? null : request.Note.Trim(),
            Size = request.File!.Length,
            Sha256 = sha256,
            CreatedAt = write.Now,
            CreatedByName = write.Actor.Name,
        };
        await write.ExecuteAsync(
            InsertSql,
            new
            {
                Id = write.NewId(),
                AuthorityTemplateId = state.Id,
                version.Number,
                BasedOn = version.ShippedVersion,
                version.FileName,
                version.Note,
                Content = request.File,
                version.Size,
                version.Sha256,
                CreatedAt = write.Now,
                version.CreatedByName,
            });
        var saved = await write.AuditAsync(AuditSubject.Template, state.Id, state.Version + 1, "template-uploaded", null, new { TemplateVersion = version.Name, version.FileName, TemplateNote = version.Note });
        return new UploadedTemplate(version.Number, check, saved);
    }

    private static async Task<TemplateStateRow> StateAsync(WriteTransaction write, UploadTemplate request)
    {
        if (await write.SingleOrDefaultAsync<TemplateStateRow>(GetTemplateHandler.StateSql, new { request.AuthorityId, request.Key }) is { } known)
        {
            return known;
        }

        var state = new TemplateStateRow { Id = write.NewId(), ActiveNumber = 0, LastNumber = 0, Version = 0 };
        await write.ExecuteAsync(InsertStateSql, new { state.Id, request.AuthorityId, request.Key });
        return state;
    }

    public sealed class Validator : AbstractValidator<UploadTemplate>
    {
        public Validator() => RuleFor(request => request.Note).ManyLines(1000);
    }
}

/// <summary>The name of a file as it came in, for people to recognise it by. It never becomes a path or a header.</summary>
internal static class SentFileName
{
    public const int Longest = 200;

    public static string Tidy(string? sent)
    {
        var name = sent ?? "";
        name = name[(name.LastIndexOfAny(['/', '\\']) + 1)..];
        var kept = new string([.. name.Where(character => char.IsLetterOrDigit(character) || character is ' ' or '.' or ',' or '-' or '_' or '(' or ')' or '&' or '+' or '!')]).Trim();
        return kept.Trim('.').Length == 0 ? "mall.docx" : kept.Length <= Longest ? kept : kept[..Longest].TrimEnd();
    }
}

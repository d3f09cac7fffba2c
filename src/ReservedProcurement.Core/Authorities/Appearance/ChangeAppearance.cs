using System.Security.Cryptography;
using FluentValidation;
using ReservedProcurement.Core.Audit;
using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Core.Problems;
using ReservedProcurement.WordTemplates;

namespace ReservedProcurement.Core.Authorities.Appearance;

public sealed record ChangeAppearance
{
    public required Guid AuthorityId { get; init; }

    /// <summary>The authority's version that the change is based on.</summary>
    public required int Version { get; init; }

    /// <summary>Such as <c>#0B6B2E</c>. Empty for the product's own colours.</summary>
    public string? Colour { get; init; }

    /// <summary>A new picture, PNG or JPEG. Null keeps the one there is.</summary>
    public byte[]? Logo { get; init; }

    /// <summary>What the logotype shows. When empty it is called the authority's logotype.</summary>
    public string? LogoText { get; init; }

    /// <summary>Takes away the logotype there is, unless a new one is given.</summary>
    public bool RemoveLogo { get; init; }
}

/// <summary>Changes logotype and colour of the documents that are written from now on. Those already written stay as they are.</summary>
public sealed class ChangeAppearanceHandler(Database database, ChangeAppearanceHandler.Validator validator)
{
    private const string UpdateSql = "update Authorities set DocumentColour = @Colour, Version = Version + 1 where Id = @AuthorityId and Version = @Version";

    private const string DeleteLogoSql = "delete from AuthorityLogos where AuthorityId = @AuthorityId";

    private const string InsertLogoSql = """
        insert into AuthorityLogos (AuthorityId, Content, ContentType, AltText, Width, Height, Size, Sha256)
        values (@AuthorityId, @Content, @ContentType, @Text, @Width, @Height, @Size, @Sha256)
        """;

    private const string ChangeTextSql = "update AuthorityLogos set AltText = @Text where AuthorityId = @AuthorityId";

    public async Task<Result<int>> HandleAsync(Actor actor, ChangeAppearance request, CancellationToken cancellationToken)
    {
        if (!actor.May(Permission.Administer, request.AuthorityId))
        {
            return actor.May(Permission.Read, request.AuthorityId) ? CommonProblems.NotAllowed : CommonProblems.NoSuchRecord;
        }

        if (validator.Problem(request) is { } problem)
        {
            return problem;
        }

        if (AppearanceRules.ProblemsOf(request).ToList() is { Count: > 0 } problems)
        {
            return new Problem(CommonProblems.Invalid, ProblemKind.Invalid) { Fields = problems };
        }

        return await database.WriteAsync<int>(actor, write => SaveAsync(write, request), cancellationToken);
    }

    private static async Task<Result<int>> SaveAsync(WriteTransaction write, ChangeAppearance request)
    {
        if (await GetAppearanceHandler.LoadAsync(write, request.AuthorityId) is not { } before)
        {
            return CommonProblems.NoSuchRecord;
        }

        var colour = Colour.TryParse(request.Colour, out var parsed) ? parsed.ToString() : null;
        if (await write.ExecuteAsync(UpdateSql, new { request.AuthorityId, request.Version, Colour = colour }) == 0)
        {
            return await write.StaleAsync(AuditSubject.Authority, request.AuthorityId, request.Version);
        }

        var text = string.IsNullOrWhiteSpace(request.LogoText) ? $"Logotyp: {before.AuthorityName}" : request.LogoText.Trim();
        var logo = request.Logo is { } picture ? Facts(picture, text)
            : request.RemoveLogo || before.Logo is null ? null
            : before.Logo with { Text = text };
        if (request.Logo is { } content)
        {
            await write.ExecuteAsync(DeleteLogoSql, new { request.AuthorityId });
            await write.ExecuteAsync(
                InsertLogoSql,
                new { request.AuthorityId, Content = content, logo!.ContentType, logo.Text, logo.Width, logo.Height, logo.Size, logo.Sha256 });
        }
        else if (logo is null)
        {
            await write.ExecuteAsync(DeleteLogoSql, new { request.AuthorityId });
        }
        else
        {
            await write.ExecuteAsync(ChangeTextSql, new { request.AuthorityId, logo.Text });
        }

        return await write.AuditAsync(AuditSubject.Authority, request.AuthorityId, request.Version + 1, "appearance-changed", Shown(before.Colour, before.Logo), Shown(colour, logo));
    }

    private static LogoFacts Facts(byte[] picture, string text)
    {
        var facts = ImageFacts.Read(picture)!;
        return new LogoFacts
        {
            Text = text,
            ContentType = facts.ContentType,
            Width = facts.Width,
            Height = facts.Height,
            Size = picture.Length,
            Sha256 = Convert.ToHexStringLower(SHA256.HashData(picture)),
        };
    }

    /// <summary>The history tells one picture from another by the beginning of its checksum.</summary>
    private static object Shown(string? colour, LogoFacts? logo) => new
    {
        Colour = colour,
        Logo = logo is null ? null : $"{logo.Width} × {logo.Height} bildpunkter ({logo.Sha256[..8]})",
        LogoText = logo?.Text,
    };

    public sealed class Validator : AbstractValidator<ChangeAppearance>
    {
        public Validator()
        {
            RuleFor(change => change.Colour).SingleLine(20);
            RuleFor(change => change.LogoText).SingleLine(AppearanceRules.LongestText);
        }
    }
}

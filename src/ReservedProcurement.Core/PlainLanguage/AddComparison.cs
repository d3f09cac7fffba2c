using FluentValidation;
using ReservedProcurement.Core.Audit;
using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Documents;
using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.Core.PlainLanguage;

/// <param name="ProcurementId">The procurement whose documents it is compared with.</param>
/// <param name="Name">What people call the document.</param>
/// <param name="TemplateKey">The template whose document does the same work; null for the whole pack.</param>
/// <param name="File">A Word document. It is measured and then forgotten.</param>
public sealed record AddComparison(Guid ProcurementId, string? Name, string? TemplateKey, byte[]? File);

public sealed class AddComparisonValidator : AbstractValidator<AddComparison>
{
    public AddComparisonValidator()
    {
        RuleFor(request => request.Name).NotEmpty().SingleLine(200);
        RuleFor(request => request.TemplateKey).Must(key => key is null || ShippedTemplates.Find(key) is not null).WithErrorCode("field.unknown-choice");
        RuleFor(request => request.File).NotEmpty().WithErrorCode(PlainLanguageProblems.NoFile);
    }
}

/// <summary>Measures a document and keeps its figures beside the procurement's own.</summary>
public sealed class AddComparisonHandler(Database database, MeasureFileHandler measure)
{
    public const int MostComparisons = 10;

    private const string ProcurementSql = "select Id, AuthorityId, Version from Procurements where Id = @ProcurementId";

    private const string CountSql = "select count(*) from PlainLanguageComparisons where ProcurementId = @ProcurementId";

    private const string InsertSql = """
        insert into PlainLanguageComparisons (Id, ProcurementId, Name, TemplateKey, Words, WordsInSentences, Sentences, LongWords, LongSentences, Officialese, Passives,
            MustSentences, ShouldSentences, Pages, PagesAreEstimated, MeasuredAt, MeasuredByName)
        values (@Id, @ProcurementId, @Name, @TemplateKey, @Words, @WordsInSentences, @Sentences, @LongWords, @LongSentences, @Officialese, @Passives,
            @MustSentences, @ShouldSentences, @Pages, @PagesAreEstimated, @MeasuredAt, @MeasuredByName)
        """;

    private static readonly AddComparisonValidator Validator = new();

    public async Task<Result<Comparison>> HandleAsync(Actor actor, AddComparison request, CancellationToken cancellationToken)
    {
        var procurement = await database.ReadAsync(session => session.SingleOrDefaultAsync<ProcurementRow>(ProcurementSql, new { request.ProcurementId }), cancellationToken);
        if (procurement is null || !actor.May(Permission.Read, procurement.AuthorityId))
        {
            return CommonProblems.NoSuchRecord;
        }

        if (!actor.May(Permission.EditProcurements, procurement.AuthorityId))
        {
            return CommonProblems.NotAllowed;
        }

        if (Validator.Problem(request) is { } problem)
        {
            return problem;
        }

        var card = measure.Handle(request.File!);
        return card.Succeeded
            ? await database.WriteAsync<Comparison>(actor, write => KeepAsync(write, procurement, request, card.Value.Figures), cancellationToken)
            : card.Problem;
    }

    private static async Task<Result<Comparison>> KeepAsync(WriteTransaction write, ProcurementRow procurement, AddComparison request, LanguageFigures figures)
    {
        if (await write.SingleAsync<int>(CountSql, new { request.ProcurementId }) >= MostComparisons)
        {
            return Problem.Of(PlainLanguageProblems.TooManyComparisons, ProblemKind.Refused, MostComparisons);
        }

        var comparison = new Comparison
        {
            Id = write.NewId(),
            Name = request.Name!.Trim(),
            TemplateKey = request.TemplateKey,
            Figures = figures,
            MeasuredAt = write.Now,
            MeasuredByName = write.Actor.Name,
        };
        await write.ExecuteAsync(
            InsertSql,
            new
            {
                comparison.Id,
                request.ProcurementId,
                comparison.Name,
                comparison.TemplateKey,
                figures.Words,
                figures.WordsInSentences,
                figures.Sentences,
                figures.LongWords,
                figures.LongSentences,
                figures.Officialese,
                figures.Passives,
                figures.MustSentences,
                figures.ShouldSentences,
                figures.Pages,
                figures.PagesAreEstimated,
                comparison.MeasuredAt,
                comparison.MeasuredByName,
            });
        await write.AuditAsync(AuditSubject.Procurement, request.ProcurementId, procurement.Version, "comparison-added", null, new { Comparison = comparison.Name });
        return comparison;
    }

    private sealed record ProcurementRow
    {
        public required Guid Id { get; init; }
        public required Guid AuthorityId { get; init; }
        public required int Version { get; init; }
    }
}

using ReservedProcurement.Core.Audit;
using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Language;
using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.Core.Procurements;

/// <summary>Begins a procurement. A case number, a title and an authority are enough; the rest can wait.</summary>
public sealed record CreateProcurement : ProcurementContent
{
    public CreateProcurement()
    {
    }

    public CreateProcurement(ProcurementContent content)
        : base(content)
    {
    }

    public required Guid AuthorityId { get; init; }
}

/// <summary>What was saved, and the version to base the next change on.</summary>
public sealed record ProcurementSaved(Guid Id, int Version);

public sealed class CreateProcurementHandler(Database database, ProcurementContentValidator validator)
{
    private const string InsertSql = """
        insert into Procurements (Id, AuthorityId, UnitId, CaseNumber, CaseNumberKey, Title, TitleKey, Description,
            ContactName, ContactEmail, ContactPhone, PublishOn, QuestionsUntil, AnswersBy, TendersUntil, TendersUntilTime, TendersValidUntil, ContractStartsOn,
            HowToSubmit, Evaluation, CountingRule, UndividedReason, StartYear, CreatedAt, Version)
        values (@Id, @AuthorityId, @UnitId, @CaseNumber, @CaseNumberKey, @Title, @TitleKey, @Description,
            @ContactName, @ContactEmail, @ContactPhone, @PublishOn, @QuestionsUntil, @AnswersBy, @TendersUntil, @TendersUntilTime, @TendersValidUntil, @ContractStartsOn,
            @HowToSubmit, @Evaluation, @CountingRule, @UndividedReason, @StartYear, @CreatedAt, 1)
        """;

    internal const string OpenUnitSql = "select count(*) from Units where Id = @UnitId and AuthorityId = @AuthorityId and IsClosed = 0";

    public async Task<Result<ProcurementSaved>> HandleAsync(Actor actor, CreateProcurement request, CancellationToken cancellationToken)
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
        return await database.WriteAsync<ProcurementSaved>(
            actor,
            async write =>
            {
                if (content.UnitId is { } unitId && await write.SingleAsync<int>(OpenUnitSql, new { UnitId = unitId, request.AuthorityId }) == 0)
                {
                    return Problem.OnField(nameof(content.UnitId), ProcurementProblems.UnknownUnit);
                }

                var id = write.NewId();
                await write.ExecuteAsync(InsertSql, new
                {
                    Id = id,
                    request.AuthorityId,
                    content.UnitId,
                    content.CaseNumber,
                    CaseNumberKey = SwedishText.Key(content.CaseNumber),
                    content.Title,
                    TitleKey = SwedishText.Key(content.Title),
                    content.Description,
                    content.ContactName,
                    content.ContactEmail,
                    content.ContactPhone,
                    content.PublishOn,
                    content.QuestionsUntil,
                    content.AnswersBy,
                    content.TendersUntil,
                    content.TendersUntilTime,
                    content.TendersValidUntil,
                    content.ContractStartsOn,
                    content.HowToSubmit,
                    content.Evaluation,
                    content.CountingRule,
                    content.UndividedReason,
                    StartYear = StartYear(content, write.Now),
                    CreatedAt = write.Now,
                });
                await write.AuditAsync(AuditSubject.Procurement, id, 1, "created", null, content);
                return new ProcurementSaved(id, 1);
            },
            cancellationToken,
            onDuplicate: ProcurementProblems.CaseNumberIsTaken(content.CaseNumber));
    }

    /// <summary>The year a procurement is listed under: that of its notice, and until one is planned, that it was begun.</summary>
    internal static int StartYear(ProcurementContent content, DateTimeOffset createdAt) =>
        content.PublishOn?.Year ?? SwedishTime.Local(createdAt).Year;
}

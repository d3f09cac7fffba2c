using ReservedProcurement.Core.Audit;
using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Language;
using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.Core.Procurements;

public sealed record ChangeProcurement : ProcurementContent
{
    public ChangeProcurement()
    {
    }

    public ChangeProcurement(ProcurementContent content)
        : base(content)
    {
    }

    public required Guid Id { get; init; }
    public required int Version { get; init; }
}

public sealed class ChangeProcurementHandler(Database database, ProcurementContentValidator validator)
{
    private const string UpdateSql = """
        update Procurements
        set UnitId = @UnitId, CaseNumber = @CaseNumber, CaseNumberKey = @CaseNumberKey, Title = @Title, TitleKey = @TitleKey, Description = @Description,
            ContactName = @ContactName, ContactEmail = @ContactEmail, ContactPhone = @ContactPhone,
            PublishOn = @PublishOn, QuestionsUntil = @QuestionsUntil, AnswersBy = @AnswersBy, TendersUntil = @TendersUntil, TendersUntilTime = @TendersUntilTime,
            TendersValidUntil = @TendersValidUntil, ContractStartsOn = @ContractStartsOn, HowToSubmit = @HowToSubmit, Evaluation = @Evaluation,
            CountingRule = @CountingRule, UndividedReason = @UndividedReason, StartYear = @StartYear, Version = Version + 1
        where Id = @Id and Version = @Version
        """;

    public async Task<Result<ProcurementSaved>> HandleAsync(Actor actor, ChangeProcurement request, CancellationToken cancellationToken)
    {
        var content = request.Tidy();
        return await database.WriteAsync<ProcurementSaved>(
            actor,
            async write =>
            {
                var loaded = await LoadProcurement.ToEditAsync(write, actor, request.Id);
                if (!loaded.Succeeded)
                {
                    return loaded.Problem;
                }

                if (validator.Check(request) is { } problem)
                {
                    return problem;
                }

                var before = loaded.Value;

                // A unit that has been closed since may stay on what it once bought.
                if (content.UnitId is { } unitId && unitId != before.UnitId
                    && await write.SingleAsync<int>(CreateProcurementHandler.OpenUnitSql, new { UnitId = unitId, before.AuthorityId }) == 0)
                {
                    return Problem.OnField(nameof(content.UnitId), ProcurementProblems.UnknownUnit);
                }

                var changed = await write.ExecuteAsync(UpdateSql, new
                {
                    request.Id,
                    request.Version,
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
                    StartYear = CreateProcurementHandler.StartYear(content, before.CreatedAt),
                });
                if (changed == 0)
                {
                    return await write.StaleAsync(AuditSubject.Procurement, request.Id, request.Version);
                }

                await write.AuditAsync(AuditSubject.Procurement, request.Id, request.Version + 1, "changed", ProcurementContent.Of(before), content);
                return new ProcurementSaved(request.Id, request.Version + 1);
            },
            cancellationToken,
            onDuplicate: ProcurementProblems.CaseNumberIsTaken(content.CaseNumber));
    }
}

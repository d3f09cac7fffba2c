using FluentValidation;
using ReservedProcurement.Core.Audit;
using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Language;
using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Core.Problems;
using ReservedProcurement.Core.Register.OrganisationNumbers;

namespace ReservedProcurement.Core.Meetings.BidSchools;

public sealed record NoteStep
{
    public required Guid BidSchoolId { get; init; }
    public required Guid SocialEnterpriseId { get; init; }
    public BidSchoolStep? Step { get; init; }
    public DateOnly? TakenOn { get; init; }

    /// <summary>How it is known, such as "Tilldelningsbeslut 2027-03-01".</summary>
    public string? Source { get; init; }
    public Guid? ProcurementId { get; init; }
}

/// <param name="BidSchoolId">The programme.</param>
/// <param name="SocialEnterpriseId">The enterprise.</param>
/// <param name="Step">What was noted by mistake.</param>
public sealed record UndoStep(Guid BidSchoolId, Guid SocialEnterpriseId, BidSchoolStep Step);

/// <summary>Notes that an enterprise has asked, tendered or won, and takes a note back. Both stand in the programme's history.</summary>
public sealed class NoteStepHandler(Database database, NoteStepHandler.Validator validator)
{
    private const string EnterpriseSql = "select Name from SocialEnterprises where Id = @SocialEnterpriseId";

    private const string OwnProcurementSql = "select count(*) from Procurements where Id = @ProcurementId and AuthorityId = @AuthorityId";

    private const string InsertSql = """
        insert into BidSchoolSteps (BidSchoolId, SocialEnterpriseId, Step, TakenOn, Source, ProcurementId, NotedAt, NotedByName)
        values (@BidSchoolId, @SocialEnterpriseId, @Step, @TakenOn, @Source, @ProcurementId, @NotedAt, @NotedByName)
        """;

    private const string RemoveSql = "delete from BidSchoolSteps where BidSchoolId = @BidSchoolId and SocialEnterpriseId = @SocialEnterpriseId and Step = @Step";

    public async Task<Result<BidSchoolSaved>> HandleAsync(Actor actor, NoteStep request, CancellationToken cancellationToken)
    {
        if (validator.Problem(request) is { } problem)
        {
            return problem;
        }

        if (request.TakenOn > SwedishTime.Today(database.Clock))
        {
            return Problem.OnField(nameof(request.TakenOn), BidSchoolProblems.DayToCome);
        }

        return await database.WriteAsync<BidSchoolSaved>(
            actor,
            async write =>
            {
                var loaded = await BidSchoolRows.ToChangeAsync(write, request.BidSchoolId, version: null);
                if (!loaded.Succeeded)
                {
                    return loaded.Problem;
                }

                if (await write.SingleOrDefaultAsync<string>(EnterpriseSql, new { request.SocialEnterpriseId }) is not { } name)
                {
                    return Problem.OnField(nameof(request.SocialEnterpriseId), BidSchoolProblems.UnknownEnterprise);
                }

                if (request.ProcurementId is { } procurement && await write.SingleAsync<int>(OwnProcurementSql, new { ProcurementId = procurement, loaded.Value.AuthorityId }) == 0)
                {
                    return Problem.OnField(nameof(request.ProcurementId), BidSchoolProblems.UnknownProcurement);
                }

                await write.ExecuteAsync(
                    InsertSql,
                    new
                    {
                        request.BidSchoolId,
                        request.SocialEnterpriseId,
                        Step = request.Step.ToString(),
                        request.TakenOn,
                        Source = request.Source!.Trim(),
                        request.ProcurementId,
                        NotedAt = write.Now,
                        NotedByName = write.Actor.Name,
                    });
                await write.AuditAsync(
                    AuditSubject.BidSchool, request.BidSchoolId, loaded.Value.Version, "step-noted", null, new { SocialEnterprise = name, BidSchoolStep = request.Step, request.TakenOn, request.Source });
                return new BidSchoolSaved(request.BidSchoolId, loaded.Value.Version);
            },
            cancellationToken,
            onDuplicate: BidSchoolProblems.StepIsNoted);
    }

    public async Task<Result<BidSchoolSaved>> UndoAsync(Actor actor, UndoStep request, CancellationToken cancellationToken) => await database.WriteAsync<BidSchoolSaved>(
        actor,
        async write =>
        {
            var loaded = await BidSchoolRows.ToChangeAsync(write, request.BidSchoolId, version: null);
            if (!loaded.Succeeded)
            {
                return loaded.Problem;
            }

            if (await write.ExecuteAsync(RemoveSql, new { request.BidSchoolId, request.SocialEnterpriseId, Step = request.Step.ToString() }) == 0)
            {
                return CommonProblems.NoSuchRecord;
            }

            var name = await write.SingleOrDefaultAsync<string>(EnterpriseSql, new { request.SocialEnterpriseId });
            await write.AuditAsync(
                AuditSubject.BidSchool, request.BidSchoolId, loaded.Value.Version, "step-undone", new { SocialEnterprise = name, BidSchoolStep = request.Step }, null);
            return new BidSchoolSaved(request.BidSchoolId, loaded.Value.Version);
        },
        cancellationToken);

    public sealed class Validator : AbstractValidator<NoteStep>
    {
        public Validator()
        {
            RuleFor(request => request.Step).NotNull().IsInEnum();
            RuleFor(request => request.TakenOn).NotNull();
            RuleFor(request => request.TakenOn).Must(day => day is null or { Year: >= MeetingRules.EarliestYear }).WithErrorCode(MeetingProblems.UnlikelyYear);
            RuleFor(request => request.Source).NotEmpty().SingleLine(400).WithoutPersonalNumber();
        }
    }
}

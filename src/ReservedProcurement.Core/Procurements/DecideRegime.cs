using FluentValidation;
using ReservedProcurement.Core.Audit;
using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Language;
using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Core.Problems;
using ReservedProcurement.Core.Procurements.Law;
using ReservedProcurement.Core.Reference;
using ReservedProcurement.Core.Register.OrganisationNumbers;

namespace ReservedProcurement.Core.Procurements;

/// <summary>The authority's decision of which rules the procurement follows. One that differs from the proposal, or is made where none can be given, needs a reason, which is kept and shown.</summary>
public sealed record DecideRegime(Guid Id, int Version, Regime Regime, string? RegimeReason);

public sealed class DecideRegimeHandler(Database database, DecideRegimeHandler.Validator validator)
{
    private const string UpdateSql = """
        update Procurements
        set Regime = @Regime, RegimeReason = @RegimeReason, RegimeProposed = @RegimeProposed
        where Id = @Id
        """;

    public async Task<Result<ProcurementSaved>> HandleAsync(Actor actor, DecideRegime request, CancellationToken cancellationToken) =>
        await database.WriteAsync<ProcurementSaved>(
            actor,
            async write =>
            {
                var loaded = await LoadProcurement.ToChangeAsync(write, request.Id, request.Version);
                if (!loaded.Succeeded)
                {
                    return loaded.Problem;
                }

                if (validator.Problem(request) is { } problem)
                {
                    return problem;
                }

                var before = loaded.Value;
                var proposal = RegimeRules.Propose(before.Lots, before.LawDate(database.Clock), await DatedValues.LoadAsync(write));
                var reason = InputText.Tidy(request.RegimeReason);
                if (reason is null && proposal.Regime != request.Regime)
                {
                    return proposal.Regime is { } proposed
                        ? Problem.OnField(nameof(request.RegimeReason), ProcurementProblems.RegimeReasonRequired, Texts.Name(proposed))
                        : Problem.OnField(nameof(request.RegimeReason), ProcurementProblems.RegimeReasonRequiredWithoutProposal, proposal.Sentence);
                }

                await write.ExecuteAsync(UpdateSql, new { before.Id, Regime = request.Regime.ToString(), RegimeReason = reason, RegimeProposed = proposal.Regime?.ToString() });
                var version = await write.AuditAsync(
                    AuditSubject.Procurement,
                    before.Id,
                    before.Version,
                    "regime-decided",
                    new { before.Regime, before.RegimeReason, before.RegimeProposed },
                    new { request.Regime, RegimeReason = reason, RegimeProposed = proposal.Regime });
                return new ProcurementSaved(before.Id, version);
            },
            cancellationToken);

    public sealed class Validator : AbstractValidator<DecideRegime>
    {
        public Validator()
        {
            RuleFor(request => request.Regime).IsInEnum();
            RuleFor(request => request.RegimeReason).ManyLines(2000).WithoutPersonalNumber();
        }
    }
}

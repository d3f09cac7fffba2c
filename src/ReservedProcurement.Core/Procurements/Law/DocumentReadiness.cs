using ReservedProcurement.Core.Language;
using ReservedProcurement.Core.Problems;
using ReservedProcurement.Core.Procurements.Lots;
using ReservedProcurement.Core.Reference;

namespace ReservedProcurement.Core.Procurements.Law;

/// <summary>Something that must be filled in or decided before the documents can be written.</summary>
/// <param name="Field">The name of the field, the same as in the request that changes it.</param>
/// <param name="Code">The sentence.</param>
public sealed record MissingItem(string Field, string Code)
{
    public Guid? LotId { get; init; }

    public int? LotNumber { get; init; }

    /// <summary>Only a field to fill in; a list of such may name the fields alone.</summary>
    public bool IsEmptyField => Code is LawSentences.MissingField or LawSentences.MissingLotField;

    public string Sentence => Texts.Sentence(LotNumber is { } number
        ? Problem.Of(Code, ProblemKind.Refused, number, Texts.Field(Field))
        : Problem.Of(Code, ProblemKind.Refused, Texts.Field(Field)));
}

/// <summary>What the documents need: what 19 kap. 9 § LOU asks of their content, who to ask, when and how to tender, and on what ground a lot is reserved.</summary>
public static class DocumentReadiness
{
    public static IReadOnlyList<MissingItem> MissingFrom(Procurement procurement, RegimeProposal proposal, DateOnly date, DatedValueSet values) =>
    [
        .. Regimes(procurement, proposal),
        .. Fields(procurement),
        .. Lots(procurement, date, values),
    ];

    private static IEnumerable<MissingItem> Regimes(Procurement procurement, RegimeProposal proposal)
    {
        if (procurement.Regime is null)
        {
            yield return new(nameof(Procurement.Regime), LawSentences.MissingRegime);
        }
        else if (RegimeWarnings.LacksReason(procurement, proposal))
        {
            yield return new(nameof(Procurement.RegimeReason), LawSentences.MissingRegimeReason);
        }
    }

    private static IEnumerable<MissingItem> Fields(Procurement procurement)
    {
        (string Field, bool IsThere)[] required =
        [
            (nameof(Procurement.Description), procurement.Description is not null),
            (nameof(Procurement.ContactName), procurement.ContactName is not null),
            (nameof(Procurement.ContactEmail), procurement.ContactEmail is not null),
            (nameof(Procurement.QuestionsUntil), procurement.QuestionsUntil is not null),
            (nameof(Procurement.AnswersBy), procurement.AnswersBy is not null),
            (nameof(Procurement.TendersUntil), procurement.TendersUntil is not null),
            (nameof(Procurement.TendersUntilTime), procurement.TendersUntilTime is not null),
            (nameof(Procurement.TendersValidUntil), procurement.TendersValidUntil is not null),
            (nameof(Procurement.HowToSubmit), procurement.HowToSubmit is not null),
            (nameof(Procurement.Evaluation), procurement.Evaluation is not null),
        ];
        foreach (var (field, _) in required.Where(entry => !entry.IsThere))
        {
            yield return new(field, LawSentences.MissingField);
        }

        if (procurement.CountingRule is null && procurement.Lots.Any(lot => ReservationRules.HasIntegrationShare(lot.ReservationBasis)))
        {
            yield return new(nameof(Procurement.CountingRule), LawSentences.MissingCountingRule);
        }
    }

    private static IEnumerable<MissingItem> Lots(Procurement procurement, DateOnly date, DatedValueSet values)
    {
        if (procurement.Lots.Count == 0)
        {
            yield return new(nameof(Procurement.Lots), LawSentences.MissingLots);
        }

        foreach (var lot in procurement.Lots)
        {
            (string Field, string Code, bool IsThere)[] required =
            [
                (nameof(Lot.Description), LawSentences.MissingLotField, lot.Description is not null),
                (nameof(Lot.MainCpv), LawSentences.MissingLotField, lot.MainCpv is not null),
                (nameof(Lot.NutsCode), LawSentences.MissingPlace, lot.NutsCode is not null || lot.MunicipalityCode is not null),
                (nameof(Lot.EstimatedValueOre), LawSentences.MissingLotField, lot.EstimatedValueOre is not null),
                (nameof(Lot.ContractStart), LawSentences.MissingLotField, lot.ContractStart is not null),
                (nameof(Lot.ContractEnd), LawSentences.MissingLotField, lot.ContractEnd is not null),
                (nameof(Lot.Justification), LawSentences.MissingLotField, !lot.IsReserved || lot.Justification is not null),
                (nameof(Lot.ReservationBasis), LawSentences.ReservationNotAllowed, lot.Justification is null || ReservationRules.Check(lot, date, values) is null),
                (nameof(Lot.ReservationBasis), LawSentences.MissingLegalBasis, HasLegalBasis(lot, procurement.Regime, date, values)),
            ];
            foreach (var (field, code, _) in required.Where(entry => !entry.IsThere))
            {
                yield return new(field, code) { LotId = lot.Id, LotNumber = lot.Number };
            }
        }
    }

    private static bool HasLegalBasis(Lot lot, Regime? regime, DateOnly date, DatedValueSet values) =>
        !lot.IsReserved
        || regime is not { } decided
        || (ReservationRules.LegalBasisCode(lot.ReservationBasis, decided) is { } code && values.Text(code, date) is not null);
}

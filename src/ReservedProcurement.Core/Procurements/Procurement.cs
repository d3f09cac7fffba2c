using ReservedProcurement.Core.Language;
using ReservedProcurement.Core.Procurements.Lots;

namespace ReservedProcurement.Core.Procurements;

/// <summary>Which part of lag (2016:1145) om offentlig upphandling (LOU) a procurement follows, 1 kap. 4 § and 19 kap. 1 §.</summary>
public enum Regime
{
    /// <summary>The value reaches the threshold and the subject is no annex 2 service: LOU without 19 and 19 a kap.</summary>
    AboveThreshold,

    /// <summary>The value is below the threshold and the procurement is advertised: 19 kap.</summary>
    Chapter19,

    /// <summary>Services of bilaga 2, advertised: 19 kap. whatever the value.</summary>
    Annex2,

    /// <summary>Direktupphandling: 19 a kap.</summary>
    Chapter19a,
}

/// <summary>A procurement with its lots. <see cref="Version"/> counts every change, of the lots too: they are saved against the same number.</summary>
public sealed record Procurement
{
    public required Guid Id { get; init; }

    public required Guid AuthorityId { get; init; }

    public required string AuthorityName { get; init; }

    public Guid? UnitId { get; init; }

    public string? UnitName { get; init; }

    /// <summary>Diarienummer: the key that people use. Unique within the authority.</summary>
    public required string CaseNumber { get; init; }

    public required string Title { get; init; }

    public string? Description { get; init; }

    /// <summary>The authority's own decision, or null before it has been made.</summary>
    public Regime? Regime { get; init; }

    /// <summary>Why the decision differs from what was proposed.</summary>
    public string? RegimeReason { get; init; }

    /// <summary>What was proposed when the decision was made.</summary>
    public Regime? RegimeProposed { get; init; }

    public string? ContactName { get; init; }

    public string? ContactEmail { get; init; }

    public string? ContactPhone { get; init; }

    /// <summary>The planned day of the notice; also the day whose amounts of law apply (5 kap. 5 §).</summary>
    public DateOnly? PublishOn { get; init; }

    public DateOnly? QuestionsUntil { get; init; }

    public DateOnly? AnswersBy { get; init; }

    public DateOnly? TendersUntil { get; init; }

    /// <summary>Hour and minute, such as <c>23:59</c>.</summary>
    public string? TendersUntilTime { get; init; }

    public DateOnly? TendersValidUntil { get; init; }

    public DateOnly? ContractStartsOn { get; init; }

    public string? HowToSubmit { get; init; }

    /// <summary>How tenders are chosen.</summary>
    public string? Evaluation { get; init; }

    /// <summary>The authority's own rule for how the share of 4 kap. 18 § is counted and at what date; the law does not say.</summary>
    public string? CountingRule { get; init; }

    /// <summary>Why the contract is not divided into lots, 4 kap. 14 §.</summary>
    public string? UndividedReason { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required int Version { get; init; }

    /// <summary>In the order of their numbers.</summary>
    public IReadOnlyList<Lot> Lots { get; init; } = [];

    /// <summary>The sum of the lots whose value is known, in öre.</summary>
    public long EstimatedValueOre => Lots.Sum(lot => lot.EstimatedValueOre ?? 0);

    /// <summary>The day whose amounts and sentences of law apply: the planned notice, and until one is planned, today.</summary>
    public DateOnly LawDate(TimeProvider clock) => PublishOn ?? SwedishTime.Today(clock);
}

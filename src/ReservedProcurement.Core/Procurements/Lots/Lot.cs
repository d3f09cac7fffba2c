using ReservedProcurement.Core.Reference;

namespace ReservedProcurement.Core.Procurements.Lots;

/// <summary>
/// What the right to take part in a lot is reserved for, or how the contract must be performed. One lot has one ground:
/// the first and the second point of 4 kap. 18 § LOU exclude each other.
/// </summary>
public enum ReservationBasis
{
    None,

    /// <summary>4 kap. 18 § first paragraph 1: sheltered workshops, and suppliers whose main purpose is social and professional integration.</summary>
    SocialIntegrationSupplier,

    /// <summary>4 kap. 18 § first paragraph 2: the contract is performed within a programme for sheltered employment.</summary>
    ShelteredEmploymentProgramme,

    /// <summary>19 kap. 25 §: organisations with a public service mission, for listed services of bilaga 2.</summary>
    PublicServiceMission,

    /// <summary>19 kap. 25 a §: idéburna organisationer, for listed services of bilaga 2.</summary>
    NonProfitOrganisation,
}

/// <summary>Delkontrakt: a part of the procurement that is awarded on its own.</summary>
public sealed record Lot
{
    public required Guid Id { get; init; }

    public required int Number { get; init; }

    public required string Title { get; init; }

    public string? Description { get; init; }

    /// <summary>The main code first.</summary>
    public IReadOnlyList<CpvInput> Cpv { get; init; } = [];

    public CpvInput? MainCpv => Cpv.Count == 0 ? null : Cpv[0];

    public IEnumerable<CpvInput> ExtraCpv => Cpv.Skip(1);

    public string? NutsCode { get; init; }

    public string? MunicipalityCode { get; init; }

    /// <summary>Without VAT, with options and prolongations (5 kap. 3 §), in öre.</summary>
    public long? EstimatedValueOre { get; init; }

    public string? Volume { get; init; }

    public DateOnly? ContractStart { get; init; }

    /// <summary>The last day of the contract, prolongations not counted.</summary>
    public DateOnly? ContractEnd { get; init; }

    public string? Options { get; init; }

    public ReservationBasis ReservationBasis { get; init; }

    public string? Justification { get; init; }

    public bool IsReserved => ReservationBasis != ReservationBasis.None;

    public IReadOnlyList<Requirement> Requirements { get; init; } = [];
}

public enum RequirementKind
{
    /// <summary>Skakrav.</summary>
    Must,

    /// <summary>Börkrav.</summary>
    Should,
}

/// <summary>What is asked of the supplier or the service, why, and how it is shown.</summary>
public sealed record Requirement
{
    public required int Number { get; init; }

    public required RequirementKind RequirementKind { get; init; }

    public required string Wording { get; init; }

    public string? Purpose { get; init; }

    public string? Proof { get; init; }
}

using ReservedProcurement.Core.Procurements.Lots;

namespace ReservedProcurement.Core.Documents.ReturnedForms;

/// <summary>A tender as its form says, in the procurement's own lots and requirements.</summary>
public sealed record ReturnedTender
{
    public required ReturnedSupplier Supplier { get; init; }

    /// <summary>Several firms tender together.</summary>
    public bool? IsJoint { get; init; }

    public string? JointWith { get; init; }

    /// <summary>In the order of their numbers; all lots that the form asks of, tendered for or not.</summary>
    public required IReadOnlyList<ReturnedLot> Lots { get; init; }

    /// <summary>Where the form asks of all mandatory requirements at once; otherwise null.</summary>
    public bool? MeetsAllMustRequirements { get; init; }

    /// <summary>The conditions of reservations under 19 kap. LOU.</summary>
    public required IReadOnlyList<ReturnedCondition> Conditions { get; init; }

    public string? Evaluation { get; init; }

    /// <summary>Other firms whose capacity is used.</summary>
    public string? OthersCapacity { get; init; }

    public string? Subcontractors { get; init; }

    public string? Confidential { get; init; }

    public required ReturnedSignature Signature { get; init; }

    public IEnumerable<ReturnedLot> TenderedLots => Lots.Where(lot => lot.IsTendered);
}

public sealed record ReturnedLot
{
    public required int Number { get; init; }

    /// <summary>Null when the procurement has no such lot.</summary>
    public string? Title { get; init; }

    public required bool IsTendered { get; init; }

    public ReturnedPrice? Price { get; init; }

    /// <summary>What the price is for, such as <c>Per månad</c>.</summary>
    public string? Unit { get; init; }

    public string? Comment { get; init; }

    /// <summary>The program the form was filled in with had dropped the names of controls, so that some answer here was found by where it stands.</summary>
    public bool IsFoundByPlace { get; init; }

    public IReadOnlyList<ReturnedRequirement> Requirements { get; init; } = [];
}

public sealed record ReturnedRequirement
{
    public required int Number { get; init; }

    /// <summary>Null when the lot has no such requirement.</summary>
    public RequirementKind? RequirementKind { get; init; }

    public string? Wording { get; init; }

    public required bool IsMet { get; init; }

    public string? Answer { get; init; }

    public bool IsFoundByPlace { get; init; }
}

/// <param name="Ground">What is reserved, in the procurement's words; null when the form has more grounds than the procurement.</param>
/// <param name="IsMet">The supplier says that the conditions are met.</param>
/// <param name="Evidence">How that is shown.</param>
public sealed record ReturnedCondition(string? Ground, bool IsMet, string? Evidence);

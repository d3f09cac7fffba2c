namespace ReservedProcurement.Core.Documents.ReturnedForms;

/// <summary>A declaration on the conditions of 4 kap. 18 § LOU as its form says: only counts, never persons.</summary>
public sealed record ReturnedDeclaration
{
    public required ReturnedSupplier Supplier { get; init; }

    /// <summary>The numbers of the lots it is for.</summary>
    public required IReadOnlyList<int> Lots { get; init; }

    /// <summary>Verksamhetskravet: the main purpose is social and professional integration.</summary>
    public bool IsForIntegration { get; init; }

    public bool IsShelteredWorkshop { get; init; }

    public bool IsWithinProgramme { get; init; }

    public string? PurposeDocument { get; init; }

    public string? PurposeParagraph { get; init; }

    public DateOnly? PurposeDocumentDate { get; init; }

    public string? PurposeText { get; init; }

    public required ReturnedShare Share { get; init; }

    /// <summary>Who else has certified the figures.</summary>
    public string? CertifiedBy { get; init; }

    /// <summary>The promises, in the order of the form.</summary>
    public required IReadOnlyList<ReturnedPromise> Promises { get; init; }

    public required ReturnedSignature Signature { get; init; }
}

/// <summary>Andelskravet, counted.</summary>
public sealed record ReturnedShare
{
    /// <summary>All who are occupied: persons, or full-time posts where the authority's rule says so.</summary>
    public decimal? Occupied { get; init; }

    public decimal? TargetGroup { get; init; }

    public DateOnly? MeasuredOn { get; init; }

    /// <summary>In percent, as the form says.</summary>
    public decimal? Stated { get; init; }

    /// <summary>In percent with one decimal, rounded down so that it never reads as the limit without being there; null without usable counts.</summary>
    public decimal? Computed { get; init; }

    /// <summary>The percentage that the law requires on the procurement's date; null when none is known.</summary>
    public int? Required { get; init; }

    /// <summary>Whether the counts reach what is required, without rounding; null when either is missing.</summary>
    public bool? IsReached { get; init; }

    public string? CountedIn { get; init; }

    public string? Method { get; init; }
}

/// <param name="Text">What is promised.</param>
/// <param name="IsGiven">Whether its box is ticked.</param>
public sealed record ReturnedPromise(string Text, bool IsGiven);

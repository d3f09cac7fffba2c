using ReservedProcurement.Core.Language;
using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.Core.Procurements.Law;

/// <summary>What the program proposes, and why. The authority decides.</summary>
/// <param name="Regime">Null when it cannot be told: the sentence says what is missing.</param>
/// <param name="Code">Which explanation.</param>
/// <param name="Paragraph">Where in the law it stands.</param>
public sealed record RegimeProposal(Regime? Regime, string Code, string Paragraph)
{
    /// <summary>The freest regime the value and the subject allow. Differs from the proposal when a direktupphandling is allowed but lots are reserved.</summary>
    public Regime? Freest { get; init; }

    /// <summary>The procurement has parts of different kinds, and the largest decided (2 kap. 2 § LOU).</summary>
    public bool IsWeighed { get; init; }

    public IReadOnlyList<object?> Arguments { get; init; } = [];

    /// <summary>Where the amounts were read.</summary>
    public IReadOnlyList<string> Sources { get; init; } = [];

    /// <summary>False when an amount or its dates are inferred and should be confirmed.</summary>
    public bool Verified { get; init; } = true;

    /// <summary>One Swedish sentence.</summary>
    public string Sentence => Texts.Sentence(Problem.Of(Code, ProblemKind.Refused, [.. Arguments]));
}

using ReservedProcurement.Core.Language;
using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.Core.Procurements.Law;

public enum WarningLevel
{
    /// <summary>Good to know; nothing is wrong.</summary>
    Note,

    /// <summary>Likely against the law or the purpose: look again.</summary>
    Warning,
}

/// <summary>Something the authority should look at. Unlike a refusal it stops nothing.</summary>
/// <param name="Code">Stable English; the sentence stands in the language file under the same code.</param>
/// <param name="Level">How serious.</param>
/// <param name="Paragraph">Where the rule stands.</param>
public sealed record ProcurementWarning(string Code, WarningLevel Level, string Paragraph)
{
    /// <summary>Null when it is about the whole procurement.</summary>
    public int? LotNumber { get; init; }

    public IReadOnlyList<object?> Arguments { get; init; } = [];

    public string Sentence => Texts.Sentence(Problem.Of(Code, ProblemKind.Refused, [.. Arguments]));
}

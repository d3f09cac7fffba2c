using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.Core.Documents;

/// <summary>Refusals about documents.</summary>
public static class DocumentProblems
{
    public const string NotReady = "documents.not-ready";

    public static Problem NotReadyYet(int missing, string first) => Problem.Of(NotReady, ProblemKind.Refused, missing, first);
}

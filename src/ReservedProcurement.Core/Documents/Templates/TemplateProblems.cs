using ReservedProcurement.Core.Problems;
using ReservedProcurement.WordTemplates;

namespace ReservedProcurement.Core.Documents.Templates;

/// <summary>Refusals about an authority's own templates.</summary>
public static class TemplateProblems
{
    public const string HasFaults = "templates.has-faults";
    public const string Fault = "templates.fault";
    public const string SameAsVersion = "templates.same-as-version";
    public const string TooManyVersions = "templates.too-many-versions";
    public const string NoLongerFits = "templates.no-longer-fits";
    public const string InUse = "templates.in-use";
    public const string HasWritten = "templates.has-written";

    /// <summary>Every fault at the field of the file.</summary>
    public static Problem Faulty(string field, IReadOnlyList<TemplateFault> faults) => new(HasFaults, ProblemKind.Invalid)
    {
        Arguments = [faults.Count],
        Fields = [.. faults.Select(fault => new FieldProblem(field, Fault) { Arguments = [fault.Message] })],
    };

    public static Problem IsSameAs(string field, string version) => Problem.OnField(field, SameAsVersion, version);

    public static Problem HasTooMany { get; } = Problem.Of(TooManyVersions, ProblemKind.Refused, TemplateRules.MostVersions);

    public static Problem DoesNotFitAnyLonger(string fault) => Problem.Of(NoLongerFits, ProblemKind.Refused, fault);

    public static Problem IsInUse { get; } = Problem.Of(InUse, ProblemKind.Refused);

    public static Problem HasWrittenDocuments { get; } = Problem.Of(HasWritten, ProblemKind.Refused);
}

using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.Core.Documents;

/// <summary>Refusals about documents.</summary>
public static class DocumentProblems
{
    public const string NotReady = "documents.not-ready";
    public const string NoneChosen = "documents.none-chosen";
    public const string NotForThisProcurement = "documents.not-for-this-procurement";
    public const string TemplateDoesNotFit = "documents.template-does-not-fit";

    public static Problem NotReadyYet(int missing, string first) => Problem.Of(NotReady, ProblemKind.Refused, missing, first);

    public static Problem ChooseOne { get; } = Problem.OnField(nameof(WriteDocumentPack.Templates), NoneChosen);

    public static Problem DoesNotBelong(string template) => Problem.OnField(nameof(WriteDocumentPack.Templates), NotForThisProcurement, template);

    public static Problem DoesNotFit(string template, string fault) => Problem.Of(TemplateDoesNotFit, ProblemKind.Refused, template, fault);
}

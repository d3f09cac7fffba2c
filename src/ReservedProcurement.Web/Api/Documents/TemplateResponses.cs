using ReservedProcurement.Core.Documents;
using ReservedProcurement.Core.Documents.Templates;
using ReservedProcurement.Core.Language;
using ReservedProcurement.WordTemplates;

namespace ReservedProcurement.Web.Api.Documents;

/// <param name="Number">The version to use; 0 for the shipped one.</param>
public sealed record ActiveVersionRequest(int Number);

public sealed record TemplateVersionResponse(
    int Number,
    string Name,
    string ShippedVersion,
    string? FileName,
    string? Note,
    int Size,
    string Sha256,
    DateTimeOffset? CreatedAt,
    string? CreatedByName)
{
    public static TemplateVersionResponse Of(TemplateVersion version) => new(
        version.Number,
        version.Name,
        version.ShippedVersion,
        version.FileName,
        version.Note,
        version.Size,
        version.Sha256,
        version.CreatedAt,
        version.CreatedByName);
}

public sealed record TemplateResponse(
    string Key,
    string Title,
    DocumentGroup Group,
    string ShippedVersion,
    TemplateVersionResponse InUse,
    int OwnVersions,
    bool IsBehind,
    IReadOnlyList<TemplateFaultResponse> Faults)
{
    public static TemplateResponse Of(TemplateOverview template) => new(
        template.Key,
        template.Title,
        template.Group,
        template.ShippedVersion,
        TemplateVersionResponse.Of(template.InUse),
        template.OwnVersions,
        template.IsBehind,
        [.. template.Faults.Select(TemplateFaultResponse.Of)]);
}

public sealed record TemplateDetailsResponse(string Key, string Title, DocumentGroup Group, int ActiveNumber, IReadOnlyList<TemplateVersionResponse> Versions)
{
    public static TemplateDetailsResponse Of(TemplateDetails template) =>
        new(template.Key, template.Title, template.Group, template.ActiveNumber, [.. template.Versions.Select(TemplateVersionResponse.Of)]);
}

/// <param name="Code">What is wrong, for programs.</param>
/// <param name="Message">What is wrong and where, as a Swedish sentence.</param>
/// <param name="Part">The part of the package, such as <c>word/document.xml</c>.</param>
/// <param name="Paragraph">Counted from 1 within the part.</param>
/// <param name="Context">The text around the place.</param>
/// <param name="Subject">The field or section it concerns.</param>
/// <param name="Suggestion">The nearest known name.</param>
public sealed record TemplateFaultResponse(TemplateFaultCode Code, string Message, string Part, int? Paragraph, string Context, string Subject, string? Suggestion)
{
    public static TemplateFaultResponse Of(TemplateFault fault) => new(fault.Code, fault.Message, fault.Part, fault.Paragraph, fault.Context, fault.Subject, fault.Suggestion);
}

public sealed record TemplateWarningResponse(TemplateWarningCode Code, string Message, IReadOnlyList<LeftOut> Items);

public sealed record TemplateCheckResponse(bool IsUsable, IReadOnlyList<TemplateFaultResponse> Faults, IReadOnlyList<TemplateWarningResponse> Warnings, IReadOnlyList<string> Notes)
{
    public static TemplateCheckResponse Of(TemplateCheck check) => new(
        check.IsUsable,
        [.. check.Faults.Select(TemplateFaultResponse.Of)],
        [.. check.Warnings.Select(warning => new TemplateWarningResponse(warning.Code, Texts.Name(warning.Code), warning.Items))],
        [.. check.Notes.Select(note => note.Message)]);
}

public sealed record UploadedTemplateResponse(int Number, TemplateCheckResponse Check);

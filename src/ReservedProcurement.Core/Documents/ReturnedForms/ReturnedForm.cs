using ReservedProcurement.Core.Language;
using ReservedProcurement.Core.Problems;
using ReservedProcurement.Core.Procurements.Law;

namespace ReservedProcurement.Core.Documents.ReturnedForms;

/// <summary>What some returned files say. Nothing of it is kept.</summary>
public sealed record ReturnedForms
{
    public required Guid ProcurementId { get; init; }

    public required string CaseNumber { get; init; }

    /// <summary>A form per file, in the order of the files.</summary>
    public required IReadOnlyList<ReturnedForm> Forms { get; init; }
}

/// <summary>One returned file: a tender, a declaration, or something that could not be read as either.</summary>
public sealed record ReturnedForm
{
    public required string FileName { get; init; }

    /// <summary>Why the file was not read, as a whole Swedish sentence; null when it was.</summary>
    public string? NotRead { get; init; }

    /// <summary>The written document that the form was made from; null when none was found.</summary>
    public FormOrigin? MadeFrom { get; init; }

    public ReturnedTender? Tender { get; init; }

    public ReturnedDeclaration? Declaration { get; init; }

    /// <summary>What somebody should look at, the gravest first.</summary>
    public IReadOnlyList<FormRemark> Remarks { get; init; } = [];

    public ReturnedSupplier? Supplier => Tender?.Supplier ?? Declaration?.Supplier;

    internal ReturnedForm With(params IEnumerable<FormRemark> more) => this with { Remarks = [.. Remarks.Concat(more).OrderByDescending(remark => remark.Level)] };
}

/// <param name="DocumentId">The written document.</param>
/// <param name="TemplateKey">Which form it is.</param>
/// <param name="Title">What the form is called.</param>
/// <param name="WrittenAt">When it was written.</param>
/// <param name="IsFoundByLikeness">The file had lost the document's number, so that the form was told by its answers alone.</param>
public sealed record FormOrigin(Guid DocumentId, string TemplateKey, string Title, DateTimeOffset WrittenAt, bool IsFoundByLikeness);

/// <summary>Something in a returned form that somebody should look at. It decides nothing.</summary>
/// <param name="Code">Stable English.</param>
/// <param name="Level">How serious.</param>
/// <param name="Sentence">Swedish, whole.</param>
public sealed record FormRemark(string Code, WarningLevel Level, string Sentence)
{
    internal static FormRemark Warn(string code, params object?[] arguments) => new(code, WarningLevel.Warning, Of(code, arguments));

    internal static FormRemark Note(string code, params object?[] arguments) => new(code, WarningLevel.Note, Of(code, arguments));

    private static string Of(string code, object?[] arguments) => Texts.Sentence(Problem.Of(code, ProblemKind.Refused, arguments));
}

/// <summary>Who answers, as the form says.</summary>
public sealed record ReturnedSupplier
{
    public string? Name { get; init; }

    /// <summary>Checked, <c>NNNNNN-NNNN</c>; null when what was written is no such number, and when it is a person's and this reader does not need it.</summary>
    public string? OrganisationNumber { get; init; }

    /// <summary>There is a number, but it is a sole trader's personal identity number and not for this reader.</summary>
    public bool NumberIsHidden { get; init; }

    /// <summary>What was written, when it is no organisation number.</summary>
    public string? OrganisationNumberText { get; init; }

    /// <summary>The enterprise with that number in the register.</summary>
    public RegisteredEnterprise? Registered { get; init; }

    public string? PostalAddress { get; init; }

    public string? ContactName { get; init; }

    public string? Email { get; init; }

    public string? Phone { get; init; }

    /// <summary>E-mail and phone where the form asks for both in one.</summary>
    public string? ContactDetails { get; init; }
}

public sealed record RegisteredEnterprise
{
    public required Guid Id { get; init; }

    public required string Name { get; init; }
}

/// <summary>Who signed, where and when; the signature itself is on paper or in the file.</summary>
public sealed record ReturnedSignature(string? Place, DateOnly? SignedOn, string? Signatory, string? SignatoryRole);

using System.Text;
using ReservedProcurement.Core.Procurements;

namespace ReservedProcurement.Core.Documents;

/// <summary>Which documents a pack holds and what their files are called.</summary>
public static class DocumentPacks
{
    private const int LongestFileName = 150;

    /// <summary>The documents that belong to this procurement, in order, and which of them are due where it is now.</summary>
    /// <param name="review">The procurement.</param>
    /// <param name="today">The day in Sweden.</param>
    /// <param name="hasDialogue">Whether something has been published from meetings about it.</param>
    public static IReadOnlyList<DocumentChoice> ChoicesFor(ProcurementReview review, DateOnly today, bool hasDialogue = false) =>
    [
        .. ShippedTemplates.All
            .Where(template => Belongs(template, review.Procurement, hasDialogue))
            .Select(template => new DocumentChoice(
                template,
                CanBeWritten: review.IsReadyForDocuments || template.Group == DocumentGroup.Meetings,
                IsDue: IsDue(template, review, today))),
    ];

    /// <summary>
    /// The declaration is for lots with the share of 4 kap. 18 § LOU. A direktupphandling has neither notice nor a formal opening.
    /// The annex is for a procurement with a dialogue that something has been published from.
    /// </summary>
    private static bool Belongs(ShippedTemplate template, Procurement procurement, bool hasDialogue) =>
        (template != ShippedTemplates.DialogueAnnex || hasDialogue)
        && (template != ShippedTemplates.ReservationDeclaration || DocumentModel.HasIntegrationShare(procurement))
        && (procurement.Regime != Regime.Chapter19a || (template != ShippedTemplates.Notice && template != ShippedTemplates.Opening));

    private static bool IsDue(ShippedTemplate template, ProcurementReview review, DateOnly today)
    {
        if (!review.IsReadyForDocuments)
        {
            return template == ShippedTemplates.Invitation;
        }

        return review.Procurement.TendersUntil < today
            ? template.Group == DocumentGroup.AfterTenders
            : template == ShippedTemplates.DialogueAnnex
                || (template.Group is DocumentGroup.Notice or DocumentGroup.Tendering or DocumentGroup.Contract && !IsAlternative(template, review.Procurement));
    }

    /// <summary>The single document stands for the separate ones, and a small direktupphandling does without rules of its own.</summary>
    private static bool IsAlternative(ShippedTemplate template, Procurement procurement) =>
        template == ShippedTemplates.ProcurementDocument || (template == ShippedTemplates.Rules && procurement.Regime == Regime.Chapter19a);

    /// <summary>Case number and title, such as <c>AMN-2026-17 Upphandlingsdokument, förenklat.docx</c>; only characters that every file system takes.</summary>
    public static string FileName(string caseNumber, string title, string extension = ".docx")
    {
        var name = new StringBuilder();
        foreach (var character in $"{caseNumber} {title}")
        {
            name.Append(char.IsLetterOrDigit(character) || character is ' ' or ',' or '-' or '_' or '(' or ')' ? character : '-');
        }

        var trimmed = name.ToString().Trim(' ', '-', '.');
        return (trimmed.Length > LongestFileName ? trimmed[..LongestFileName].TrimEnd() : trimmed) + extension;
    }
}

/// <param name="Template">The document.</param>
/// <param name="CanBeWritten">Whether all that it needs is there; meetings are held before the rest is known.</param>
/// <param name="IsDue">Whether it is one of those to write now, where the procurement is.</param>
public sealed record DocumentChoice(ShippedTemplate Template, bool CanBeWritten, bool IsDue);

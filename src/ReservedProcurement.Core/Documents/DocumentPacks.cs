using System.Text;
using ReservedProcurement.Core.Procurements;

namespace ReservedProcurement.Core.Documents;

/// <summary>Which documents a pack holds and what their files are called.</summary>
public static class DocumentPacks
{
    private const int LongestFileName = 150;

    /// <summary>The declaration belongs to the pack only when a lot asks for the share of 4 kap. 18 § LOU.</summary>
    public static IReadOnlyList<ShippedTemplate> TemplatesFor(Procurement procurement) => DocumentModel.HasIntegrationShare(procurement)
        ? [ShippedTemplates.ProcurementDocument, ShippedTemplates.ReservationDeclaration]
        : [ShippedTemplates.ProcurementDocument];

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

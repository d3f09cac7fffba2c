using ReservedProcurement.Core.Documents;

namespace ReservedProcurement.Web.Pages.Procurements;

/// <summary>What a document is for, in one line beside its box.</summary>
internal static class DocumentText
{
    private static readonly Dictionary<ShippedTemplate, string> Hints = new()
    {
        [ShippedTemplates.Notice] = "Texter att klistra in i annonsdatabasen och värden i eForms.",
        [ShippedTemplates.Summary] = "En sida som går att läsa på två minuter.",
        [ShippedTemplates.Rules] = "Vem som får lämna anbud, datum och hur det går till.",
        [ShippedTemplates.Specification] = "Kraven på varje delkontrakt, med syfte och bevis.",
        [ShippedTemplates.TenderForm] = "Blankett med pris och svar på kraven.",
        [ShippedTemplates.ReservationDeclaration] = "Blankett om verksamhetskravet och andelskravet i 4 kap. 18 § LOU.",
        [ShippedTemplates.ProcurementDocument] = "Allt i ett: ersätter föreskrifter, kravspecifikation och anbudsformulär.",
        [ShippedTemplates.Contract] = "Med villkoren för det som är reserverat, under hela avtalstiden.",
        [ShippedTemplates.Opening] = "Vilka anbud som kom in. Du fyller i anbuden i Word.",
        [ShippedTemplates.Award] = "Beslut, skäl och avtalsspärr. Du fyller i besluten i Word.",
        [ShippedTemplates.Report] = "Skälen till det ni har bestämt.",
        [ShippedTemplates.Invitation] = "Kan skrivas innan upphandlingen är klar.",
        [ShippedTemplates.MeetingNotes] = "Tomma rutor att fylla i. Ifyllda anteckningar skriver du från mötets sida.",
        [ShippedTemplates.DialogueAnnex] = "Allt som har berättats, visats och besvarats på möten, så att alla vet samma sak (4 kap. 8 § LOU).",
    };

    public static string? Hint(ShippedTemplate template) => Hints.GetValueOrDefault(template);
}

using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace ReservedProcurement.Web.Demo;

/// <summary>
/// A made-up document as heavy as ordinary ones can be, for the demonstration to compare with. No municipality has written it.
/// </summary>
internal static class OrdinaryDocument
{
    public const string FileName = "Förfrågningsunderlag 2024 (påhittat).docx";

    private static readonly string[] Subjects =
    [
        "handledning", "bemanning", "lokaler", "arbetsmiljö", "livsmedelshygien", "dokumentation", "uppföljning", "försäkringar", "fakturering", "kommunikation",
        "sekretess", "underleverantörer", "kvalitetsarbete", "miljöhänsyn", "arbetstider", "utbildning", "transporter", "avvikelser", "rapportering", "samverkan",
    ];

    private static readonly string[] Sentences =
    [
        "Leverantören skall under hela avtalsperioden tillse att {0} bedrivs på ett sådant sätt att samtliga krav i detta förfrågningsunderlag jämte tillhörande bilagor uppfylls, såvida inte annat skriftligen har överenskommits med beställaren.",
        "Beträffande {0} åligger det leverantören att senast i samband med avtalsstart inkomma med en redogörelse avseende organisation, ansvarsfördelning och rutiner, vilken skall godkännas av beställaren innan tjänsten påbörjas.",
        "Samtliga kostnader hänförliga till {0} skall vara inkluderade i offererat pris och någon ytterligare ersättning utgår således inte, oaktat om förutsättningarna härför förändras under avtalsperioden.",
        "Leverantören skall kunna uppvisa dokumenterad erfarenhet av {0} inom ramen för minst tre likvärdiga uppdrag som har utförts under de senaste tre åren räknat från sista anbudsdag.",
        "Beställaren äger rätt att när som helst kontrollera {0}, varvid leverantören utan dröjsmål skall tillhandahålla erforderligt underlag i den form som beställaren anvisar.",
        "I det fall brister konstateras avseende {0} skall åtgärdsplan upprättas och tillställas beställaren inom fem arbetsdagar, varefter vite kan komma att utdömas i enlighet med avtalets bestämmelser.",
        "Anbudsgivaren skall bekräfta att ovanstående krav avseende {0} accepteras och att de kommer att efterlevas även av eventuella underleverantörer som anlitas för fullgörande av uppdraget.",
    ];

    public static byte[] Write()
    {
        using var file = new MemoryStream();
        using (var document = WordprocessingDocument.Create(file, WordprocessingDocumentType.Document))
        {
            document.AddMainDocumentPart().Document = new Document(new Body(Paragraphs()));
        }

        return file.ToArray();
    }

    private static IEnumerable<Paragraph> Paragraphs()
    {
        foreach (var part in new[] { "kvalificering", "uppdraget", "avtalsvillkor" })
        {
            yield return Paragraph($"Del: {part}", 28, isHeading: true);
            foreach (var (index, subject) in Subjects.Index())
            {
                yield return Paragraph($"{index + 1} Krav på {subject}", 24, isHeading: true);
                foreach (var sentence in Sentences)
                {
                    yield return Paragraph(string.Format(CultureInfo.InvariantCulture, sentence, subject), 22, isHeading: false);
                }
            }
        }
    }

    private static Paragraph Paragraph(string text, int halfPoints, bool isHeading)
    {
        var properties = new ParagraphProperties(new SpacingBetweenLines { After = "160" });
        if (isHeading)
        {
            properties = new ParagraphProperties(new KeepNext(), new SpacingBetweenLines { Before = "240", After = "120" }, new OutlineLevel { Val = 0 });
        }

        var look = new RunProperties(new RunFonts { Ascii = "Arial", HighAnsi = "Arial" }, new FontSize { Val = halfPoints.ToString(CultureInfo.InvariantCulture) });
        return new Paragraph(properties, new Run(look, new Text(text)));
    }
}

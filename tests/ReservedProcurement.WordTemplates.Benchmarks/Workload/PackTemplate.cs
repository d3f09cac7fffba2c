using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;

namespace ReservedProcurement.WordTemplates.Benchmarks.Workload;

/// <summary>
/// A template of ten pages as Word saves one: revision marks and paragraph ids, the whole list of latent styles, theme, header, footer
/// and properties. The same content for every engine, in its own syntax.
/// </summary>
internal sealed class PackTemplate(EngineSyntax syntax)
{
    private static readonly string[] Topics =
    [
        "Det här köper vi", "Så lämnar du anbud", "Vem kan lämna anbud", "Villkor för reserverad upphandling", "Så utför du uppdraget",
        "Arbetsmiljö och säkerhet", "Handledning och arbetsträning", "Beställning och leverans", "Pris och fakturor",
        "Uppföljning", "Om något går fel", "Avtalstid och uppsägning",
    ];

    private readonly Prose _prose = new(seed: 7);
    private readonly StringBuilder _body = new();

    public static byte[] For(EngineSyntax syntax) => new PackTemplate(syntax).ToBytes();

    private byte[] ToBytes()
    {
        WriteBody();
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in Parts())
            {
                using var entry = zip.CreateEntry(name, CompressionLevel.Optimal).Open();
                entry.Write(Encoding.UTF8.GetBytes(content));
            }
        }

        return file.ToArray();
    }

    private IEnumerable<(string Name, string Content)> Parts() =>
    [
        ("[Content_Types].xml", WordParts.ContentTypes),
        ("_rels/.rels", WordParts.PackageRelationships),
        ("word/document.xml", WordParts.Document(_body.ToString())),
        ("word/_rels/document.xml.rels", WordParts.DocumentRelationships),
        ("word/styles.xml", WordParts.Styles()),
        ("word/theme/theme1.xml", WordParts.Theme()),
        ("word/settings.xml", WordParts.Settings(_prose)),
        ("word/fontTable.xml", WordParts.Fonts),
        ("word/numbering.xml", WordParts.Numbering()),
        ("word/webSettings.xml", WordParts.WebSettings),
        ("word/header1.xml", WordParts.Header(Escaped(Field("myndighet.namn")), Escaped(Field("upphandling.diarienummer")))),
        ("word/footer1.xml", WordParts.Footer(Escaped(Field("upphandling.titel")))),
        ("docProps/core.xml", WordParts.CoreProperties(Escaped(Field("upphandling.titel")))),
        ("docProps/app.xml", WordParts.AppProperties),
    ];

    private void WriteBody()
    {
        Paragraph("Title", Field("upphandling.titel"));
        Paragraph("Subtitle", $"Upphandlingsdokument, {Field("upphandling.diarienummer")}");
        Table([2600, 6400],
        [
            ["Myndighet", $"{Field("myndighet.namn")}, {Field("myndighet.organisationsnummer")}"],
            ["Enhet", Field("enhet.namn")],
            ["Förfarande", Field("upphandling.forfarande")],
            ["Sista dag för anbud", Field("upphandling.anbudSenast|datumtext")],
            ["Antal delkontrakt", Field("upphandling.antalDelar")],
            ["Uppskattat värde", Field("upphandling.varde|kronor")],
            ["Kontakt", $"{Field("kontakt.namn")}, {Field("kontakt.epost")}, {Field("kontakt.telefon")}"],
        ]);
        foreach (var topic in Topics)
        {
            Paragraph("Heading1", topic);
            Paragraph("BodyText", _prose.Sentences(5));
            Paragraph("BodyText", _prose.Sentences(4));
            for (var item = 0; item < 4; item++)
            {
                Paragraph("ListBullet", _prose.Item());
            }
        }

        Paragraph("BodyText", Field("upphandling.inlamning"));
        Paragraph("BodyText", Field("upphandling.utvardering"));
        Paragraph("Heading1", "Delkontrakten");
        WriteLots();
    }

    private void WriteLots()
    {
        Mark(syntax.Lots?.Start);
        Paragraph("Heading2", $"Delkontrakt {Field("nr", Scope.Lot)}: {Field("titel", Scope.Lot)}");
        Paragraph("BodyText", Field("beskrivning", Scope.Lot));
        Table([2600, 6400],
        [
            ["Huvudsaklig CPV-kod", Field("cpv", Scope.Lot)],
            ["Plats", Field("plats", Scope.Lot)],
            ["Volym", Field("volym", Scope.Lot)],
            ["Uppskattat värde, exklusive moms", Field("varde|kronor", Scope.Lot)],
            ["Avtalet börjar", Field("start|datumtext", Scope.Lot)],
        ]);
        Paragraph("BodyText", $"Kontakta {Field("kontakt.namn")} på {Field("kontakt.epost")} om du har frågor om delkontraktet.");
        Table([700, 3600, 2700, 2000], [["Nr", "Krav", "Varför vi ställer kravet", "Så visar du det"], .. RequirementRows()]);
        Paragraph("BodyText", "Du får lämna anbud på det här delkontraktet för sig.");
        Mark(syntax.Lots?.End);
        if (syntax.Next is { } next)
        {
            Paragraph("Heading2", next.NextLot);
        }
    }

    private IEnumerable<string[]> RequirementRows()
    {
        if (syntax.RowsAround is { } before)
        {
            yield return [before.Start, "", "", ""];
        }

        string Cell(string name) => Field(name, Scope.Requirement);
        yield return [syntax.RowMarks.Start + Cell("nr"), Cell("text"), Cell("syfte"), Cell("bevis") + syntax.RowMarks.End];
        if (syntax.RowsAround is { } after)
        {
            yield return [after.End, "", "", ""];
        }

        if (syntax.Next is { } next)
        {
            yield return [next.NextRow, "", "", ""];
        }
    }

    private string Field(string name, Scope scope = Scope.Document) => syntax.Field(scope, name);

    private void Mark(string? mark)
    {
        if (mark is not null)
        {
            Paragraph("BodyText", mark);
        }
    }

    private void Paragraph(string style, string text) =>
        _body.Append(Paragraph(style, Escaped(text), "<w:lang w:val=\"sv-SE\"/>"));

    private string Paragraph(string style, string text, string runProperties) =>
        $"<w:p w14:paraId=\"{_prose.Hex()}\" w14:textId=\"77777777\" w:rsidR=\"00{_prose.Hex()[..6]}\" w:rsidRDefault=\"00{_prose.Hex()[..6]}\">"
        + $"<w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr><w:r><w:rPr>{runProperties}</w:rPr><w:t xml:space=\"preserve\">{text}</w:t></w:r></w:p>";

    private void Table(int[] widths, IEnumerable<string[]> rows)
    {
        _body.Append("<w:tbl><w:tblPr><w:tblStyle w:val=\"TableGrid\"/><w:tblW w:w=\"9000\" w:type=\"dxa\"/><w:tblLook w:val=\"04A0\"/></w:tblPr><w:tblGrid>");
        _body.Append(string.Concat(widths.Select(width => $"<w:gridCol w:w=\"{width}\"/>"))).Append("</w:tblGrid>");
        foreach (var cells in rows)
        {
            _body.Append(CultureInfo.InvariantCulture, $"<w:tr w:rsidR=\"00{_prose.Hex()[..6]}\" w14:paraId=\"{_prose.Hex()}\" w14:textId=\"77777777\"><w:trPr><w:cantSplit/></w:trPr>");
            foreach (var (width, text) in widths.Zip(cells))
            {
                _body.Append(CultureInfo.InvariantCulture, $"<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/></w:tcPr>")
                    .Append(Paragraph("TableText", Escaped(text), "<w:szCs w:val=\"20\"/><w:lang w:val=\"sv-SE\"/>")).Append("</w:tc>");
            }

            _body.Append("</w:tr>");
        }

        _body.Append("</w:tbl>");
    }

    private static string Escaped(string text) => SecurityElement.Escape(text);
}

using System.Globalization;
using System.Text;

namespace ReservedProcurement.WordTemplates.Benchmarks.Workload;

/// <summary>The parts that Word puts around a document, about as large as Word makes them.</summary>
internal static class WordParts
{
    private const string Declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006";
    private const string WordType = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
    private const string Drawing = "http://schemas.openxmlformats.org/drawingml/2006/main";
    private const string Namespaces =
        "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:r=\"" + Office + "\" "
        + "xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" "
        + "xmlns:w14=\"http://schemas.microsoft.com/office/word/2010/wordml\" mc:Ignorable=\"w14\"";

    private static readonly string[] Kinds = ["styles", "theme", "settings", "fontTable", "numbering", "webSettings", "header", "footer"];

    public const string ContentTypes =
        Declaration + "<Types xmlns=\"" + Package + "/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
        + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
        + "<Override PartName=\"/word/document.xml\" ContentType=\"" + WordType + "document.main+xml\"/>"
        + "<Override PartName=\"/word/styles.xml\" ContentType=\"" + WordType + "styles+xml\"/>"
        + "<Override PartName=\"/word/settings.xml\" ContentType=\"" + WordType + "settings+xml\"/>"
        + "<Override PartName=\"/word/webSettings.xml\" ContentType=\"" + WordType + "webSettings+xml\"/>"
        + "<Override PartName=\"/word/fontTable.xml\" ContentType=\"" + WordType + "fontTable+xml\"/>"
        + "<Override PartName=\"/word/numbering.xml\" ContentType=\"" + WordType + "numbering+xml\"/>"
        + "<Override PartName=\"/word/header1.xml\" ContentType=\"" + WordType + "header+xml\"/>"
        + "<Override PartName=\"/word/footer1.xml\" ContentType=\"" + WordType + "footer+xml\"/>"
        + "<Override PartName=\"/word/theme/theme1.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.theme+xml\"/>"
        + "<Override PartName=\"/docProps/core.xml\" ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/>"
        + "<Override PartName=\"/docProps/app.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.extended-properties+xml\"/></Types>";

    public const string PackageRelationships =
        Declaration + "<Relationships xmlns=\"" + Package + "/relationships\">"
        + "<Relationship Id=\"rId3\" Type=\"" + Office + "/extended-properties\" Target=\"docProps/app.xml\"/>"
        + "<Relationship Id=\"rId2\" Type=\"" + Package + "/relationships/metadata/core-properties\" Target=\"docProps/core.xml\"/>"
        + "<Relationship Id=\"rId1\" Type=\"" + Office + "/officeDocument\" Target=\"word/document.xml\"/></Relationships>";

    public const string AppProperties =
        Declaration + "<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\"><Template>Normal.dotm</Template>"
        + "<Application>Microsoft Office Word</Application><DocSecurity>0</DocSecurity><ScaleCrop>false</ScaleCrop><Company>Exempelstads kommun</Company>"
        + "<LinksUpToDate>false</LinksUpToDate><SharedDoc>false</SharedDoc><HyperlinksChanged>false</HyperlinksChanged><AppVersion>16.0000</AppVersion></Properties>";

    public const string WebSettings = Declaration + "<w:webSettings " + Namespaces + "><w:optimizeForBrowser/><w:allowPNG/></w:webSettings>";

    public static string DocumentRelationships => Declaration + $"<Relationships xmlns=\"{Package}/relationships\">"
        + string.Concat(Kinds.Select((kind, index) => $"<Relationship Id=\"rId{index + 1}\" Type=\"{Office}/{kind}\" Target=\"{Target(kind)}\"/>")) + "</Relationships>";

    public static string Fonts => Declaration + $"<w:fonts {Namespaces}>" + string.Concat(new[] { "Calibri", "Times New Roman", "Symbol", "Courier New", "Calibri Light" }.Select(font =>
        $"<w:font w:name=\"{font}\"><w:panose1 w:val=\"020F0502020204030204\"/><w:charset w:val=\"00\"/><w:family w:val=\"swiss\"/><w:pitch w:val=\"variable\"/>"
        + "<w:sig w:usb0=\"E4002EFF\" w:usb1=\"C200247B\" w:usb2=\"00000009\" w:usb3=\"00000000\" w:csb0=\"000001FF\" w:csb1=\"00000000\"/></w:font>")) + "</w:fonts>";

    public static string Document(string body) => Declaration + $"<w:document {Namespaces}><w:body>{body}"
        + $"<w:sectPr><w:headerReference w:type=\"default\" r:id=\"rId{Array.IndexOf(Kinds, "header") + 1}\"/><w:footerReference w:type=\"default\" r:id=\"rId{Array.IndexOf(Kinds, "footer") + 1}\"/>"
        + "<w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"1417\" w:right=\"1417\" w:bottom=\"1417\" w:left=\"1417\" w:header=\"708\" w:footer=\"708\" w:gutter=\"0\"/></w:sectPr></w:body></w:document>";

    public static string Header(string left, string right) => Declaration + $"<w:hdr {Namespaces}><w:p><w:pPr><w:pStyle w:val=\"Header\"/></w:pPr>"
        + $"<w:r><w:t xml:space=\"preserve\">{left} </w:t></w:r><w:r><w:tab/></w:r><w:r><w:t>{right}</w:t></w:r></w:p></w:hdr>";

    public static string Footer(string text) => Declaration + $"<w:ftr {Namespaces}><w:p><w:pPr><w:pStyle w:val=\"Footer\"/></w:pPr><w:r><w:t>{text}</w:t></w:r>"
        + "<w:r><w:tab/></w:r><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText xml:space=\"preserve\"> PAGE </w:instrText></w:r>"
        + "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p></w:ftr>";

    public static string CoreProperties(string title) => Declaration
        + $"<cp:coreProperties xmlns:cp=\"{Package}/metadata/core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" "
        + $"xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><dc:title>{title}</dc:title><dc:creator>Exempelstads kommun</dc:creator><cp:revision>4</cp:revision>"
        + "<dcterms:created xsi:type=\"dcterms:W3CDTF\">2026-01-01T08:00:00Z</dcterms:created></cp:coreProperties>";

    public static string Settings(Prose prose) => Declaration + $"<w:settings {Namespaces}><w:zoom w:percent=\"100\"/><w:defaultTabStop w:val=\"1304\"/>"
        + "<w:hyphenationZone w:val=\"425\"/><w:characterSpacingControl w:val=\"doNotCompress\"/>"
        + "<w:compat><w:compatSetting w:name=\"compatibilityMode\" w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/></w:compat>"
        + $"<w:rsids><w:rsidRoot w:val=\"00A77427\"/>{string.Concat(Enumerable.Range(0, 60).Select(_ => $"<w:rsid w:val=\"00{prose.Hex()[..6]}\"/>"))}</w:rsids>"
        + "<w:themeFontLang w:val=\"sv-SE\"/><w:decimalSymbol w:val=\",\"/><w:listSeparator w:val=\";\"/></w:settings>";

    public static string Numbering() => Declaration + $"<w:numbering {Namespaces}>" + string.Concat(Enumerable.Range(0, 2).Select(list =>
        $"<w:abstractNum w:abstractNumId=\"{list}\"><w:multiLevelType w:val=\"hybridMultilevel\"/>" + string.Concat(Enumerable.Range(0, 9).Select(level =>
            $"<w:lvl w:ilvl=\"{level}\"><w:start w:val=\"1\"/><w:numFmt w:val=\"bullet\"/><w:lvlText w:val=\"•\"/><w:lvlJc w:val=\"left\"/>"
            + $"<w:pPr><w:ind w:left=\"{(level + 1) * 360}\" w:hanging=\"360\"/></w:pPr><w:rPr><w:rFonts w:ascii=\"Calibri\" w:hAnsi=\"Calibri\" w:hint=\"default\"/></w:rPr></w:lvl>"))
        + "</w:abstractNum>")) + "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num><w:num w:numId=\"2\"><w:abstractNumId w:val=\"1\"/></w:num></w:numbering>";

    public static string Theme()
    {
        string Colour(string name, string value) => $"<a:{name}><a:srgbClr val=\"{value}\"/></a:{name}>";
        string[] names = ["dk1", "lt1", "dk2", "lt2", "accent1", "accent2", "accent3", "accent4", "accent5", "accent6", "hlink", "folHlink"];
        string[] values = ["000000", "FFFFFF", "44546A", "E7E6E6", "4472C4", "ED7D31", "A5A5A5", "FFC000", "5B9BD5", "70AD47", "0563C1", "954F72"];
        string[] scripts = ["Jpan", "Hang", "Hans", "Hant", "Arab", "Hebr", "Thai", "Ethi", "Beng", "Gujr", "Khmr", "Knda", "Guru", "Cans", "Cher", "Yiii", "Tibt", "Thaa", "Deva", "Telu", "Taml", "Syrc", "Orya", "Mlym", "Laoo", "Sinh", "Mong", "Viet", "Uigh", "Geor"];
        var fonts = string.Concat(scripts.Select(script => $"<a:font script=\"{script}\" typeface=\"Times New Roman\"/>"));
        string Fill(int shade) => $"<a:gradFill rotWithShape=\"1\"><a:gsLst><a:gs pos=\"0\"><a:schemeClr val=\"phClr\"><a:lumMod val=\"{110 - shade}000\"/><a:satMod val=\"{105 - shade}000\"/><a:tint val=\"{67 + shade}000\"/></a:schemeClr></a:gs>"
            + $"<a:gs pos=\"100000\"><a:schemeClr val=\"phClr\"><a:lumMod val=\"{105 - shade}000\"/><a:satMod val=\"{109 - shade}000\"/><a:tint val=\"{81 + shade}000\"/></a:schemeClr></a:gs></a:gsLst><a:lin ang=\"5400000\" scaled=\"0\"/></a:gradFill>";
        string Line(int width) => $"<a:ln w=\"{width}\" cap=\"flat\" cmpd=\"sng\" algn=\"ctr\"><a:solidFill><a:schemeClr val=\"phClr\"/></a:solidFill><a:prstDash val=\"solid\"/><a:miter lim=\"800000\"/></a:ln>";
        const string Solid = "<a:solidFill><a:schemeClr val=\"phClr\"/></a:solidFill>";
        const string Effect = "<a:effectStyle><a:effectLst/></a:effectStyle>";
        return Declaration + $"<a:theme xmlns:a=\"{Drawing}\" name=\"Office\"><a:themeElements><a:clrScheme name=\"Office\">{string.Concat(names.Zip(values, Colour))}</a:clrScheme>"
            + $"<a:fontScheme name=\"Office\"><a:majorFont><a:latin typeface=\"Calibri Light\"/><a:ea typeface=\"\"/><a:cs typeface=\"\"/>{fonts}</a:majorFont>"
            + $"<a:minorFont><a:latin typeface=\"Calibri\"/><a:ea typeface=\"\"/><a:cs typeface=\"\"/>{fonts}</a:minorFont></a:fontScheme>"
            + $"<a:fmtScheme name=\"Office\"><a:fillStyleLst>{Solid}{Fill(0)}{Fill(5)}</a:fillStyleLst><a:lnStyleLst>{Line(6350)}{Line(12700)}{Line(19050)}</a:lnStyleLst>"
            + $"<a:effectStyleLst>{Effect}{Effect}{Effect}</a:effectStyleLst><a:bgFillStyleLst>{Solid}{Solid}{Fill(9)}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>";
    }

    public static string Styles()
    {
        var styles = new StringBuilder(Declaration).Append($"<w:styles {Namespaces}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=\"Calibri\" w:hAnsi=\"Calibri\" w:cs=\"Calibri\"/><w:sz w:val=\"22\"/><w:szCs w:val=\"22\"/><w:lang w:val=\"sv-SE\"/></w:rPr></w:rPrDefault>")
            .Append("<w:pPrDefault><w:pPr><w:spacing w:after=\"160\" w:line=\"259\" w:lineRule=\"auto\"/></w:pPr></w:pPrDefault></w:docDefaults>")
            .Append("<w:latentStyles w:defLockedState=\"0\" w:defUIPriority=\"99\" w:defSemiHidden=\"0\" w:defUnhideWhenUsed=\"0\" w:defQFormat=\"0\" w:count=\"376\">");
        foreach (var (name, priority) in LatentStyles())
        {
            styles.Append(CultureInfo.InvariantCulture, $"<w:lsdException w:name=\"{name}\" w:semiHidden=\"1\" w:uiPriority=\"{priority}\" w:unhideWhenUsed=\"1\"/>");
        }

        styles.Append("</w:latentStyles><w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/><w:qFormat/></w:style>");
        string[] paragraphs = ["Title", "Subtitle", "Heading1", "Heading2", "Heading3", "BodyText", "ListBullet", "TableText", "Header", "Footer", "Caption", "Quote", "TOC1", "TOC2", "FootnoteText"];
        foreach (var (index, id) in paragraphs.Index())
        {
            var list = id == "ListBullet" ? "<w:numPr><w:numId w:val=\"1\"/></w:numPr>" : "";
            var keep = id.StartsWith("Heading", StringComparison.Ordinal) ? "<w:keepNext/><w:keepLines/>" : "";
            var outline = id.StartsWith("Heading", StringComparison.Ordinal) ? $"<w:outlineLvl w:val=\"{id[^1] - '1'}\"/>" : "";
            styles.Append(CultureInfo.InvariantCulture, $"<w:style w:type=\"paragraph\" w:styleId=\"{id}\"><w:name w:val=\"{Name(id)}\"/><w:basedOn w:val=\"Normal\"/><w:next w:val=\"BodyText\"/><w:uiPriority w:val=\"{9 + index}\"/><w:unhideWhenUsed/><w:qFormat/>"
                + $"<w:rsid w:val=\"00A{index:00}427\"/><w:pPr>{keep}{list}<w:spacing w:before=\"{(index < 5 ? 240 - (index * 10) : 0)}\" w:after=\"{(index < 7 ? 80 + index : 20 + index)}\"/>{outline}</w:pPr>"
                + $"<w:rPr><w:rFonts w:ascii=\"Calibri\" w:hAnsi=\"Calibri\" w:cs=\"Calibri\"/><w:color w:val=\"1F3864\"/><w:sz w:val=\"{(index < 5 ? 36 - (index * 2) : 22)}\"/><w:szCs w:val=\"{(index < 5 ? 36 - (index * 2) : 22)}\"/></w:rPr></w:style>");
        }

        var edges = string.Concat(new[] { "top", "left", "bottom", "right", "insideH", "insideV" }.Select(edge => $"<w:{edge} w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"auto\"/>"));
        return styles.Append(CultureInfo.InvariantCulture, $"<w:style w:type=\"table\" w:styleId=\"TableGrid\"><w:name w:val=\"Table Grid\"/><w:uiPriority w:val=\"39\"/><w:tblPr><w:tblBorders>{edges}</w:tblBorders></w:tblPr></w:style></w:styles>").ToString();
    }

    private static string Name(string id) => id switch
    {
        "BodyText" => "Body Text",
        "ListBullet" => "List Bullet",
        "FootnoteText" => "footnote text",
        _ when id.StartsWith("Heading", StringComparison.Ordinal) => $"heading {id[^1]}",
        _ when id.StartsWith("TOC", StringComparison.Ordinal) => $"toc {id[^1]}",
        _ => id,
    };

    /// <summary>The names Word lists in every document it saves.</summary>
    private static IEnumerable<(string Name, int Priority)> LatentStyles()
    {
        string[] numbered = ["heading", "index", "toc"];
        string[] families = ["Light Shading", "Light List", "Light Grid", "Medium Shading 1", "Medium Shading 2", "Medium List 1", "Medium List 2", "Medium Grid 1", "Medium Grid 2", "Medium Grid 3", "Dark List", "Colorful Shading", "Colorful List", "Colorful Grid"];
        string[] modern = ["1 Light", "2", "3", "4", "5 Dark", "6 Colorful", "7 Colorful"];
        var all = numbered.SelectMany(name => Enumerable.Range(1, 9).Select(level => ($"{name} {level}", 9)))
            .Concat(families.SelectMany((family, index) => Enumerable.Range(0, 7).Select(accent => (accent == 0 ? family : $"{family} Accent {accent}", 60 + index))))
            .Concat(new[] { "Grid Table", "List Table" }.SelectMany(kind => modern.SelectMany((name, index) => Enumerable.Range(0, 7).Select(accent => (accent == 0 ? $"{kind} {name}" : $"{kind} {name} Accent {accent}", 46 + index)))))
            .Concat(new[] { "List", "List Bullet", "List Number", "List Continue", "Body Text", "Body Text Indent" }.SelectMany(name => Enumerable.Range(2, 4).Select(level => ($"{name} {level}", 99))));
        return all;
    }

    private static string Target(string kind) => kind switch
    {
        "theme" => "theme/theme1.xml",
        "header" or "footer" => $"{kind}1.xml",
        _ => $"{kind}.xml",
    };
}

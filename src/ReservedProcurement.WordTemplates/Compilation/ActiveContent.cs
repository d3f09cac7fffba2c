using System.Text;
using ReservedProcurement.WordTemplates.Filling;
using ReservedProcurement.WordTemplates.Markup;
using ReservedProcurement.WordTemplates.Packaging;
using ReservedProcurement.WordTemplates.Syntax;

namespace ReservedProcurement.WordTemplates.Compilation;

/// <summary>Refuses whatever in a document runs, fetches or hides something.</summary>
internal static class ActiveContent
{
    private static readonly HashSet<string> ActiveCodes = new(StringComparer.OrdinalIgnoreCase)
    {
        "DDE", "DDEAUTO", "INCLUDETEXT", "INCLUDEPICTURE", "INCLUDE", "IMPORT", "LINK", "EMBED", "DATABASE",
        "MACROBUTTON", "CONTROL", "HTMLCONTROL", "RD", "ADDIN", "PRINT", "ASK", "FILLIN", "GLOSSARY",
    };

    public static void Check(DocxPackage package, string part, List<TemplateFault> faults)
    {
        if (FaultOfPart(part, package.ContentTypeOf(part)) is { } code)
        {
            faults.Add(new TemplateFault(code, part));
        }

        if (Relationships.IsRelationshipPart(part) && package.ReadXml(part) is { } root)
        {
            foreach (var relationship in Relationships.Read(root))
            {
                if (FaultOf(relationship, part) is { } fault)
                {
                    faults.Add(new TemplateFault(fault, part, Subject: relationship.Target));
                }
            }
        }
    }

    /// <summary>Field codes and elements that are active in themselves.</summary>
    public static void Check(PartContext context, Element root)
    {
        foreach (var element in root.DescendantElements())
        {
            TemplateFaultCode? fault = element.Name switch
            {
                "webVideoPr" => TemplateFaultCode.ExternalContent,
                _ when element.Namespace == Namespaces.Vml && element.Attribute("src") is { Length: > 0 } => TemplateFaultCode.ExternalContent,
                _ when element.Namespace != Namespaces.Word => null,
                "mailMerge" => TemplateFaultCode.ExternalContent,
                "object" => TemplateFaultCode.EmbeddedObject,
                "control" => TemplateFaultCode.ActiveControl,
                "altChunk" or "subDoc" => TemplateFaultCode.ImportedDocument,
                "fldSimple" => FaultOfCode(element.Attribute("instr") ?? ""),
                _ => null,
            };
            if (fault is { } code)
            {
                context.Report(code, new Place(element.Nearest("p")?.ParagraphNumber, ""), (element.Attribute("instr") ?? element.Attribute("src") ?? element.Name).Trim());
            }
        }

        CheckComplexFields(context, root);
    }

    /// <summary>The code of a complex field may be split over runs, and fields may stand in fields.</summary>
    private static void CheckComplexFields(PartContext context, Element root)
    {
        var open = new Stack<StringBuilder?>();
        foreach (var element in root.DescendantElements().Where(element => element.Namespace == Namespaces.Word))
        {
            var step = element.Name == "fldChar" ? element.Attribute("fldCharType") : element.Name;
            switch (step)
            {
                case "begin":
                    open.TryPeek(out var outer);
                    // A field whose very name is made by another field cannot be judged.
                    outer?.Append(string.IsNullOrWhiteSpace(outer.ToString()) ? "DDE " : " ");
                    open.Push(new StringBuilder());
                    break;
                // A deleted one runs when the deletion is undone.
                case "instrText" or "delInstrText":
                    if (open.TryPeek(out var code))
                    {
                        code?.Append(element.InnerText);
                    }

                    break;
                case "separate":
                    if (open.TryPop(out var separated))
                    {
                        Report(context, element, separated);
                        open.Push(null);
                    }

                    break;
                case "end":
                    if (open.TryPop(out var ended))
                    {
                        Report(context, element, ended);
                    }

                    break;
            }
        }

        while (open.TryPop(out var unended))
        {
            Report(context, root, unended);
        }
    }

    private static void Report(PartContext context, Element element, StringBuilder? code)
    {
        if (code is not null && FaultOfCode(code.ToString()) is { } fault)
        {
            context.Report(fault, new Place(element.Nearest("p")?.ParagraphNumber, ""), code.ToString().Trim());
        }
    }

    private static TemplateFaultCode? FaultOfCode(string code)
    {
        var words = code.Split([' ', '\t', '\n', '\r', '\u00A0', '"'], StringSplitOptions.RemoveEmptyEntries);
        var name = words.FirstOrDefault()?.Split('\\', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault() ?? "";
        if (ActiveCodes.Contains(name))
        {
            return TemplateFaultCode.ActiveFieldCode;
        }

        // With a switch first, such as \l and a bookmark, it leads within the document.
        return name.Equals("HYPERLINK", StringComparison.OrdinalIgnoreCase) && words.Length > 1 && !IsSwitch(words[1]) && !words[1].Contains(Tag.Opening, StringComparison.Ordinal) && !LinkTarget.IsAllowed(words[1])
            ? TemplateFaultCode.LinkNotAllowed
            : null;
    }

    private static bool IsSwitch(string word) => word is ['\\', _];

    private static TemplateFaultCode? FaultOfPart(string part, string type)
    {
        bool Has(string text) => part.Contains(text, StringComparison.OrdinalIgnoreCase) || type.Contains(text, StringComparison.OrdinalIgnoreCase);
        return Has("vbaProject") || Has("vbaData") || Has("macroEnabled") ? TemplateFaultCode.Macros
            : Has("activeX") || Has("customUI") ? TemplateFaultCode.ActiveControl
            : Has("/embeddings/") || Has("oleObject") ? TemplateFaultCode.EmbeddedObject
            : Has("_xmlsignatures/") ? TemplateFaultCode.SignedFile
            : null;
    }

    private static TemplateFaultCode? FaultOf(Relationship relationship, string part) => relationship.Kind switch
    {
        "vbaProject" or "wordVbaData" => TemplateFaultCode.Macros,
        "extensibility" or "customUI" or "control" or "activeXControlBinary" or "webextension" or "webextensiontaskpanes" => TemplateFaultCode.ActiveControl,
        "oleObject" or "package" => TemplateFaultCode.EmbeddedObject,
        "aFChunk" or "subDocument" => TemplateFaultCode.ImportedDocument,
        // One with fields is judged when they have their values.
        "hyperlink" when relationship.IsExternal && LinkTemplate.HasFields(relationship) is false && !LinkTarget.IsAllowed(relationship.Target) => TemplateFaultCode.LinkNotAllowed,
        "hyperlink" or "attachedTemplate" => null,
        _ when relationship.IsExternal => TemplateFaultCode.ExternalContent,
        _ when Relationships.Resolve(Relationships.OwnerOf(part), relationship.Target) is null => TemplateFaultCode.UnsafeEntryName,
        _ => null,
    };
}

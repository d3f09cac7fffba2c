using System.Xml;

namespace ReservedProcurement.WordTemplates.Markup;

/// <summary>Reads a part into a tree. Refuses document types, too deep nesting and broken XML.</summary>
internal static class MarkupReader
{
    private const int MaxDepth = 256;
    private const int MaxNodes = 600_000;

    /// <returns>The root, or null when the part is not XML that can be trusted; then <paramref name="problem"/> says why.</returns>
    public static Element? Read(ReadOnlyMemory<byte> bytes, out TemplateFaultCode problem)
    {
        problem = TemplateFaultCode.BrokenPart;
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
        };
        try
        {
            using var stream = new MemoryStream(bytes.ToArray(), writable: false);
            using var reader = XmlReader.Create(stream, settings);
            return ReadTree(reader, ref problem);
        }
        // The reader also reports unknown encodings and text as its decoder's exceptions.
        catch (Exception exception) when (exception is XmlException or ArgumentException or NotSupportedException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>Whether a part that is not read otherwise begins as XML that can be trusted: with no document type, which can declare entities.</summary>
    public static bool BeginsWell(byte[] bytes)
    {
        try
        {
            using var stream = new MemoryStream(bytes, writable: false);
            using var reader = XmlReader.Create(stream, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            return reader.MoveToContent() == XmlNodeType.Element;
        }
        catch (Exception exception) when (exception is XmlException or ArgumentException or NotSupportedException or InvalidOperationException)
        {
            return false;
        }
    }

    private static Element? ReadTree(XmlReader reader, ref TemplateFaultCode problem)
    {
        Element? root = null;
        Element? open = null;
        var paragraphs = 0;
        var nodes = 0;
        while (reader.Read())
        {
            nodes += 1 + reader.AttributeCount;
            if (nodes > MaxNodes)
            {
                problem = TemplateFaultCode.TooLarge;
                return null;
            }

            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    if (reader.Depth > MaxDepth)
                    {
                        problem = TemplateFaultCode.TooDeepNesting;
                        return null;
                    }

                    var isEmpty = reader.IsEmptyElement;
                    var element = ReadElement(reader, ref paragraphs);
                    root ??= element;
                    open?.Add(element);
                    open = isEmpty ? open : element;
                    break;
                case XmlNodeType.EndElement:
                    open = (Element?)open!.Parent;
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace:
                    open?.Add(new TextNode(reader.Value));
                    break;
            }
        }

        return root;
    }

    private static Element ReadElement(XmlReader reader, ref int paragraphs)
    {
        var ns = Namespaces.Normalize(reader.NamespaceURI);
        var isParagraph = reader.LocalName == "p" && ns == Namespaces.Word;
        var element = new Element(reader.Prefix, reader.LocalName, ns) { ParagraphNumber = isParagraph ? ++paragraphs : 0 };
        while (reader.MoveToNextAttribute())
        {
            element.Attributes.Add(new MarkupAttribute(reader.Prefix, reader.LocalName, Namespaces.Normalize(reader.NamespaceURI), reader.Value));
        }

        return element;
    }
}

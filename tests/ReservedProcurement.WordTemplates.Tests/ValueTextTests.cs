using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using CsCheck;
using ReservedProcurement.WordTemplates.Deflating;
using ReservedProcurement.WordTemplates.Filling;

namespace ReservedProcurement.WordTemplates.Tests;

public sealed class ValueTextTests
{
    private static readonly Gen<char> Characters = Gen.Frequency(
        (6, Gen.Char['a', 'z']), (3, Gen.Char['\u0080', '\u0800']), (2, Gen.Char['\u2000', '\u2060']), (2, Gen.Char['\uD700', '\uE100']),
        (2, Gen.Char['\uFFF0', '\uFFFF']), (3, Gen.Int[0, 12].Select(index => "&<>\"'\r\n\t\v\0å”–"[index])));

    [Test]
    public void AnyText_IsWrittenAsXmlThatReadsBackAsTheText() =>
        Gen.Select(Characters.Array[0, 80], Gen.Int[0, 400]).Sample((piece, times) =>
        {
            var text = string.Concat(Enumerable.Repeat(new string(piece), times));
            var (read, dropped) = WriteAndRead(text);
            var (expected, lost) = Expected(text);
            return read == expected && dropped == lost;
        }, iter: 500);

    private static (string Text, int Dropped) WriteAndRead(string text)
    {
        using var packed = new MemoryStream();
        using var output = new TemplateDeflater();
        output.Start(packed, LiteralTable.Empty);
        output.Write("<t>"u8);
        var dropped = ValueText.Write(output, text, "<br/>"u8, "<tab/>"u8);
        output.Write("</t>"u8);
        output.Finish();
        packed.Position = 0;
        using var unpacked = new StreamReader(new DeflateStream(packed, CompressionMode.Decompress), new UTF8Encoding(false, throwOnInvalidBytes: true));
        var root = XDocument.Load(unpacked, LoadOptions.PreserveWhitespace).Root!;
        return (string.Concat(root.Nodes().Select(node => node is XText run ? run.Value : ((XElement)node).Name == "br" ? "\n" : "\t")), dropped);
    }

    /// <summary>The text without what XML cannot hold, its line ends alike.</summary>
    private static (string Text, int Lost) Expected(string text)
    {
        var kept = new StringBuilder();
        var lost = 0;
        for (var index = 0; index < text.Length; index++)
        {
            if (Rune.TryGetRuneAt(text, index, out var rune) && rune.Value is >= ' ' and not (0x85 or 0x2028 or 0x2029 or 0xFFFE or 0xFFFF))
            {
                kept.Append(rune);
                index += rune.Utf16SequenceLength - 1;
            }
            else if (text[index] is '\n' or '\r' or '\v' or '\u0085' or '\u2028' or '\u2029')
            {
                kept.Append('\n');
                index += text.AsSpan(index).StartsWith("\r\n") ? 1 : 0;
            }
            else if (text[index] == '\t')
            {
                kept.Append('\t');
            }
            else
            {
                lost++;
            }
        }

        return (kept.ToString(), lost);
    }
}

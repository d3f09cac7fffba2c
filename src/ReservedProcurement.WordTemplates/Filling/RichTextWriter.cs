using System.Globalization;
using System.Text;
using ReservedProcurement.WordTemplates.Deflating;
using ReservedProcurement.WordTemplates.Values;

namespace ReservedProcurement.WordTemplates.Filling;

/// <summary>Writes rich text: as paragraphs of its own where a field stands alone in one, otherwise within the line.</summary>
internal sealed class RichTextWriter(TemplateDeflater output)
{
    private RichPlace _place = null!;
    private FieldUse _field = null!;

    /// <summary>How many characters were dropped.</summary>
    public int Dropped { get; private set; }

    public void WriteParagraphs(FieldUse field, RichText text, ListLedger lists)
    {
        Begin(field);
        var paragraphs = _place.Paragraphs!;
        var (list, number) = (0, 0);
        for (var index = 0; index < text.Blocks.Count; index++)
        {
            var block = text.Blocks[index];
            if (block.Kind != RichBlockKind.Number)
            {
                number = 0;
            }

            switch (block.Kind)
            {
                case RichBlockKind.Paragraph:
                    output.Write(index == 0 ? paragraphs.First : paragraphs.Next);
                    break;
                case RichBlockKind.Bullet:
                    output.Write(paragraphs.Bullet);
                    WriteSign(paragraphs.HasBullets ? "" : "•\t");
                    break;
                case RichBlockKind.Number:
                    list = ++number == 1 && paragraphs.NumberedList is { } like ? lists.Begin(like) : list;
                    output.Write(paragraphs.Number);
                    if (paragraphs.NumberedList is { } original)
                    {
                        output.Write(list == 0 ? original : list.ToString(CultureInfo.InvariantCulture));
                    }

                    output.Write(paragraphs.AfterNumber);
                    WriteSign(paragraphs.NumberedList is null ? string.Create(CultureInfo.InvariantCulture, $"{number}.\t") : "");
                    break;
            }

            foreach (var span in block.Spans)
            {
                WriteSpan(span);
            }

            output.Write(paragraphs.End);
        }

        if (text.Blocks.Count == 0)
        {
            output.Write(paragraphs.First);
            output.Write(paragraphs.End);
        }
    }

    /// <summary>Writes within a run that is open, and leaves one open.</summary>
    public void WriteInLine(FieldUse field, RichText text)
    {
        Begin(field);
        output.Write(_place.RunEnd);
        var number = 0;
        for (var index = 0; index < text.Blocks.Count; index++)
        {
            var block = text.Blocks[index];
            number = block.Kind == RichBlockKind.Number ? number + 1 : 0;
            WriteSign((index == 0 ? "" : "\n") + block.Kind switch
            {
                RichBlockKind.Bullet => "• ",
                RichBlockKind.Number => string.Create(CultureInfo.InvariantCulture, $"{number}. "),
                _ => "",
            });
            foreach (var span in block.Spans)
            {
                WriteSpan(span);
            }
        }

        output.Write(_place.RunStart(RichStyle.None));
    }

    private void Begin(FieldUse field)
    {
        _field = field;
        _place = field.Rich!;
        Dropped = 0;
    }

    private void WriteSign(string sign)
    {
        if (sign.Length > 0)
        {
            WriteRun(sign, RichStyle.None);
        }
    }

    private void WriteSpan(RichSpan span)
    {
        if (span.Address is null)
        {
            WriteRun(span.Text, span.Style);
            return;
        }

        // A field code needs no relationship of the part, so a link can stand wherever text can.
        var w = _place.Prefix;
        output.Write(Encoding.UTF8.GetBytes($"<{w}r><{w}fldChar {w}fldCharType=\"begin\"/></{w}r><{w}r><{w}instrText xml:space=\"preserve\"> HYPERLINK \""));
        ValueText.Write(output, span.Address, " "u8, " "u8);
        output.Write(Encoding.UTF8.GetBytes($"\" </{w}instrText></{w}r><{w}r><{w}fldChar {w}fldCharType=\"separate\"/></{w}r>"));
        WriteRun(span.Text, span.Style);
        output.Write(Encoding.UTF8.GetBytes($"<{w}r><{w}fldChar {w}fldCharType=\"end\"/></{w}r>"));
    }

    private void WriteRun(string text, RichStyle style)
    {
        output.Write(_place.RunStart(style));
        Dropped += ValueText.Write(output, text, _field.LineBreak, _field.Tab);
        output.Write(_place.RunEnd);
    }
}

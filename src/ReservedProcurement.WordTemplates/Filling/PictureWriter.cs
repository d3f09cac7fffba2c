using System.Globalization;
using System.Text;
using ReservedProcurement.WordTemplates.Deflating;
using ReservedProcurement.WordTemplates.Markup;
using ReservedProcurement.WordTemplates.Values;

namespace ReservedProcurement.WordTemplates.Filling;

/// <summary>A drawing of the template whose picture a field gives.</summary>
internal sealed record PictureUse(Picture Picture, FieldUse Field, string Prefix);

/// <summary>Writes pictures: finds the value, and gives each place in the drawing's markup its part of it.</summary>
internal sealed class PictureWriter(PartProgram program, MissingValuePolicy missing, TemplateDeflater output, FillLog log, ValueWriter values, PictureStore store)
{
    private readonly Dictionary<string, string> _relationships = new(StringComparer.Ordinal);
    private PictureUse? _use;
    private ImageContent? _image;

    /// <summary>Of the picture as it is stored, before it is turned.</summary>
    private (int Width, int Height) _size;

    /// <summary>The relationships to pictures so far: their ids, types and targets.</summary>
    public List<(string Id, string Type, string Target)> Relationships { get; } = [];

    /// <returns>Whether the drawing is to be written.</returns>
    public bool Enter(PictureUse use, Scopes scopes)
    {
        (_use, _image) = (use, null);
        var value = scopes.Find(use.Field.Tag.Path);
        switch (value?.Kind ?? TemplateValueKind.Missing)
        {
            case TemplateValueKind.Missing:
                WriteInstead(values.ReportMissing(TemplateFaultCode.MissingValue, use.Field));
                return false;
            case TemplateValueKind.Image when value!.AsImage.Fault is { } fault:
                Report(fault);
                return false;
            case TemplateValueKind.Image:
                _image = value.AsImage;
                var (width, height) = _image.Within(use.Picture.Width, use.Picture.Height);
                _size = _image.Turn.IsOnItsSide ? (height, width) : (width, height);
                return true;
            case not (TemplateValueKind.List or TemplateValueKind.Group) when use.Picture.MayBeText:
                return true;
            default:
                Report(TemplateFaultCode.ImageExpected);
                return false;
        }
    }

    public void Write(PicturePart part, string original, Scopes scopes)
    {
        switch (part)
        {
            case PicturePart.AlternativeText when _image is null:
                values.Write(_use!.Field, scopes);
                break;
            case PicturePart.AlternativeText:
                ValueText.Write(output, _image.AlternativeText, " "u8, " "u8);
                break;
            case not PicturePart.AlternativeText when _image is null:
                output.Write(original);
                break;
            case PicturePart.Relationship:
                output.Write(RelationshipTo(_image));
                break;
            case PicturePart.Rotation:
                var turn = _use!.Picture.Tilt + (_image.Turn.Quarters * Picture.QuarterTurn);
                output.WriteNumber((turn + Picture.WholeTurn) % Picture.WholeTurn);
                break;
            case PicturePart.Mirror:
                output.Write(_image.Turn.IsMirrored ? "1" : "0");
                break;
            case PicturePart.RoomAtTheSides or PicturePart.RoomAboveAndBelow when !_image.Turn.IsOnItsSide:
                output.Write(_use!.Picture.IsOnItsSide ? "0" : original);
                break;
            case PicturePart.RoomAtTheSides:
                output.WriteNumber(Math.Max(0, (_size.Height - _size.Width) / 2));
                break;
            case PicturePart.RoomAboveAndBelow:
                output.WriteNumber(Math.Max(0, (_size.Width - _size.Height) / 2));
                break;
            default:
                output.WriteNumber(part == PicturePart.Width ? _size.Width : _size.Height);
                break;
        }
    }

    private string RelationshipTo(ImageContent image)
    {
        if (output.IsDiscarding)
        {
            return "";
        }

        var target = store.Add(image);
        if (!_relationships.TryGetValue(target, out var id))
        {
            id = string.Create(CultureInfo.InvariantCulture, $"{program.Relationships!.IdPrefix}B{_relationships.Count + 1}");
            _relationships.Add(target, id);
            Relationships.Add((id, _use!.Picture.RelationshipType, "/" + target));
        }

        return id;
    }

    private void WriteInstead(string text)
    {
        if (text.Length > 0 && !output.IsDiscarding)
        {
            output.Write(Encoding.UTF8.GetBytes($"<{_use!.Prefix}t>"));
            ValueText.Write(output, text, " "u8, " "u8);
            output.Write(Encoding.UTF8.GetBytes($"</{_use.Prefix}t>"));
        }
    }

    private void Report(TemplateFaultCode code)
    {
        if (missing == MissingValuePolicy.Refuse)
        {
            log.Fault(code, program.Name, _use!.Field);
        }
        else
        {
            log.Note(TemplateNoteCode.ImageLeftOut, program.Name, _use!.Field.Tag.Path.Written);
        }
    }
}

using ReservedProcurement.WordTemplates.Markup;

namespace ReservedProcurement.WordTemplates.Compilation;

/// <summary>Writes tags and text as they stand in a file, and instructions where their text is known only while filling.</summary>
internal sealed class MarkupText(InstructionBuffer buffer, ProgramTables tables)
{
    public static string QualifiedName(string prefix, string name) => prefix.Length == 0 ? name : $"{prefix}:{name}";

    public void Start(Element element, bool isEmpty)
    {
        buffer.Text.Append('<').Append(QualifiedName(element.Prefix, element.Name));
        foreach (var attribute in element.Attributes)
        {
            buffer.Text.Append(' ').Append(QualifiedName(attribute.Prefix, attribute.Name)).Append("=\"");
            foreach (var part in attribute.Parts ?? [])
            {
                Write(part, ValueTarget.Attribute);
            }

            if (attribute.Parts is null)
            {
                buffer.Escape(attribute.Value, isAttribute: true);
            }

            buffer.Text.Append('"');
        }

        buffer.Text.Append(isEmpty ? "/>" : ">");
    }

    public void End(Element element) => buffer.Text.Append("</").Append(QualifiedName(element.Prefix, element.Name)).Append('>');

    public void Write(MarkupNode node, ValueTarget target)
    {
        if (node is TextNode text)
        {
            buffer.Escape(text.Text, target == ValueTarget.Attribute);
        }
        else
        {
            buffer.Emit(tables.InstructionFor(node, target));
        }
    }
}

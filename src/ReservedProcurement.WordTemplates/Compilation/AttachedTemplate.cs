using ReservedProcurement.WordTemplates.Packaging;

namespace ReservedProcurement.WordTemplates.Compilation;

/// <summary>Removes the link to the template a document was once made from: Word would fetch it when the document is opened.</summary>
internal static class AttachedTemplate
{
    public static void Remove(DocxPackage package, List<TemplateNote> notes)
    {
        foreach (var name in package.Entries.Select(entry => entry.Name).Where(Relationships.IsRelationshipPart).ToList())
        {
            var root = package.ReadXml(name)!;
            var attached = root.Elements.Where(element => element.Attribute("Type")?.EndsWith("/attachedTemplate", StringComparison.Ordinal) == true).ToList();
            if (attached.Count == 0)
            {
                continue;
            }

            attached.ForEach(element => element.Remove());
            package.Replace(name, ProgramWriter.WriteStatic(root));
            var owner = Relationships.OwnerOf(name);
            if (package.ReadXml(owner) is { } settings)
            {
                settings.Child("attachedTemplate")?.Remove();
                package.Replace(owner, ProgramWriter.WriteStatic(settings));
            }

            notes.Add(new TemplateNote(TemplateNoteCode.AttachedTemplateRemoved, name, attached[0].Attribute("Target") ?? "", attached.Count));
        }
    }
}

using System.Globalization;

namespace ReservedProcurement.WordTemplates.Filling;

/// <summary>A note asked for by a reference in a section: where its instructions start, its id in the filled document, and the sections open there.</summary>
internal sealed record AskedNote(int Start, string Id, Scopes Scopes);

/// <summary>The notes and comments that references in sections have asked for, written when their parts are.</summary>
internal sealed class NoteLedger
{
    private readonly Dictionary<string, Notes> _kinds = [];

    public NoteLedger(IEnumerable<PartProgram> programs)
    {
        foreach (var bodies in programs.Select(program => program.NoteBodies).OfType<NoteBodies>())
        {
            _kinds[bodies.Kind] = new Notes(bodies, [], bodies.FirstFreeId);
        }
    }

    public IReadOnlyList<AskedNote> Asked(string kind) => _kinds[kind].Asked;

    /// <returns>The id of the note; its own when the document lacks the note it refers to.</returns>
    public string Ask(NoteKey note, string? id, Scopes scopes)
    {
        if (!_kinds.TryGetValue(note.Kind, out var notes) || !notes.Bodies.Starts.TryGetValue(note.Id, out var start))
        {
            return note.Id;
        }

        id ??= (notes.Next++).ToString(CultureInfo.InvariantCulture);
        notes.Asked.Add(new AskedNote(start, id, scopes.Snapshot()));
        return id;
    }

    private sealed class Notes(NoteBodies bodies, List<AskedNote> asked, int next)
    {
        public NoteBodies Bodies { get; } = bodies;

        public List<AskedNote> Asked { get; } = asked;

        public int Next { get; set; } = next;
    }
}

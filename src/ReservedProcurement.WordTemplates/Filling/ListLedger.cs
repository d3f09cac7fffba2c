using ReservedProcurement.WordTemplates.Deflating;

namespace ReservedProcurement.WordTemplates.Filling;

/// <summary>The numbered lists that sections have begun anew, written when the part with lists is.</summary>
internal sealed class ListLedger(ListBodies? bodies)
{
    /// <summary>More lists than this Word cannot count.</summary>
    private const int MostLists = 30_000;

    private readonly List<string> _begun = [];

    public bool HasBegun => _begun.Count > 0;

    /// <returns>The number of the new list; 0 when there can be no more, and the list goes on.</returns>
    public int Begin(string like)
    {
        if (bodies is null || !bodies.Likes.ContainsKey(like) || _begun.Count >= MostLists)
        {
            return 0;
        }

        _begun.Add(like);
        return bodies.FirstFree + _begun.Count - 1;
    }

    public void Write(TemplateDeflater output, ListBodies written)
    {
        for (var index = 0; index < _begun.Count; index++)
        {
            var (before, after) = written.Likes[_begun[index]];
            output.WriteLiteral(before);
            output.WriteNumber(written.FirstFree + index);
            output.WriteLiteral(after);
        }
    }
}

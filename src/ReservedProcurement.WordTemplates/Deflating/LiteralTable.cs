namespace ReservedProcurement.WordTemplates.Deflating;

/// <summary>A literal of a program: where its bytes lie, and the steps to write it the first time.</summary>
internal readonly record struct Literal(int Start, int Length, int FirstStep, int Steps);

/// <summary>Some bytes of a literal: as they are, or copied from a place in a literal that comes before or is the same.</summary>
internal readonly record struct LiteralStep(int Length, int Source, int Offset)
{
    public const int None = -1;

    public bool IsCopy => Source != None;
}

/// <summary>
/// All literals of a program, with what repeats in them found beforehand. While filling nothing needs to be searched for:
/// a copy's distance follows from where its source was last written.
/// </summary>
internal sealed class LiteralTable
{
    private LiteralTable(byte[] bytes, Literal[] literals, LiteralStep[] steps)
    {
        Bytes = bytes;
        Literals = literals;
        Steps = steps;
    }

    public static LiteralTable Empty { get; } = new([], [], []);

    public byte[] Bytes { get; }

    public Literal[] Literals { get; }

    public LiteralStep[] Steps { get; }

    /// <param name="bytes">The literals one after another.</param>
    /// <param name="ends">Where each of them ends.</param>
    public static LiteralTable Make(byte[] bytes, IReadOnlyList<int> ends)
    {
        var literals = new Literal[ends.Count];
        var steps = new List<LiteralStep>();
        var repeats = new RepeatFinder(bytes, ends);
        var start = 0;
        for (var index = 0; index < literals.Length; index++)
        {
            var first = steps.Count;
            repeats.FindIn(start, ends[index], steps);
            literals[index] = new Literal(start, ends[index] - start, first, steps.Count - first);
            start = ends[index];
        }

        return new LiteralTable(bytes, literals, [.. steps]);
    }
}

namespace ReservedProcurement.Core.Reference;

/// <summary>A list of CPV codes as a statute writes it: single codes, and ranges that hold every code between their ends.</summary>
/// <remarks>Whether a single code also stands for the codes below it is a matter of reading; here it does not. The data files say why.</remarks>
public sealed class CpvRangeSet
{
    private CpvRangeSet(IReadOnlyList<CpvRange> ranges) => Ranges = ranges;

    /// <summary>In the order of the statute.</summary>
    public IReadOnlyList<CpvRange> Ranges { get; }

    public bool Contains(CpvCode code) => Find(code) is not null;

    /// <summary>The first line of the list that holds the code, or null.</summary>
    public CpvRange? Find(CpvCode code)
    {
        foreach (var range in Ranges)
        {
            if (range.Contains(code))
            {
                return range;
            }
        }

        return null;
    }

    internal static CpvRangeSet Load(string fileName) =>
        new([.. ReferenceFile.Rows(fileName).Select(row => new CpvRange(CpvCode.Parse(row[0]), CpvCode.Parse(row[1]), row[2]))]);
}

/// <summary>One line of such a list. <paramref name="Heading"/> is the statute's own words above it.</summary>
public sealed record CpvRange(CpvCode From, CpvCode To, string Heading)
{
    public bool IsSingle => From == To;

    public bool Contains(CpvCode code) => code >= From && code <= To;

    /// <summary>As the statute writes it: <c>55520000-1</c>, or <c>80000000-4 till 80660000-8</c>.</summary>
    public override string ToString() => IsSingle ? $"{From}" : $"{From} till {To}";
}

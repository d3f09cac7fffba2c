using System.Collections.Frozen;

namespace ReservedProcurement.Core.Reference;

/// <summary>
/// The check digits that have been read in a source (<c>Data/cpv-check-digits.txt</c>). No formula for them is published,
/// so for every other code nothing is claimed and nothing is refused.
/// </summary>
public static class KnownCheckDigits
{
    private const string FileName = "cpv-check-digits.txt";

    private static readonly FrozenDictionary<int, char> ByCode = ReferenceFile.Rows(FileName)
        .ToFrozenDictionary(row => int.Parse(row[0].AsSpan(0, CpvCode.Length), null), row => row[0][^1]);

    public static char? For(CpvCode code) => ByCode.TryGetValue(code.Number, out var digit) ? digit : null;
}

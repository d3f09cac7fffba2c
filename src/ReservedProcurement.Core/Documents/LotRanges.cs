using ReservedProcurement.Core.Language;
using ReservedProcurement.Core.Procurements;
using ReservedProcurement.Core.Procurements.Lots;

namespace ReservedProcurement.Core.Documents;

/// <summary>Which lots something holds for, short enough for a table with twenty lots.</summary>
internal static class LotRanges
{
    /// <summary>Null when all lots are meant, or none; otherwise for instance <c>delkontrakt 1–3 och 7</c>.</summary>
    public static string? Some(Procurement procurement, Func<Lot, bool> included)
    {
        var numbers = procurement.Lots.Where(included).Select(lot => lot.Number).ToList();
        return numbers.Count == 0 || numbers.Count == procurement.Lots.Count ? null : Text(numbers);
    }

    public static string Text(IReadOnlyList<int> numbers)
    {
        List<string> ranges = [];
        for (var first = 0; first < numbers.Count;)
        {
            var last = first;
            while (last + 1 < numbers.Count && numbers[last + 1] == numbers[last] + 1)
            {
                last++;
            }

            // Two in a row read better as two.
            if (last == first + 1)
            {
                last = first;
            }

            ranges.Add(last == first ? Number(numbers[first]) : $"{Number(numbers[first])}–{Number(numbers[last])}");
            first = last + 1;
        }

        return ranges.Count == 1 ? $"delkontrakt {ranges[0]}" : $"delkontrakt {string.Join(", ", ranges[..^1])} och {ranges[^1]}";
    }

    private static string Number(int number) => number.ToString(Texts.Swedish);
}

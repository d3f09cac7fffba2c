using ReservedProcurement.Core.Language;

namespace ReservedProcurement.Core.Procurements.Law;

internal static class LotNumbers
{
    /// <summary>For instance <c>delkontrakt 1, 2 och 4</c>.</summary>
    public static string Text(IReadOnlyList<int> numbers)
    {
        var texts = numbers.Select(number => number.ToString(Texts.Swedish)).ToList();
        var listed = texts.Count == 1 ? texts[0] : $"{string.Join(", ", texts[..^1])} och {texts[^1]}";
        return $"delkontrakt {listed}";
    }
}

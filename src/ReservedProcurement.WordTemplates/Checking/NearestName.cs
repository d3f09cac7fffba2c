using ReservedProcurement.WordTemplates.Syntax;

namespace ReservedProcurement.WordTemplates.Checking;

/// <summary>Finds what was probably meant by a misspelt name.</summary>
internal static class NearestName
{
    /// <returns>The nearest name, or null when none is near enough to be a misspelling.</returns>
    public static string? Find(string written, IEnumerable<string> known)
    {
        var best = (Name: (string?)null, Distance: Math.Max(2, written.Length / 3) + 1);
        foreach (var name in known)
        {
            if (Math.Abs(name.Length - written.Length) >= best.Distance)
            {
                continue;
            }

            var distance = Distance(FieldPath.NormalizeName(written), FieldPath.NormalizeName(name));
            if (distance < best.Distance)
            {
                best = (name, distance);
            }
        }

        return best.Name;
    }

    /// <summary>Damerau-Levenshtein in its restricted form: a character added, dropped, changed, or swapped with its neighbour.</summary>
    public static int Distance(string left, string right)
    {
        var beforePrevious = new int[right.Length + 1];
        var previous = new int[right.Length + 1];
        var current = new int[right.Length + 1];
        for (var column = 0; column <= right.Length; column++)
        {
            previous[column] = column;
        }

        for (var row = 1; row <= left.Length; row++)
        {
            current[0] = row;
            for (var column = 1; column <= right.Length; column++)
            {
                var change = left[row - 1] == right[column - 1] ? 0 : 1;
                var cost = Math.Min(Math.Min(previous[column] + 1, current[column - 1] + 1), previous[column - 1] + change);
                if (row > 1 && column > 1 && left[row - 1] == right[column - 2] && left[row - 2] == right[column - 1])
                {
                    cost = Math.Min(cost, beforePrevious[column - 2] + 1);
                }

                current[column] = cost;
            }

            (beforePrevious, previous, current) = (previous, current, beforePrevious);
        }

        return previous[right.Length];
    }
}

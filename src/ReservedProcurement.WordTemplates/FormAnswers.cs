using System.Globalization;

namespace ReservedProcurement.WordTemplates;

/// <summary>The answers of a form, or of one item of a list in it, in the order of the document.</summary>
public sealed class FormAnswers
{
    internal FormAnswers(IReadOnlyList<FormAnswer> all, IReadOnlyDictionary<string, string>? properties = null)
    {
        All = all;
        Properties = properties ?? new Dictionary<string, string>();
    }

    /// <summary>No answers at all.</summary>
    public static FormAnswers None { get; } = new([]);

    /// <summary>Every answer.</summary>
    public IReadOnlyList<FormAnswer> All { get; }

    /// <summary>The custom properties of the whole document, by their names without regard to case. A template can write in one which document it became.</summary>
    public IReadOnlyDictionary<string, string> Properties { get; }

    /// <summary>The answer with this name, without regard to case; the first when there are several. Null when the form has none.</summary>
    public FormAnswer? Find(string name) => All.FirstOrDefault(answer => string.Equals(answer.Name, name, StringComparison.OrdinalIgnoreCase));

    /// <summary>The items of a list, by their numbers, each with its answers by their names within the item.</summary>
    public IReadOnlyList<FormItem> Items(string list)
    {
        var items = new SortedDictionary<int, List<FormAnswer>>();
        foreach (var answer in All)
        {
            if (NumberIn(answer.Name, list, out var rest) is { } number)
            {
                if (!items.TryGetValue(number, out var answers))
                {
                    items.Add(number, answers = []);
                }

                answers.Add(answer with { Name = rest });
            }
        }

        return [.. items.Select(item => new FormItem(item.Key, new FormAnswers(item.Value)))];
    }

    private static int? NumberIn(string name, string list, out string rest)
    {
        rest = "";
        if (!name.StartsWith($"{list}.", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var start = list.Length + 1;
        var end = name.IndexOf('.', start);
        if (end < 0 || !int.TryParse(name.AsSpan(start, end - start), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return null;
        }

        rest = name[(end + 1)..];
        return number;
    }
}

/// <summary>The answers that belong to one item of a list.</summary>
/// <param name="Number">The item's number in the list, counted from 1.</param>
/// <param name="Answers">Its answers, by their names within the item.</param>
public sealed record FormItem(int Number, FormAnswers Answers);

namespace ReservedProcurement.WordTemplates.Reading;

/// <summary>
/// Some programs drop the tags of controls and the marks of prompts when they save. The form as it was sent out tells
/// which control stands where, and what it says before it is filled in.
/// </summary>
internal static class LostTags
{
    private const int MostPairs = 40_000_000;
    private const int ShortestLabel = 4;
    private const int KindsAgree = 2;

    public static List<FormAnswer> Restore(List<FoundAnswer> returned, List<FoundAnswer> sent)
    {
        var named = returned.Where(found => found.Answer.Name.Length > 0).Select(found => found.Answer.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var blanks = sent.Where(found => found.Answer.Name.Length > 0).ToList();
        var restored = Pair(
            [.. returned.Where(found => found.Answer.Name.Length == 0)],
            [.. blanks.Where(found => !named.Contains(found.Answer.Name))]);
        var byName = blanks.GroupBy(found => found.Answer.Name, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(same => same.Key, same => same.First().Answer, StringComparer.OrdinalIgnoreCase);
        var answers = new List<FormAnswer>();
        foreach (var found in returned)
        {
            var answer = restored.TryGetValue(found, out var blank)
                ? found.Answer with { Name = blank.Answer.Name, Title = blank.Answer.Title, IsNameFoundByPlace = true }
                : found.Answer;
            if (answer.Name.Length > 0)
            {
                answers.Add(byName.TryGetValue(answer.Name, out var before) && IsStillPrompt(answer, before) ? answer with { Text = "", Value = null, Date = null } : answer);
            }
        }

        return answers;
    }

    private static bool IsStillPrompt(FormAnswer answer, FormAnswer blank) =>
        answer.Kind != FormAnswerKind.Checkbox && blank.Prompt.Length > 0 && answer.Text == blank.Prompt;

    /// <summary>Pairs controls in order, so that as many as possible stand after the same text. A control is left out rather than guessed.</summary>
    private static Dictionary<FoundAnswer, FoundAnswer> Pair(FoundAnswer[] lost, FoundAnswer[] blanks)
    {
        var pairs = new Dictionary<FoundAnswer, FoundAnswer>(ReferenceEqualityComparer.Instance);
        if ((long)lost.Length * blanks.Length is 0 or > MostPairs)
        {
            return pairs;
        }

        var takes = new bool[lost.Length + 1, blanks.Length + 1];
        var skipsLost = new bool[lost.Length + 1, blanks.Length + 1];
        var below = new int[blanks.Length + 1];
        var row = new int[blanks.Length + 1];
        for (var at = lost.Length - 1; at >= 0; at--)
        {
            row[blanks.Length] = 0;
            for (var with = blanks.Length - 1; with >= 0; with--)
            {
                var likeness = Likeness(lost[at], blanks[with]);
                var skipped = Math.Max(below[with], row[with + 1]);
                takes[at, with] = likeness > 0 && likeness + below[with + 1] >= skipped;
                skipsLost[at, with] = below[with] >= row[with + 1];
                row[with] = takes[at, with] ? likeness + below[with + 1] : skipped;
            }

            (row, below) = (below, row);
        }

        for (var (at, with) = (0, 0); at < lost.Length && with < blanks.Length;)
        {
            if (takes[at, with])
            {
                pairs[lost[at++]] = blanks[with++];
            }
            else if (skipsLost[at, with])
            {
                at++;
            }
            else
            {
                with++;
            }
        }

        return pairs;
    }

    private static int Likeness(FoundAnswer lost, FoundAnswer blank)
    {
        if (lost.Answer.Kind != blank.Answer.Kind)
        {
            return 0;
        }

        var (left, right) = (lost.Label, blank.Label);
        var same = 0;
        while (same < left.Length && same < right.Length && left[^(same + 1)] == right[^(same + 1)])
        {
            same++;
        }

        return same >= ShortestLabel || left == right ? same + KindsAgree : 0;
    }
}

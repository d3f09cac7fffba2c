using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.Core.PlainLanguage;

/// <summary>
/// The cards of files that never change, by their SHA-256: each is measured once by a process, and the oldest makes room when there are many.
/// </summary>
public sealed class MeasuredDocuments(MeasureFileHandler measure)
{
    private const int MostKept = 300;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, Result<PlainLanguageCard>> _cards = new(StringComparer.Ordinal);
    private readonly Queue<string> _order = new();

    public Result<PlainLanguageCard>? Find(string sha256)
    {
        lock (_gate)
        {
            return _cards.TryGetValue(sha256, out var card) ? card : (Result<PlainLanguageCard>?)null;
        }
    }

    /// <summary>Two who measure the same file at the same time get the same answer; the one who comes last keeps nothing.</summary>
    public Result<PlainLanguageCard> Measure(string sha256, byte[] content)
    {
        var measured = measure.Handle(content);
        lock (_gate)
        {
            if (_cards.TryAdd(sha256, measured))
            {
                _order.Enqueue(sha256);
                if (_order.Count > MostKept)
                {
                    _cards.Remove(_order.Dequeue());
                }
            }
        }

        return measured;
    }
}

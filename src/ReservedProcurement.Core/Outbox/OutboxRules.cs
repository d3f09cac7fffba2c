namespace ReservedProcurement.Core.Outbox;

/// <summary>How long a message is tried for, and how long one try may take.</summary>
public static class OutboxRules
{
    /// <summary>After each failed try the message waits this long; after the last it is parked for an administrator to look at.</summary>
    public static readonly IReadOnlyList<TimeSpan> RetryAfter =
    [
        TimeSpan.FromMinutes(1),
        TimeSpan.FromMinutes(5),
        TimeSpan.FromMinutes(15),
        TimeSpan.FromHours(1),
        TimeSpan.FromHours(4),
        TimeSpan.FromHours(12),
    ];

    /// <summary>How long a claimed message stays with its dispatcher. If that process dies, another takes the message over when this time has passed.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);

    /// <summary>How long a handler may work with one message; well within the lease, so that two never work with the same one.</summary>
    public static readonly TimeSpan HandlingLimit = TimeSpan.FromMinutes(2);

    /// <summary>How many messages a lane claims at a time.</summary>
    public const int BatchSize = 100;

    /// <summary>How many first tries of mails are begun in one transaction. When a process dies, so many may have lost a try.</summary>
    public const int BegunTogether = 20;

    /// <summary>How many mails a lane may have on the wire or taken by the server and not yet noted as sent. When a process dies, so many at most are sent twice.</summary>
    public const int MostUnnoted = 20;

    /// <summary>How long a message steps aside that another dispatcher's mail must come before.</summary>
    public static readonly TimeSpan StepAside = TimeSpan.FromSeconds(15);

    /// <summary>How soon a lane tries again to note what has been done, when the database is away.</summary>
    public static readonly TimeSpan NoteAgainAfter = TimeSpan.FromSeconds(2);

    /// <summary>When to try again after this many tries, or null when it is time to park.</summary>
    public static DateTimeOffset? NextTry(int tries, DateTimeOffset now) => tries <= RetryAfter.Count ? now + RetryAfter[tries - 1] : null;

    /// <summary>
    /// Which messages are begun in the same transaction. Only first tries are: one that kills its process takes a try from those begun with it, and is alone from then on,
    /// so that it cannot have them parked.
    /// </summary>
    public static IEnumerable<IReadOnlyList<StoredMessage>> Together(IReadOnlyList<StoredMessage> messages, Func<StoredMessage, bool> flows)
    {
        List<StoredMessage> group = [];
        foreach (var message in messages)
        {
            var alone = message.Attempts > 0 || !flows(message);
            if (group.Count == BegunTogether || (alone && group.Count > 0))
            {
                yield return group;
                group = [];
            }

            group.Add(message);
            if (alone)
            {
                yield return group;
                group = [];
            }
        }

        if (group.Count > 0)
        {
            yield return group;
        }
    }
}

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

    public const int BatchSize = 20;

    /// <summary>When to try again after this many tries, or null when it is time to park.</summary>
    public static DateTimeOffset? NextTry(int tries, DateTimeOffset now) => tries <= RetryAfter.Count ? now + RetryAfter[tries - 1] : null;
}

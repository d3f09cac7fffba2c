using System.Security.Cryptography;
using System.Text;
using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Persistence;

namespace ReservedProcurement.Core.Meetings.Calendars.Feeds;

/// <summary>An address that calendars subscribe to: the meetings of a unit, or of a whole authority. The address itself is shown once and kept only as a hash.</summary>
public sealed record CalendarFeed
{
    public required Guid Id { get; init; }
    public required Guid AuthorityId { get; init; }

    /// <summary>Null for all meetings of the authority.</summary>
    public Guid? UnitId { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required string CreatedByName { get; init; }
}

/// <summary>The feeds that hold, of the authorities that the actor may read.</summary>
public sealed class ListFeedsHandler(Database database)
{
    private const string FeedsSql = "select Id, AuthorityId, UnitId, CreatedAt, CreatedByName from CalendarFeeds where RevokedAt is null order by CreatedAt, Id";

    public async Task<IReadOnlyList<CalendarFeed>> HandleAsync(Actor actor, CancellationToken cancellationToken) =>
        [.. (await database.ReadAsync(session => session.QueryAsync<CalendarFeed>(FeedsSql), cancellationToken)).Where(feed => actor.May(Permission.Read, feed.AuthorityId))];
}

internal static class FeedSecret
{
    private const int Length = 48;

    /// <summary>192 bits, so a plain fast hash is enough at rest.</summary>
    public static string New() => RandomNumberGenerator.GetHexString(Length, lowercase: true);

    public static bool IsPossible(string secret) => secret.Length == Length && secret.All(char.IsAsciiHexDigitLower);

    public static string Hash(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}

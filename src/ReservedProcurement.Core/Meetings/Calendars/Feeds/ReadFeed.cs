using System.Security.Cryptography;
using System.Text;
using ReservedProcurement.Core.Language;
using ReservedProcurement.Core.Mail;
using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.Core.Meetings.Calendars.Feeds;

/// <param name="Content">The calendar (RFC 5545).</param>
/// <param name="Tag">Changes when the content does.</param>
/// <param name="ChangedAt">When a meeting in it was last changed, or the feed made.</param>
public sealed record FeedFile(byte[] Content, string Tag, DateTimeOffset ChangedAt);

/// <summary>What a calendar that subscribes gets. Whoever has the address reads it, without an account; nothing is changed or noted by it.</summary>
public sealed class ReadFeedHandler(Database database, PublicAddress address)
{
    private const string FeedSql = """
        select f.AuthorityId, f.UnitId, a.Name as AuthorityName, u.Name as UnitName, f.CreatedAt
        from CalendarFeeds f
        join Authorities a on a.Id = f.AuthorityId
        left join Units u on u.Id = f.UnitId
        where f.Hash = @Hash and f.RevokedAt is null
        """;

    private const string MeetingsSql = """
        select m.Id, m.Kind as MeetingKind, k.Name as OwnKindName, m.Title, m.Description, m.StartsAt, m.EndsAt, m.Place, m.VideoLink,
            m.OrganiserName, m.OrganiserEmail, m.OrganiserPhone, m.CalendarSequence, m.CancelledAt,
            coalesce((select max(e.At) from AuditEntries e where e.Subject = 'Meeting' and e.SubjectId = m.Id), m.CreatedAt) as ChangedAt
        from Meetings m
        left join MeetingKinds k on k.Id = m.OwnKindId
        where m.AuthorityId = @AuthorityId and (@UnitId is null or m.UnitId = @UnitId) and m.EndsAt > @Since
        order by m.StartsAt, m.Id
        """;

    private const int TagLength = 32;

    private static readonly TimeSpan Back = TimeSpan.FromDays(365);

    public async Task<Result<FeedFile>> HandleAsync(string secret, CancellationToken cancellationToken)
    {
        if (!FeedSecret.IsPossible(secret))
        {
            return CommonProblems.NoSuchRecord;
        }

        return await database.ReadAsync<Result<FeedFile>>(
            async session =>
            {
                if (await session.SingleOrDefaultAsync<FeedRow>(FeedSql, new { Hash = FeedSecret.Hash(secret) }) is not { } feed)
                {
                    return CommonProblems.NoSuchRecord;
                }

                // By whole days, so that the file stays the same through the day when nothing happens.
                var since = SwedishTime.Midnight(SwedishTime.Today(database.Clock)) - Back;
                var meetings = await session.QueryAsync<FeedMeeting>(MeetingsSql, new { feed.AuthorityId, feed.UnitId, Since = since });
                var content = Encoding.UTF8.GetBytes(FeedCalendar.Write($"Möten, {feed.UnitName ?? feed.AuthorityName}", meetings, since, meeting => address.Page($"/moten/{meeting.Id}")));
                var changedAt = meetings.Select(meeting => meeting.ChangedAt).Append(feed.CreatedAt).Max();
                return new FeedFile(content, Convert.ToHexStringLower(SHA256.HashData(content))[..TagLength], changedAt);
            },
            cancellationToken);
    }

    private sealed record FeedRow
    {
        public required Guid AuthorityId { get; init; }
        public Guid? UnitId { get; init; }
        public required string AuthorityName { get; init; }
        public string? UnitName { get; init; }
        public required DateTimeOffset CreatedAt { get; init; }
    }
}

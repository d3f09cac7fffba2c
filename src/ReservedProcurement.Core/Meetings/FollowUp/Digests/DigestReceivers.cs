using ReservedProcurement.Core.Persistence;

namespace ReservedProcurement.Core.Meetings.FollowUp.Digests;

/// <summary>Somebody who may get the digest: an officer, or the organiser of a meeting who has no account.</summary>
public sealed record DigestReceiver
{
    public Guid? UserId { get; init; }
    public required string Name { get; init; }
    public required string Email { get; init; }
}

/// <summary>Who gets the digest, and whose meetings it tells of.</summary>
internal static class DigestReceivers
{
    private const string OfficersSql = """
        select u.Id as UserId, u.Name, u.Email
        from Users u
        join Memberships m on m.UserId = u.Id
        where m.AuthorityId = @AuthorityId and m.Role in ('ProcurementOfficer', 'Administrator') and u.IsClosed = 0 and u.PasswordHash is not null
        order by u.NameKey
        """;

    private const string OrganisersSql = """
        select min(OrganiserName) as Name, min(OrganiserEmail) as Email
        from Meetings
        where AuthorityId = @AuthorityId and EndsAt > @EndedAt
        group by lower(OrganiserEmail)
        """;

    private const string AuthoritiesSql = """
        select m.AuthorityId from Memberships m
        join Users u on u.Id = m.UserId
        where u.Id = @UserId and u.IsClosed = 0 and m.Role in ('ProcurementOfficer', 'Administrator')
        """;

    private const string RefusedSql = "select count(*) from DigestRefusals where EmailKey = @EmailKey";

    /// <summary>Officers before organisers: who is both gets the officer's.</summary>
    public static async Task<IReadOnlyList<DigestReceiver>> OfAuthorityAsync(SqlSession session, Guid authorityId, DateTimeOffset endedAfter)
    {
        var officers = await session.QueryAsync<DigestReceiver>(OfficersSql, new { AuthorityId = authorityId });
        var organisers = await session.QueryAsync<DigestReceiver>(OrganisersSql, new { AuthorityId = authorityId, EndedAt = endedAfter });
        return [.. officers.Concat(organisers).DistinctBy(receiver => Key(receiver.Email))];
    }

    /// <summary>The authorities that an officer works at now.</summary>
    public static Task<IReadOnlyList<Guid>> AuthoritiesAsync(SqlSession session, Guid? userId) => session.QueryAsync<Guid>(AuthoritiesSql, new { UserId = userId });

    public static async Task<bool> HasRefusedAsync(SqlSession session, string email) => await session.SingleAsync<int>(RefusedSql, new { EmailKey = Key(email) }) > 0;

    public static string Key(string email) => email.Trim().ToLowerInvariant();
}

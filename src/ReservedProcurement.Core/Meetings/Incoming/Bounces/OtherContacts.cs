using ReservedProcurement.Core.Meetings.Invitations;
using ReservedProcurement.Core.Persistence;

namespace ReservedProcurement.Core.Meetings.Incoming.Bounces;

/// <summary>Another contact of the enterprise that is invited.</summary>
public sealed record OtherContact
{
    public required Guid Id { get; init; }
    public string? Name { get; init; }
    public string? Role { get; init; }
    public required string Email { get; init; }
}

internal static class OtherContacts
{
    private const string OthersSql = """
        select c.Id, c.Name, c.Role, c.Email
        from SocialEnterpriseContacts c
        where c.SocialEnterpriseId = @SocialEnterpriseId and c.Email is not null and lower(c.Email) <> @EmailKey
            and not exists (select 1 from BouncingAddresses b where b.AddressKey = lower(c.Email))
        order by c.Position, c.Id
        """;

    /// <summary>Those that mail arrives at, in the register's order.</summary>
    public static async Task<IReadOnlyList<OtherContact>> OfAsync(SqlSession session, Invitation invitation) => invitation.SocialEnterpriseId is { } enterprise
        ? await session.QueryAsync<OtherContact>(OthersSql, new { SocialEnterpriseId = enterprise, EmailKey = MailBounces.Key(invitation.Email) })
        : [];
}

using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Language;
using ReservedProcurement.Core.Persistence;

namespace ReservedProcurement.Core.Mail;

/// <summary>A user as mail needs to know one: whom to write to, and the stamp that a personal link is tied to.</summary>
internal sealed record MailRecipient
{
    private const string RecipientSql = """
        select Name, Email, SecurityStamp, case when PasswordHash is null then 0 else 1 end as HasPassword
        from Users where Id = @Id and IsClosed = 0
        """;

    private const string RolesSql = """
        select a.Id as AuthorityId, a.Name as AuthorityName, m.Role
        from Memberships m join Authorities a on a.Id = m.AuthorityId
        where m.UserId = @Id
        order by a.NameKey
        """;

    public required string Name { get; init; }
    public required string Email { get; init; }
    public required string SecurityStamp { get; init; }
    public required bool HasPassword { get; init; }

    /// <summary>In Swedish order of the authorities' names. None for one who only looks after the installation.</summary>
    public IReadOnlyList<GivenRole> Roles { get; init; } = [];

    /// <summary>Null when there is no such account, or it has been closed since.</summary>
    public static Task<MailRecipient?> FindAsync(Database database, Guid userId, CancellationToken cancellationToken) => database.ReadAsync(
        async session => await session.SingleOrDefaultAsync<MailRecipient>(RecipientSql, new { Id = userId }) is { } recipient
            ? recipient with { Roles = await session.QueryAsync<GivenRole>(RolesSql, new { Id = userId }) }
            : null,
        cancellationToken);
}

/// <summary>A role at an authority, as a mail names it.</summary>
public sealed record GivenRole
{
    public required Guid AuthorityId { get; init; }
    public required string AuthorityName { get; init; }
    public required Role Role { get; init; }

    /// <summary>For instance "Exempelstads kommun (Upphandlare)"; empty when there is none.</summary>
    public static string Sentence(IReadOnlyList<GivenRole> roles) =>
        string.Join(", ", roles.Select(given => $"{given.AuthorityName} ({Texts.Name(given.Role)})"));
}

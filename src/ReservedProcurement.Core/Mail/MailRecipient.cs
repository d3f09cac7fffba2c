using ReservedProcurement.Core.Persistence;

namespace ReservedProcurement.Core.Mail;

/// <summary>A user as mail needs to know one: whom to write to, and the stamp that a personal link is tied to.</summary>
internal sealed record MailRecipient
{
    private const string RecipientSql = """
        select Name, Email, SecurityStamp, case when PasswordHash is null then 0 else 1 end as HasPassword
        from Users where Id = @Id and IsClosed = 0
        """;

    public required string Name { get; init; }
    public required string Email { get; init; }
    public required string SecurityStamp { get; init; }
    public required bool HasPassword { get; init; }

    /// <summary>Null when there is no such account, or it has been closed since.</summary>
    public static Task<MailRecipient?> FindAsync(Database database, Guid userId, CancellationToken cancellationToken) =>
        database.ReadAsync(session => session.SingleOrDefaultAsync<MailRecipient>(RecipientSql, new { Id = userId }), cancellationToken);
}

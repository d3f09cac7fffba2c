using ReservedProcurement.Core.Outbox;

namespace ReservedProcurement.Core.Authorities.Users;

/// <summary>A colleague shall have a mail with a personal link to choose a password.</summary>
public sealed record UserInvited(Guid UserId) : IOutboxMessage
{
    public static string Kind => "user-invited";
}

/// <summary>Somebody asked for a new password for this user. The link is valid for a time counted from <paramref name="RequestedAt"/>.</summary>
public sealed record PasswordResetRequested(Guid UserId, DateTimeOffset RequestedAt) : IOutboxMessage
{
    public static string Kind => "password-reset-requested";
}

using ReservedProcurement.Core.Outbox;

namespace ReservedProcurement.Core.Authorities.Users;

/// <summary>A colleague shall have a mail with a personal link to choose a password.</summary>
public sealed record UserInvited(Guid UserId) : IOutboxMessage
{
    public static string Kind => "user-invited";
}

/// <summary>Somebody who already has an account shall be told that it now has a role at one more authority.</summary>
public sealed record RolesGiven(Guid UserId, IReadOnlyList<Guid> AuthorityIds) : IOutboxMessage
{
    public static string Kind => "roles-given";
}

/// <summary>Somebody asked for a new password for this user. The link is valid for a time counted from <paramref name="RequestedAt"/>.</summary>
public sealed record PasswordResetRequested(Guid UserId, DateTimeOffset RequestedAt) : IOutboxMessage
{
    public static string Kind => "password-reset-requested";
}

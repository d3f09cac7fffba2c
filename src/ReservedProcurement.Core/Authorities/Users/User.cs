namespace ReservedProcurement.Core.Authorities.Users;

public sealed record User
{
    public required Guid Id { get; init; }
    public required string Name { get; init; }
    public required string Email { get; init; }
    public string? Phone { get; init; }
    public required bool IsInstallationAdministrator { get; init; }
    public required bool IsClosed { get; init; }

    /// <summary>False until the invited person has chosen a password.</summary>
    public required bool HasPassword { get; init; }
    public DateTimeOffset? LockedUntil { get; init; }
    public DateTimeOffset? LastSignInAt { get; init; }
    public required int Version { get; init; }

    /// <summary>
    /// The person also works where the reader is no administrator. Then phone, sign-ins, history and roles elsewhere are not shown,
    /// and only the roles at the reader's own authorities can be changed.
    /// </summary>
    public bool IsShared { get; init; }
    public IReadOnlyList<Membership> Memberships { get; init; } = [];

    public UserState StateAt(DateTimeOffset now) => this switch
    {
        { IsClosed: true } => UserState.Closed,
        { HasPassword: false } => UserState.Invited,
        { LockedUntil: { } until } when until > now => UserState.Locked,
        _ => UserState.Active,
    };
}

public enum UserState
{
    Active,

    /// <summary>Has not chosen a password yet.</summary>
    Invited,

    /// <summary>For a while, after too many wrong passwords.</summary>
    Locked,
    Closed,
}

/// <summary>What the audit trail shows of a user; never anything about the password.</summary>
internal sealed record UserFacts(string Name, string Email, string? Phone, bool IsInstallationAdministrator, bool IsClosed, IReadOnlyList<Membership> Memberships)
{
    public static UserFacts Of(User user) =>
        new(user.Name, user.Email, user.Phone, user.IsInstallationAdministrator, user.IsClosed, [.. user.Memberships.OrderBy(membership => membership.AuthorityId)]);
}

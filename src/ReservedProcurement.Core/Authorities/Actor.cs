namespace ReservedProcurement.Core.Authorities;

/// <summary>What a person may do within one authority. Each role includes reading.</summary>
public enum Role
{
    Reader,
    ProcurementOfficer,
    Reporter,
    Administrator,
}

public enum Permission
{
    Read,
    EditRegister,
    EditProcurements,
    EditReports,
    Administer,
}

public sealed record Membership(Guid AuthorityId, Role Role);

/// <summary>
/// Who does something: a signed-in person, a program with a person's token, or the system itself.
/// What an actor may do follows from the roles of its memberships; a token can only narrow that.
/// </summary>
public sealed record Actor
{
    /// <summary>The system's own work: first start, recurring jobs, the command line.</summary>
    public static readonly Actor System = new() { Name = "Systemet", Via = "system", IsInstallationAdministrator = true };

    public Guid? UserId { get; init; }

    public required string Name { get; init; }

    /// <summary>How the actor came in: <c>web</c>, <c>api</c>, <c>system</c> or <c>link</c>.</summary>
    public required string Via { get; init; }

    /// <summary>May manage all authorities and what they share (templates, amounts of law, outgoing messages).</summary>
    public bool IsInstallationAdministrator { get; init; }

    public IReadOnlyList<Membership> Memberships { get; init; } = [];

    /// <summary>The role a token is limited to, or null without a limit.</summary>
    public Role? LimitedTo { get; init; }

    public bool May(Permission permission, Guid authorityId) =>
        WithinLimit(permission)
        && (IsInstallationAdministrator || Memberships.Any(membership => membership.AuthorityId == authorityId && Grants(membership.Role, permission)));

    /// <summary>Whether the actor may do this in at least one authority; used for what all authorities share, such as the register.</summary>
    public bool MayAnywhere(Permission permission) =>
        WithinLimit(permission) && (IsInstallationAdministrator || Memberships.Any(membership => Grants(membership.Role, permission)));

    public bool MayAdministerInstallation => IsInstallationAdministrator && WithinLimit(Permission.Administer);

    private bool WithinLimit(Permission permission) => LimitedTo is null || Grants(LimitedTo.Value, permission);

    private static bool Grants(Role role, Permission permission) => (role, permission) switch
    {
        (_, Permission.Read) => true,
        (Role.Administrator, _) => true,
        (Role.ProcurementOfficer, Permission.EditRegister or Permission.EditProcurements) => true,
        (Role.Reporter, Permission.EditReports) => true,
        _ => false,
    };
}

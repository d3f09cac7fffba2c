using FluentValidation;
using ReservedProcurement.Core.Language;
using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.Core.Authorities.Users;

/// <summary>What an administrator enters about a colleague.</summary>
public record UserEntry
{
    public required string Name { get; init; }
    public required string Email { get; init; }
    public string? Phone { get; init; }
    public bool IsInstallationAdministrator { get; init; }
    public IReadOnlyList<Membership> Memberships { get; init; } = [];
}

internal static class UserRules
{
    public static string EmailKey(string email) => email.Trim().ToLowerInvariant();

    public static string NameKey(string name) => SwedishText.Key(name);

    /// <summary>Whether this actor may give these roles: each within an authority it administers, the installation role only if it has it.</summary>
    public static bool MayGive(Actor actor, UserEntry entry) =>
        (!entry.IsInstallationAdministrator || actor.MayAdministerInstallation)
        && entry.Memberships.All(membership => actor.May(Permission.Administer, membership.AuthorityId));

    /// <summary>Whether this actor sees and manages this user at all.</summary>
    public static bool Manages(Actor actor, User user) =>
        actor.MayAdministerInstallation || user.Memberships.Any(membership => actor.May(Permission.Administer, membership.AuthorityId));

    /// <summary>What this actor is shown of a user whom it manages, or who it is: nothing that belongs to an authority it has no say in.</summary>
    public static User SeenBy(Actor actor, User user) => actor.UserId == user.Id || ManagesWholly(actor, user)
        ? user
        : user with
        {
            IsShared = true,
            Phone = null,
            LastSignInAt = null,
            LockedUntil = null,
            Memberships = [.. user.Memberships.Where(membership => actor.May(Permission.Administer, membership.AuthorityId))],
        };

    /// <summary>Name, address and closing concern the person everywhere, so they are only for one who administers every place the person works.</summary>
    public static bool ManagesWholly(Actor actor, User user) =>
        actor.MayAdministerInstallation
        || (!user.IsInstallationAdministrator && user.Memberships.Count > 0 && user.Memberships.All(membership => actor.May(Permission.Administer, membership.AuthorityId)));
}

public sealed class UserEntryValidator : AbstractValidator<UserEntry>
{
    public UserEntryValidator()
    {
        RuleFor(entry => entry.Name).NotEmpty().SingleLine(200);
        RuleFor(entry => entry.Email).NotEmpty().SingleLine(254).Email();
        RuleFor(entry => entry.Phone).SingleLine(40).PhoneNumber();
        RuleForEach(entry => entry.Memberships).ChildRules(membership => membership.RuleFor(one => one.Role).IsInEnum());
        RuleFor(entry => entry.Memberships)
            .Must((entry, memberships) => memberships.Count > 0 || entry.IsInstallationAdministrator).WithErrorCode(UserProblems.NoMembership)
            .Must(memberships => memberships.DistinctBy(membership => membership.AuthorityId).Count() == memberships.Count).WithErrorCode(CommonProblems.Duplicate);
    }
}

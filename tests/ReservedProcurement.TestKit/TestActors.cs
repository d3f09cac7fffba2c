using ReservedProcurement.Core.Authorities;

namespace ReservedProcurement.TestKit;

/// <summary>Actors for tests that do not need a stored user.</summary>
public static class TestActors
{
    public static Actor With(Role role, Guid authorityId) => new()
    {
        Name = "Testa Testsson",
        Via = "web",
        Memberships = [new Membership(authorityId, role)],
    };

    public static Actor InstallationAdministrator { get; } = new()
    {
        Name = "Testa Administratör",
        Via = "web",
        IsInstallationAdministrator = true,
    };
}

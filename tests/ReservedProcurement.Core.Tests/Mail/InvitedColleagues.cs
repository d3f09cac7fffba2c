using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Authorities.Users;
using ReservedProcurement.TestKit;

namespace ReservedProcurement.Core.Tests.Mail;

internal static class InvitedColleagues
{
    /// <summary>Leaves an invitation in the outbox for each of <c>kollega0@exempelstad.se</c> and so on.</summary>
    public static async Task<IReadOnlyList<Guid>> InviteColleaguesAsync(this TestInstallation installation, int count, string name = "Kim Exempel")
    {
        var authority = await installation.AddAuthorityAsync();
        var ids = new List<Guid>();
        for (var number = 0; number < count; number++)
        {
            var invited = await installation.Get<InviteUserHandler>().HandleAsync(
                TestActors.InstallationAdministrator,
                new InviteUser { Name = name, Email = $"kollega{number}@exempelstad.se", Memberships = [new Membership(authority.Id, Role.Reader)] },
                CancellationToken.None);
            ids.Add(invited.Must().Id);
        }

        return ids;
    }
}

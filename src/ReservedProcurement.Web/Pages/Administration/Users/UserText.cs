using ReservedProcurement.Core.Authorities.Users;
using ReservedProcurement.Core.Language;

namespace ReservedProcurement.Web.Pages.Administration.Users;

public static class UserText
{
    public static string LastSignIn(User user) => user switch
    {
        { IsShared: true } => "",
        { LastSignInAt: { } at } => SwedishTime.DayAndTime(at),
        _ => "Aldrig",
    };

    /// <summary>For instance "Exempelstads kommun: Upphandlare"; roles in authorities that the reader does not know of are left out.</summary>
    public static string Roles(User user, IReadOnlyDictionary<Guid, string> authorityNames)
    {
        var roles = user.Memberships
            .Where(membership => authorityNames.ContainsKey(membership.AuthorityId))
            .Select(membership => $"{authorityNames[membership.AuthorityId]}: {Texts.Name(membership.Role)}")
            .Order(SwedishText.Comparer)
            .ToList();
        if (user.IsInstallationAdministrator)
        {
            roles.Insert(0, "Hela installationen: Administratör");
        }

        return string.Join("; ", roles);
    }
}

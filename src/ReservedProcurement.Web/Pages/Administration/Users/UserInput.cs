using Microsoft.AspNetCore.Mvc.ModelBinding;
using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Web.Forms;

namespace ReservedProcurement.Web.Pages.Administration.Users;

public sealed class UserInput
{
    public string? Name { get; set; }

    public string? Email { get; set; }

    public string? Phone { get; set; }

    public bool IsInstallationAdministrator { get; set; }

    public IList<MembershipInput> Memberships { get; set; } = [];

    public int Version { get; set; }

    /// <summary>The name and address are somebody else's to change, so only roles are on the page.</summary>
    [BindNever]
    public bool IsShared { get; set; }

    public static IReadOnlyList<Choice> Roles { get; } = Choices.Of<Role>();

    public IReadOnlyList<Membership> GivenMemberships => [.. Memberships.Where(row => row.Role is not null).Select(row => new Membership(row.AuthorityId, row.Role!.Value))];

    /// <summary>One row for each authority that the actor administers, with the role that is held or was just chosen.</summary>
    public void OfferMemberships(IReadOnlyList<Authority> authorities, IReadOnlyList<Membership> held)
    {
        var chosen = Memberships.ToDictionary(row => row.AuthorityId, row => row.Role);
        Memberships = [.. authorities.Select(authority => new MembershipInput
        {
            AuthorityId = authority.Id,
            AuthorityName = authority.Name,
            Role = chosen.TryGetValue(authority.Id, out var role) ? role : held.FirstOrDefault(membership => membership.AuthorityId == authority.Id)?.Role,
        })];
    }
}

public sealed class MembershipInput
{
    public Guid AuthorityId { get; set; }

    public string AuthorityName { get; set; } = "";

    public Role? Role { get; set; }
}

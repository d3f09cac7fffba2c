using ReservedProcurement.Core.Authorities;

namespace ReservedProcurement.Core.Meetings;

internal static class AuthorityIds
{
    /// <summary>The authorities whose records an actor sees, for <c>in @AuthorityIds</c>: never empty, since an empty list is no SQL.</summary>
    public static Guid[] Of(Actor actor) => [.. actor.Memberships.Select(membership => membership.AuthorityId).DefaultIfEmpty(Guid.Empty)];
}

using ReservedProcurement.Core.Authorities;

namespace ReservedProcurement.Web.Security;

/// <summary>Who makes the request. Loaded once, when the session or the token is checked.</summary>
public static class Actors
{
    private static readonly object Key = new();

    /// <exception cref="InvalidOperationException">Nobody is signed in; the page or endpoint should not have been reached.</exception>
    public static Actor Actor(this HttpContext context) =>
        context.ActorOrNull() ?? throw new InvalidOperationException("Nobody is signed in. The page or endpoint lacks an authorization policy.");

    public static Actor? ActorOrNull(this HttpContext context) => context.Items.TryGetValue(Key, out var actor) ? (Actor?)actor : null;

    public static void SetActor(this HttpContext context, Actor actor) => context.Items[Key] = actor;
}

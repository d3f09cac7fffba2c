using ReservedProcurement.Core.Authorities;

namespace ReservedProcurement.Web.Pages;

/// <summary>One place in the main menu.</summary>
public sealed record NavigationItem(string Text, string Path, Permission Needs)
{
    public bool IsCurrent(PathString path) => Path == "/" ? path == "/" : path.StartsWithSegments(Path, StringComparison.OrdinalIgnoreCase);
}

public static class Navigation
{
    private static readonly IReadOnlyList<NavigationItem> Items =
    [
        new("Översikt", "/", Permission.Read),
        new("ASF-register", "/asf", Permission.Read),
        new("Upphandlingar", "/upphandlingar", Permission.Read),
        new("Administration", "/administration", Permission.Administer),
    ];

    /// <summary>What this actor can go to. Reading is for everyone who is signed in, also before the first role is given.</summary>
    public static IEnumerable<NavigationItem> For(Actor actor) => Items.Where(item => item.Needs == Permission.Read || actor.MayAnywhere(item.Needs));
}

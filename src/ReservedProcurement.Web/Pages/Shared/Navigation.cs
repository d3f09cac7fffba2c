using ReservedProcurement.Core.Authorities;

namespace ReservedProcurement.Web.Pages;

/// <summary>One place in the main menu; with an explanation it also stands as a card on the overview.</summary>
public sealed record NavigationItem(string Text, string Path, Permission Needs, string? Explanation = null)
{
    public bool IsCurrent(PathString path) => Path == "/" ? path == "/" : path.StartsWithSegments(Path, StringComparison.OrdinalIgnoreCase);
}

public static class Navigation
{
    private static readonly IReadOnlyList<NavigationItem> Items =
    [
        new("Översikt", "/", Permission.Read),
        new("ASF-register", "/asf", Permission.Read, "Arbetsintegrerande sociala företag: vad de erbjuder, vad de vill växa till och hur de nås."),
        new("Upphandlingar", "/upphandlingar", Permission.Read, "Planera delkontrakt, reservera dem och skriv upphandlingsdokumenten."),
        new("Möten", "/moten", Permission.Read, "Bjud in till dialogmöten och anbudsskolor, och se vilka som kommer."),
        new("Mallar", "/mallar", Permission.Read, "Wordmallarna som dokumenten skrivs från. Gör egna versioner med er text och ert utseende."),
        new("Administration", "/administration", Permission.Administer, "Myndigheter, enheter, användare och det som installationen delar."),
    ];

    /// <summary>What this actor can go to. Reading is for everyone who is signed in, also before the first role is given.</summary>
    public static IEnumerable<NavigationItem> For(Actor actor) => Items.Where(item => item.Needs == Permission.Read || actor.MayAnywhere(item.Needs));
}

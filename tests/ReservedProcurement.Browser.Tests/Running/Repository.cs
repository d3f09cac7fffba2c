namespace ReservedProcurement.Browser.Tests.Running;

/// <summary>Where the product's own files lie.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    /// <summary>The program as it was built together with these tests, in the same configuration.</summary>
    public static string Program { get; } = Path.Combine(
        Root, "artifacts", "bin", "ReservedProcurement.Web", new DirectoryInfo(AppContext.BaseDirectory).Name, "ReservedProcurement.Web.dll");

    public static string Pages { get; } = Path.Combine(Root, "src", "ReservedProcurement.Web", "Pages");

    // From where the tests run, not from where they were compiled: a build for release hides the paths of its sources.
    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "ReservedProcurement.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException($"{AppContext.BaseDirectory} does not lie in the product's folder.");
    }
}

using System.Runtime.CompilerServices;

namespace ReservedProcurement.Browser.Tests.Running;

/// <summary>Where the product's own files lie.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    /// <summary>The program as it was built together with these tests, in the same configuration.</summary>
    public static string Program { get; } = Path.Combine(
        Root, "artifacts", "bin", "ReservedProcurement.Web", new DirectoryInfo(AppContext.BaseDirectory).Name, "ReservedProcurement.Web.dll");

    public static string Pages { get; } = Path.Combine(Root, "src", "ReservedProcurement.Web", "Pages");

    private static string FindRoot([CallerFilePath] string path = "")
    {
        var folder = new FileInfo(path).Directory;
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "ReservedProcurement.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException($"{path} does not lie in the product's folder.");
    }
}

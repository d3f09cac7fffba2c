namespace ReservedProcurement.WordTemplates.Tests.Building;

internal static class Fixture
{
    public static byte[] Read(string name)
    {
        using var resource = typeof(Fixture).Assembly.GetManifestResourceStream(name)!;
        var file = new byte[resource.Length];
        resource.ReadExactly(file);
        return file;
    }
}

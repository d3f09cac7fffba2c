using System.Diagnostics;

namespace ReservedProcurement.WordTemplates.Tests.Building;

/// <summary>Opens a document in LibreOffice and saves it again. Tests that need it are ignored where it is not installed.</summary>
internal static class LibreOffice
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public static byte[] Convert(byte[] document, string extension, string from = "docx")
    {
        var folder = Directory.CreateTempSubdirectory("libreoffice");
        try
        {
            var source = Path.Combine(folder.FullName, $"dokument.{from}");
            var target = Directory.CreateDirectory(Path.Combine(folder.FullName, "ut")).FullName;
            File.WriteAllBytes(source, document);
            Run($"-env:UserInstallation=file://{folder.FullName}/profil", "--headless", "--convert-to", extension, "--outdir", target, source);
            return File.ReadAllBytes(Path.Combine(target, $"dokument.{extension}"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static void Run(params string[] arguments)
    {
        var program = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Select(folder => Path.Combine(folder, "soffice"))
            .FirstOrDefault(File.Exists);
        if (program is null)
        {
            Assert.Ignore("LibreOffice is not installed.");
        }

        using var process = Process.Start(new ProcessStartInfo(program!, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        if (!process.WaitForExit(Patience))
        {
            process.Kill(entireProcessTree: true);
            Assert.Fail("LibreOffice did not finish.");
        }
    }
}

using System.Text;

namespace ReservedProcurement.WordTemplates.Packaging;

/// <summary>Tells what a file is when it is not a zip package, so that the author learns what to do.</summary>
internal static class FileKind
{
    private static ReadOnlySpan<byte> CompoundFile => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    private static ReadOnlySpan<byte> ZipEntry => [0x50, 0x4B, 0x03, 0x04];

    public static void RefuseOthers(ReadOnlySpan<byte> file)
    {
        if (file.Length > PackageLimits.TemplateBytes)
        {
            throw new WordTemplateException(TemplateFaultCode.TooLarge);
        }

        if (file.StartsWith(CompoundFile))
        {
            var isEncrypted = file.IndexOf(Encoding.Unicode.GetBytes("EncryptedPackage")) >= 0;
            throw new WordTemplateException(isEncrypted ? TemplateFaultCode.EncryptedFile : TemplateFaultCode.LegacyWordFile);
        }

        if (!file.StartsWith(ZipEntry))
        {
            throw new WordTemplateException(TemplateFaultCode.NotAZip);
        }
    }
}

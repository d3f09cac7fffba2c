using ReservedProcurement.TestKit;

namespace ReservedProcurement.WordTemplates.Tests.Building;

/// <summary>Makes small pictures, and drawings that hold one.</summary>
internal static class Images
{
    public static byte[] Gif(int width, int height) => [.. "GIF89a"u8, (byte)width, (byte)(width >> 8), (byte)height, (byte)(height >> 8), 0, 0, 0, 0x3B];

    public static byte[] Jpeg(int width, int height) =>
    [
        0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 1, 2, 0xFF, 0xFF, 0xC4, 0, 3, 9,
        0xFF, 0xC0, 0, 11, 8, (byte)(height >> 8), (byte)height, (byte)(width >> 8), (byte)width, 1, 1, 0x11, 0, 0xFF, 0xD9,
    ];

    public static byte[] Png(int width, int height, byte shade = 128) => Pictures.Png(width, height, shade);

    /// <summary>A run with a drawing that shows the picture of this relationship.</summary>
    public static string Drawing(int id, string description, string relationship = "rIdBild", int width = 2_000_000, int height = 1_000_000) =>
        $"<w:r><w:drawing><wp:inline distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\"><wp:extent cx=\"{width}\" cy=\"{height}\"/><wp:docPr id=\"{id}\" name=\"Bild {id}\" descr=\"{description}\"/>"
        + "<a:graphic><a:graphicData uri=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"><pic:pic xmlns:pic=\"http://schemas.openxmlformats.org/drawingml/2006/picture\">"
        + $"<pic:nvPicPr><pic:cNvPr id=\"{id}\" name=\"bild.png\" descr=\"{description}\"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed=\"{relationship}\"/><a:srcRect l=\"10000\"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>"
        + $"<pic:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"{width}\" cy=\"{height}\"/></a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>";
}

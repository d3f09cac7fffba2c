using System.IO.Compression;
using System.Xml.Linq;
using CsCheck;
using ReservedProcurement.Core.Audit;
using ReservedProcurement.Core.Authorities.Appearance;
using ReservedProcurement.Core.Documents;
using ReservedProcurement.Core.Problems;
using ReservedProcurement.TestKit;

namespace ReservedProcurement.Core.Tests.Authorities;

public sealed class AppearanceTests
{
    private static readonly XNamespace Word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    [Test]
    public async Task ChangeAppearance_LogoAndColour_StandInWhatIsWrittenAfterwards()
    {
        await using var installation = await TestInstallation.CreateAsync();
        var authority = await installation.AddAuthorityAsync();
        var procurement = await installation.AddReadyProcurementAsync(authority);
        var before = await WriteAsync(installation, authority, procurement);

        (await ChangeAsync(installation, authority, change => change with { Colour = "0b6b2e", Logo = Pictures.Png(600, 120), LogoText = "Exempelstads kommun" })).Must();
        var after = await WriteAsync(installation, authority, procurement);

        Assert.Multiple(() =>
        {
            Assert.That(Colours(before), Does.Contain("1B5566").And.Not.Contain("0B6B2E"));
            Assert.That(Colours(after), Does.Contain("0B6B2E").And.Not.Contain("1B5566"));
            Assert.That(Part(before, "word/header2.xml").Descendants(Word + "drawing"), Is.Empty);
            Assert.That(Part(before, "word/header2.xml").Root!.Value, Does.StartWith("Exempelstads kommun"));
            Assert.That(Part(after, "word/header2.xml").Descendants().Attributes("descr").Select(text => text.Value), Is.All.EqualTo("Exempelstads kommun").And.Not.Empty);
            Assert.That(Part(after, "word/header2.xml").Root!.Value, Does.Not.Contain("Exempelstads"));
        });
    }

    [Test]
    public async Task Document_IsRecognisedByItsNumber()
    {
        await using var installation = await TestInstallation.CreateAsync();
        var authority = await installation.AddAuthorityAsync();
        var procurement = await installation.AddReadyProcurementAsync(authority);
        var pack = (await installation.Get<WriteDocumentPackHandler>().HandleAsync(authority.ProcurementOfficer, new WriteDocumentPack(procurement), CancellationToken.None)).Must();

        foreach (var document in pack.Documents)
        {
            var file = (await installation.Get<GetDocumentFileHandler>().HandleAsync(authority.Reader, document.Id, CancellationToken.None)).Must();
            Assert.That(Part(file.Content, "docProps/custom.xml").Root!.Value, Is.EqualTo(document.Id.ToString()));
        }
    }

    [Test]
    public async Task ChangeAppearance_WithoutANewPicture_KeepsTheOneThereIs()
    {
        await using var installation = await TestInstallation.CreateAsync();
        var authority = await installation.AddAuthorityAsync();
        var picture = Pictures.Png(300, 100);
        (await ChangeAsync(installation, authority, change => change with { Logo = picture })).Must();

        (await ChangeAsync(installation, authority, change => change with { Version = 2, LogoText = "Vårt vapen" })).Must();

        var logo = (await installation.Get<GetLogoHandler>().HandleAsync(authority.Reader, authority.Id, CancellationToken.None)).Must();
        Assert.That(logo.Content, Is.EqualTo(picture));
        Assert.That(logo.Text, Is.EqualTo("Vårt vapen"));
    }

    [Test]
    public async Task ChangeAppearance_RemovedAndEmptied_GivesTheProductsOwnLooks()
    {
        await using var installation = await TestInstallation.CreateAsync();
        var authority = await installation.AddAuthorityAsync();
        (await ChangeAsync(installation, authority, change => change with { Logo = Pictures.Png(300, 100), Colour = "#0B6B2E" })).Must();

        (await ChangeAsync(installation, authority, change => change with { Version = 2, RemoveLogo = true })).Must();

        var appearance = (await installation.Get<GetAppearanceHandler>().HandleAsync(authority.Reader, authority.Id, CancellationToken.None)).Must();
        Assert.That((appearance.Colour, appearance.Logo, appearance.Version), Is.EqualTo(((string?)null, (LogoFacts?)null, 3)));
        var history = await installation.Get<ReadHistoryHandler>().HandleAsync(AuditSubject.Authority, authority.Id, CancellationToken.None);
        Assert.That(history.SelectMany(entry => entry.Changes).Select(change => change.Field), Does.Contain("Colour").And.Contain("Logo").And.Contain("LogoText"));
    }

    [TestCase("grön", "Colour:appearance.not-a-colour")]
    [TestCase("#12345", "Colour:appearance.not-a-colour")]
    [TestCase("#FFD700", "Colour:appearance.too-light")]
    public async Task ChangeAppearance_ColourThatCannotServe_IsRefusedAtTheField(string colour, string problem)
    {
        await using var installation = await TestInstallation.CreateAsync();
        var authority = await installation.AddAuthorityAsync();

        Assert.That((await ChangeAsync(installation, authority, change => change with { Colour = colour })).FieldCodes(), Is.EqualTo(new[] { problem }));
    }

    [Test]
    public async Task ChangeAppearance_FileThatIsNoPicture_IsRefusedAtTheField()
    {
        await using var installation = await TestInstallation.CreateAsync();
        var authority = await installation.AddAuthorityAsync();

        Assert.Multiple(async () =>
        {
            Assert.That((await ChangeAsync(installation, authority, change => change with { Logo = "<svg/>"u8.ToArray() })).FieldCodes(), Is.EqualTo(new[] { "Logo:appearance.not-a-picture" }));
            Assert.That((await ChangeAsync(installation, authority, change => change with { Logo = Pictures.Png(50, 20) })).FieldCodes(), Is.EqualTo(new[] { "Logo:appearance.picture-too-small" }));
            Assert.That((await ChangeAsync(installation, authority, change => change with { Logo = new byte[AppearanceRules.LargestLogo + 1] })).FieldCodes(), Is.EqualTo(new[] { "Logo:field.file-too-large" }));
        });
    }

    [Test]
    public async Task ChangeAppearance_PictureCutOff_IsRefusedAtTheField()
    {
        await using var installation = await TestInstallation.CreateAsync();
        var authority = await installation.AddAuthorityAsync();

        Assert.That((await ChangeAsync(installation, authority, change => change with { Logo = Pictures.Png(300, 100)[..^12] })).FieldCodes(), Is.EqualTo(new[] { "Logo:appearance.picture-cut-off" }));
    }

    [Test]
    public async Task ChangeAppearance_ByOthers_IsRefused()
    {
        await using var installation = await TestInstallation.CreateAsync();
        var authority = await installation.AddAuthorityAsync();
        var other = await installation.AddAuthorityAsync("Låtsasköping");
        var handler = installation.Get<ChangeAppearanceHandler>();
        var change = new ChangeAppearance { AuthorityId = authority.Id, Version = 1, Colour = "#0B6B2E" };

        Assert.That((await handler.HandleAsync(authority.ProcurementOfficer, change, CancellationToken.None)).Problem?.Kind, Is.EqualTo(ProblemKind.Forbidden));
        Assert.That((await handler.HandleAsync(other.Administrator, change, CancellationToken.None)).Problem?.Kind, Is.EqualTo(ProblemKind.NotFound));
        Assert.That((await installation.Get<GetAppearanceHandler>().HandleAsync(other.Administrator, authority.Id, CancellationToken.None)).Problem?.Kind, Is.EqualTo(ProblemKind.NotFound));
    }

    [Test]
    public async Task ChangeAppearance_StaleVersion_IsRefusedAndKeepsTheLogo()
    {
        await using var installation = await TestInstallation.CreateAsync();
        var authority = await installation.AddAuthorityAsync();
        (await ChangeAsync(installation, authority, change => change with { Logo = Pictures.Png(300, 100) })).Must();

        Assert.That((await ChangeAsync(installation, authority, change => change with { RemoveLogo = true })).Problem?.Code, Is.EqualTo(CommonProblems.Stale));
        Assert.That((await installation.Get<GetLogoHandler>().HandleAsync(authority.Reader, authority.Id, CancellationToken.None)).Succeeded, Is.True);
    }

    [Test]
    public void Palette_OfAnyColour_CanBeRead() => Gen.Select(Gen.Byte, Gen.Byte, Gen.Byte).Sample((red, green, blue) =>
    {
        var chosen = new Colour(red, green, blue);
        var palette = DocumentPalette.Of(chosen);
        return DocumentPalette.CanBeMain(palette.Main)
            && DocumentPalette.CanBeMain(chosen) == (palette.Main == chosen)
            && palette.Dark.ContrastTo(palette.Surface) >= DocumentPalette.LeastContrast
            && palette.Muted.ContrastTo(palette.Surface) >= DocumentPalette.LeastContrast
            && palette.Main.ContrastTo(palette.PaleSurface) >= DocumentPalette.LeastContrast;
    });

    [Test]
    public void Contrast_OfBlackAndWhite_IsTwentyOne()
    {
        Assert.That(Colour.Black.ContrastTo(Colour.White), Is.EqualTo(21).Within(0.001));
        Assert.That(Colour.TryParse("#777777", out var grey) ? grey.ContrastTo(Colour.White) : 0, Is.EqualTo(4.48).Within(0.01));
    }

    private static Task<Result<int>> ChangeAsync(TestInstallation installation, TestAuthority authority, Func<ChangeAppearance, ChangeAppearance> change) =>
        installation.Get<ChangeAppearanceHandler>().HandleAsync(authority.Administrator, change(new ChangeAppearance { AuthorityId = authority.Id, Version = 1 }), CancellationToken.None);

    private static async Task<byte[]> WriteAsync(TestInstallation installation, TestAuthority authority, Guid procurement)
    {
        var pack = (await installation.Get<WriteDocumentPackHandler>().HandleAsync(authority.ProcurementOfficer, new WriteDocumentPack(procurement, ["det-har-koper-vi"]), CancellationToken.None)).Must();
        return (await installation.Get<GetDocumentFileHandler>().HandleAsync(authority.Reader, pack.Documents[0].Id, CancellationToken.None)).Must().Content;
    }

    private static IEnumerable<string> Colours(byte[] document) => Part(document, "word/styles.xml").Descendants(Word + "color").Attributes(Word + "val").Select(value => value.Value);

    private static XDocument Part(byte[] document, string name)
    {
        using var zip = new ZipArchive(new MemoryStream(document));
        using var part = zip.GetEntry(name)!.Open();
        return XDocument.Load(part);
    }
}

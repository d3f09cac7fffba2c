using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using MiniExcelLibs;
using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Problems;
using ReservedProcurement.Core.Register.Search;
using ReservedProcurement.TestKit;

namespace ReservedProcurement.Core.Tests.Register.Search;

public sealed class ExportSocialEnterprisesTests
{
    private const string InsertSql = """
        insert into SocialEnterprises (Id, Name, NameKey, OrganisationNumberKey, SearchKey, UpdatedAt, Version)
        values (@Id, @Name, @NameKey, @OrganisationNumberKey, '', @UpdatedAt, 1)
        """;

    private static readonly string[] Headings =
    [
        "Namn", "Organisationsnummer", "Juridisk form", "Kommun", "Webbplats", "Beskrivning", "Kontakter", "Erbjuder", "Vill växa inom", "Det här saknas", "Senast ändrad", "Id",
    ];

    [Test]
    public async Task Export_Complete_HasEveryFact()
    {
        await using var installation = await TestInstallation.CreateAsync();
        var saved = await installation.AddSocialEnterpriseAsync(_ => SocialEnterprises.Complete);

        var rows = await RowsAsync(installation, new FindSocialEnterprises());

        Assert.That(rows.Single().Keys, Is.EqualTo(Headings));
        Assert.That(rows.Single().Values, Is.EqualTo(new object?[]
        {
            "Kooperativet Exempelvik",
            SocialEnterprises.EconomicAssociationNumber,
            "Ekonomisk förening eller bostadsrättsförening",
            "Luleå",
            "https://www.exempelvik.se",
            "Ett påhittat företag som sköter om parker och serverar fika.",
            "Testa Exempelsson | Verksamhetsledare | testa@exempelvik.se | 070-123 45 67",
            "Gräsklippning och rensning | 77314000-4",
            "Lunchservering | 55330000-2",
            null,
            "2026-09-14 09:30",
            saved.Id.ToString(),
        }));
    }

    [Test]
    public async Task Export_Filter_IsTheSameAsTheLists()
    {
        await using var installation = await TestInstallation.CreateAsync();
        await installation.AddSocialEnterpriseAsync(content => content with { Name = "Östan" });
        await installation.AddSocialEnterpriseAsync(content => content with { Name = "Ånga" });
        await installation.AddSocialEnterpriseAsync(content => content with { Name = "Västan" });

        var rows = await RowsAsync(installation, new FindSocialEnterprises { Text = "n", PageSize = 1 });
        var filtered = await RowsAsync(installation, new FindSocialEnterprises { Text = "stan" });

        Assert.That(rows.Select(row => row["Namn"]), Is.EqualTo(new[] { "Västan", "Ånga", "Östan" }));
        Assert.That(filtered.Select(row => row["Namn"]), Is.EqualTo(new[] { "Västan", "Östan" }));
    }

    [Test]
    public async Task Export_TextThatLooksLikeAFormula_StaysText()
    {
        await using var installation = await TestInstallation.CreateAsync();
        await installation.AddSocialEnterpriseAsync(content => content with { Name = "=1+1", Description = "@SUM(A1)" });

        var row = (await RowsAsync(installation, new FindSocialEnterprises())).Single();

        Assert.That((row["Namn"], row["Beskrivning"]), Is.EqualTo(((object)"=1+1", (object)"@SUM(A1)")));
    }

    [Test]
    public async Task Export_Empty_HasTheHeadings()
    {
        await using var installation = await TestInstallation.CreateAsync();

        var rows = await RowsAsync(installation, new FindSocialEnterprises(), headings: false);

        Assert.That(rows[0].Values, Is.EqualTo(Headings));
    }

    [Test]
    public async Task Export_File_IsValidByTheStandard()
    {
        await using var installation = await TestInstallation.CreateAsync();
        await installation.AddSocialEnterpriseAsync(_ => SocialEnterprises.Complete);

        var file = await installation.Get<ExportSocialEnterprisesHandler>().HandleAsync(
            TestActors.InstallationAdministrator, new ExportSocialEnterprises(new FindSocialEnterprises()), CancellationToken.None);

        using var stream = new MemoryStream(file.Value.Content);
        using var document = SpreadsheetDocument.Open(stream, isEditable: false);
        Assert.That(new OpenXmlValidator().Validate(document).Select(fault => $"{fault.Path?.XPath}: {fault.Description}"), Is.Empty);
    }

    [Test]
    public async Task Export_SoleTraderForAReader_HidesTheNumber()
    {
        await using var installation = await TestInstallation.CreateAsync();
        await installation.AddSocialEnterpriseAsync(content => content with { OrganisationNumber = SocialEnterprises.SoleTraderNumber });

        var row = (await RowsAsync(installation, new FindSocialEnterprises(), TestActors.With(Role.Reader, Guid.CreateVersion7()))).Single();

        Assert.That((row["Organisationsnummer"], row["Juridisk form"]), Is.EqualTo(((object?)null, (object)"Enskild firma")));
    }

    [Test]
    public async Task Export_MoreThanOneBatch_HoldsThemAllInOrder()
    {
        await using var installation = await TestInstallation.CreateAsync();
        await installation.Database.WriteAsync<Done>(
            TestActors.InstallationAdministrator,
            async write =>
            {
                for (var number = 1001; number <= 1501; number++)
                {
                    var id = write.NewId();
                    await write.ExecuteAsync(InsertSql, new { Id = id, Name = $"F{number}", NameKey = $"f{number}", OrganisationNumberKey = id.ToString(), UpdatedAt = write.Now });
                }

                return Done.Value;
            },
            CancellationToken.None);

        var rows = await RowsAsync(installation, new FindSocialEnterprises());

        Assert.That(rows, Has.Count.EqualTo(501));
        Assert.That(rows.Select(row => row["Namn"]), Is.Ordered);
    }

    private static async Task<List<IDictionary<string, object?>>> RowsAsync(TestInstallation installation, FindSocialEnterprises filter, Actor? actor = null, bool headings = true)
    {
        var file = await installation.Get<ExportSocialEnterprisesHandler>().HandleAsync(actor ?? TestActors.InstallationAdministrator, new ExportSocialEnterprises(filter), CancellationToken.None);
        Assert.That(file.Value.FileName, Is.EqualTo("asf-2026-09-14.xlsx"));
        using var stream = new MemoryStream(file.Value.Content);
        return [.. stream.Query(useHeaderRow: headings).Cast<IDictionary<string, object?>>()];
    }
}

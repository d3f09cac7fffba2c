using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using MiniExcelLibs;
using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Procurements;
using ReservedProcurement.Core.Procurements.Lots;
using ReservedProcurement.TestKit;

namespace ReservedProcurement.Core.Tests.Procurements;

public sealed class ExportProcurementsTests
{
    private TestInstallation _installation = null!;
    private TestAuthority _authority = null!;

    [SetUp]
    public async Task CreateAsync()
    {
        _installation = await TestInstallation.CreateAsync();
        _authority = await _installation.AddAuthorityAsync();
    }

    [TearDown]
    public async Task DisposeAsync() => await _installation.DisposeAsync();

    [Test]
    public async Task Export_Lots_HaveARowEachWithEveryFactAndTheProcurementsOwn()
    {
        var procurement = await _installation.AddProcurementAsync(_authority, _ => TestProcurements.CompleteProcurement(_authority) with { CaseNumber = "EXK 1" });
        var one = await _installation.AddLotAsync(_authority.ProcurementOfficer, procurement, lot => lot with
        {
            ExtraCpv = ["85312500-4"],
            MunicipalityCode = "2580",
            Requirements = [new RequirementContent { Wording = "Handledare", Purpose = "Trygghet" }, new RequirementContent { RequirementKind = RequirementKind.Should, Wording = "Buss" }],
        });
        var reserved = await _installation.ReserveAsync(_authority.ProcurementOfficer, one);
        await _installation.AddLotAsync(_authority.ProcurementOfficer, reserved.Procurement(), lot => lot with { Title = "Markskötsel", MainCpv = "77314000-4", EstimatedValueOre = null });

        var rows = await RowsAsync(new FindProcurements());

        Assert.That(rows.Select(row => (row["Diarienummer"], row["Enhet"], row["Sista anbudsdag"], row["Så räknas andelen"])), Is.All.EqualTo((
            (object)"EXK 1", (object)"Arbetsmarknadsförvaltningen", (object)"2026-11-02", (object)"Antal personer som sysselsätts den dag anbudet lämnas.")));
        Assert.That(rows.Select(row => (row["Delkontrakt"], row["Delkontrakt: Titel"], row["Delkontrakt: Uppskattat värde i kronor"])), Is.EqualTo(new[]
        {
            ((object)1d, (object)"Arbetsträning", (object?)3_000_000d),
            (2d, "Markskötsel", null),
        }));
        Assert.That(rows[0]["Delkontrakt: Huvudsaklig CPV-kod"], Is.EqualTo("85312510-7"));
        Assert.That(rows[0]["Delkontrakt: Ytterligare CPV-koder"], Is.EqualTo("85312500-4"));
        Assert.That((rows[0]["Delkontrakt: Län"], rows[0]["Delkontrakt: Kommun"]), Is.EqualTo(((object)"Norrbottens län", (object)"Luleå")));
        Assert.That(rows[0]["Delkontrakt: Krav"], Is.EqualTo("1. Ska: Handledare | Trygghet\n2. Bör: Buss"));
        Assert.That(rows[0]["Delkontrakt: Grund för reserverad upphandling"], Does.StartWith("Skyddad verkstad"));
        Assert.That(rows[1]["Delkontrakt: Grund för reserverad upphandling"], Is.EqualTo("Inte reserverat"));
        Assert.That(rows[0]["Delkontraktets id"], Is.EqualTo(one.Id.ToString()));
    }

    [Test]
    public async Task Export_ProcurementWithoutLots_HasOneRow()
    {
        await _installation.AddProcurementAsync(_authority);

        var row = (await RowsAsync(new FindProcurements())).Single();

        Assert.That((row["Titel"], row["Delkontrakt"], row["Delkontraktets id"]), Is.EqualTo(((object)"Arbetsträningsplatser", (object?)null, (object?)null)));
    }

    [Test]
    public async Task Export_FilterAndSort_AreThoseOfTheList()
    {
        foreach (var title in new[] { "Östra parken", "Ängsskötsel", "Västra parken" })
        {
            await _installation.AddLotAsync(_authority.ProcurementOfficer, await _installation.AddProcurementAsync(_authority, procurement => procurement with { Title = title }));
        }

        var sorted = await RowsAsync(new FindProcurements { Sort = ProcurementSort.Title, PageSize = 1 });
        var found = await RowsAsync(new FindProcurements { Text = "parken", Sort = ProcurementSort.Title, Descending = true });

        Assert.That(sorted.Select(row => row["Titel"]), Is.EqualTo(new[] { "Västra parken", "Ängsskötsel", "Östra parken" }));
        Assert.That(found.Select(row => row["Titel"]), Is.EqualTo(new[] { "Östra parken", "Västra parken" }));
    }

    [Test]
    public async Task Export_OfAnotherAuthority_IsLeftOut()
    {
        var other = await _installation.AddAuthorityAsync("Grannköpings kommun");
        await _installation.AddLotAsync(_authority.ProcurementOfficer, await _installation.AddProcurementAsync(_authority));

        Assert.That(await RowsAsync(new FindProcurements(), other.Reader), Is.Empty);
    }

    [TestCase("=HYPERLINK(1)")]
    [TestCase("+1")]
    [TestCase("-1")]
    [TestCase("@SUM(A1)")]
    public async Task Export_TextThatLooksLikeAFormula_IsAnInlineString(string text)
    {
        var procurement = await _installation.AddProcurementAsync(_authority, entry => entry with { Title = text });
        await _installation.AddLotAsync(_authority.ProcurementOfficer, procurement, lot => lot with { Title = text, Requirements = [new RequirementContent { Wording = text }] });

        using var stream = new MemoryStream(await FileAsync(new FindProcurements(), _authority.Reader));
        using var document = SpreadsheetDocument.Open(stream, isEditable: false);
        var cells = document.WorkbookPart!.WorksheetParts.Single().Worksheet!.Descendants<Cell>().ToList();
        Assert.That(cells.Where(cell => cell.InnerText == text).Select(cell => cell.DataType?.Value), Has.Exactly(2).Items.And.All.EqualTo(CellValues.InlineString));
        Assert.That(cells.SelectMany(cell => cell.Descendants<CellFormula>()), Is.Empty);
        Assert.That(new OpenXmlValidator().Validate(document).Select(fault => $"{fault.Path?.XPath}: {fault.Description}"), Is.Empty);
    }

    [Test]
    public async Task Export_MoreThanACellHolds_IsCutWithAMark()
    {
        var procurement = await _installation.AddProcurementAsync(_authority);
        await _installation.AddLotAsync(_authority.ProcurementOfficer, procurement, lot => lot with
        {
            Requirements = [.. Enumerable.Repeat(new RequirementContent { Wording = string.Concat(Enumerable.Repeat("😀", 999)) }, 20)],
        });

        var text = (string)(await RowsAsync(new FindProcurements())).Single()["Delkontrakt: Krav"]!;

        Assert.That(text, Has.Length.InRange(32_766, 32_767).And.EndsWith(" […]"));
    }

    private async Task<List<IDictionary<string, object?>>> RowsAsync(FindProcurements filter, Actor? actor = null)
    {
        using var stream = new MemoryStream(await FileAsync(filter, actor ?? _authority.Reader));
        return [.. stream.Query(useHeaderRow: true).Cast<IDictionary<string, object?>>()];
    }

    private async Task<byte[]> FileAsync(FindProcurements filter, Actor actor)
    {
        var file = (await _installation.Get<ExportProcurementsHandler>().HandleAsync(actor, new ExportProcurements(filter), CancellationToken.None)).Must();
        Assert.That(file.FileName, Is.EqualTo("upphandlingar-2026-09-14.xlsx"));
        return file.Content;
    }
}

using ReservedProcurement.Core.Procurements.Lots;
using ReservedProcurement.TestKit;

namespace ReservedProcurement.Core.Tests.Procurements;

public sealed class AddLotTests
{
    [Test]
    public async Task AddLot_AllFields_AreKept()
    {
        await using var installation = await TestInstallation.CreateAsync();
        var authority = await installation.AddAuthorityAsync();
        var procurement = await installation.AddProcurementAsync(authority);

        var saved = await installation.AddLotAsync(authority.ProcurementOfficer, procurement, lot => lot with
        {
            ExtraCpv = ["85312500-4", "98133000"],
            MunicipalityCode = "2580",
            Volume = "Tio platser",
            Options = "Ett års förlängning",
            Requirements =
            [
                new RequirementContent { Wording = "Handledare på plats", Purpose = "Trygghet", Proof = "Beskriv i anbudet" },
                new RequirementContent { RequirementKind = RequirementKind.Should, Wording = "Erfarenhet" },
            ],
        });

        var lot = (await installation.ReviewAsync(authority.Reader, procurement.Id)).Procurement.Lots.Single();
        Assert.That(saved, Is.EqualTo(new LotSaved(lot.Id, procurement.Id, 1, 2)));
        Assert.That(lot.Cpv.Select(cpv => cpv.ToString()), Is.EqualTo(new[] { "85312510-7", "85312500-4", "98133000-4" }), "a code with a known check digit is shown with it");
        Assert.That(lot, Has.Property("NutsCode").EqualTo("SE332").And.Property("MunicipalityCode").EqualTo("2580").And.Property("EstimatedValueOre").EqualTo(3_000_000_00L)
            .And.Property("Volume").EqualTo("Tio platser").And.Property("Options").EqualTo("Ett års förlängning").And.Property("ContractEnd").EqualTo(new DateOnly(2028, 12, 31))
            .And.Property("ReservationBasis").EqualTo(ReservationBasis.None));
        Assert.That(lot.Requirements, Is.EqualTo(new[]
        {
            new Requirement { Number = 1, RequirementKind = RequirementKind.Must, Wording = "Handledare på plats", Purpose = "Trygghet", Proof = "Beskriv i anbudet" },
            new Requirement { Number = 2, RequirementKind = RequirementKind.Should, Wording = "Erfarenhet" },
        }));
    }

    [Test]
    public async Task AddLot_BadFields_AreAllNamed()
    {
        await using var installation = await TestInstallation.CreateAsync();
        var authority = await installation.AddAuthorityAsync();
        var procurement = await installation.AddProcurementAsync(authority);

        var result = await installation.Get<AddLotHandler>().HandleAsync(
            authority.ProcurementOfficer,
            TestProcurements.Lot(procurement) with
            {
                Title = "",
                MainCpv = "85312510-1",
                ExtraCpv = ["12", "99999999"],
                NutsCode = "SE999",
                MunicipalityCode = "9999",
                EstimatedValueOre = -1_00,
                ContractEnd = new DateOnly(2026, 12, 31),
                Requirements = [new RequirementContent { Wording = " " }],
            },
            CancellationToken.None);

        Assert.That(result.FieldCodes(), Is.EquivalentTo(new[]
        {
            "Title:field.required", "MainCpv:procurements.cpv-wrong-check-digit", "ExtraCpv[0]:procurements.cpv-wrong-format", "ExtraCpv[1]:procurements.cpv-unknown",
            "NutsCode:procurements.unknown-region", "MunicipalityCode:procurements.unknown-municipality", "EstimatedValueOre:procurements.value-out-of-range",
            "ContractEnd:procurements.dates-out-of-order", "Requirements[0].Wording:field.required",
        }));
    }

    [TestCase(0, false)]
    [TestCase(1_00, true)]
    [TestCase(1_000_000_000_000_00, true)]
    [TestCase(1_000_000_000_001_00, false)]
    [TestCase(1_99, false)]
    [TestCase(-1, false)]
    public async Task AddLot_Value_IsWholeKronorWithinReach(long ore, bool allowed)
    {
        await using var installation = await TestInstallation.CreateAsync();
        var authority = await installation.AddAuthorityAsync();
        var procurement = await installation.AddProcurementAsync(authority);

        var result = await installation.Get<AddLotHandler>().HandleAsync(authority.ProcurementOfficer, TestProcurements.Lot(procurement) with { EstimatedValueOre = ore }, CancellationToken.None);

        Assert.That(result.Succeeded, Is.EqualTo(allowed));
        Assert.That(result.Problem?.Fields.Count, Is.EqualTo(allowed ? null : 1), "one thing to mend is told once");
    }

    [Test]
    public async Task AddLot_MunicipalityOutsideTheCountyOrSameCodeTwice_IsRefused()
    {
        await using var installation = await TestInstallation.CreateAsync();
        var authority = await installation.AddAuthorityAsync();
        var procurement = await installation.AddProcurementAsync(authority);

        var result = await installation.Get<AddLotHandler>().HandleAsync(
            authority.ProcurementOfficer, TestProcurements.Lot(procurement) with { MunicipalityCode = "0180", ExtraCpv = ["85312510"] }, CancellationToken.None);

        Assert.That(result.FieldCodes(), Is.EquivalentTo(new[] { "MunicipalityCode:procurements.municipality-outside-region", "ExtraCpv:procurements.cpv-twice" }));
    }
}

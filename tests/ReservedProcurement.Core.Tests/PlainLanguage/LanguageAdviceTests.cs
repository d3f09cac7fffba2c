using ReservedProcurement.Core.PlainLanguage.Advising;
using ReservedProcurement.Core.Procurements.Lots;
using ReservedProcurement.TestKit;

namespace ReservedProcurement.Core.Tests.PlainLanguage;

public sealed class LanguageAdviceTests
{
    private const string Long = "Leverantören har en handledare på plats som varje dag hjälper deltagarna med det som de behöver för att kunna arbeta, äta, vila och ta sig hem i tid.";

    [Test]
    public async Task For_RequirementWithoutPurposeOrProof_PointsToItsField()
    {
        var advice = await AdviceAsync(
            new RequirementContent { Wording = "Det finns en handledare på plats.", Purpose = "Deltagaren ska få stöd.", Proof = "En beskrivning av bemanningen" },
            new RequirementContent { Wording = "Lokalen är ren.", Proof = "Ett intyg" },
            new RequirementContent { RequirementKind = RequirementKind.Should, Wording = "Arbetsplatsen nås med buss." });

        Assert.That(advice.Select(one => (one.Kind, one.LotNumber, one.RequirementNumber, one.Field, one.Text)), Is.EqualTo(new[]
        {
            (AdviceKind.NoPurpose, (int?)1, (int?)2, "Requirements[1].Purpose", "Lokalen är ren."),
            (AdviceKind.NoPurpose, 1, 3, "Requirements[2].Purpose", "Arbetsplatsen nås med buss."),
            (AdviceKind.NoProof, 1, 3, "Requirements[2].Proof", "Arbetsplatsen nås med buss."),
        }));
        Assert.That(advice.Select(one => one.LotId), Has.All.Not.Null);
    }

    [Test]
    public async Task For_LongSentenceAndOfficialese_SaysWhereAndWhatToWrite()
    {
        var advice = await AdviceAsync(new RequirementContent { Wording = $"{Long} Leverantören skall tillse att det fungerar. Hen skall svara.", Purpose = "Stöd.", Proof = "Intyg avseende stöd" });

        Assert.That(advice.Select(one => (one.Kind, one.Field, one.Text, one.Words, one.Plain)), Is.EqualTo(new[]
        {
            (AdviceKind.LongSentence, "Requirements[0].Wording", Long, (int?)28, (string?)null),
            (AdviceKind.Officialese, "Requirements[0].Wording", "skall", null, "ska"),
            (AdviceKind.Officialese, "Requirements[0].Wording", "tillse", null, "se till"),
            (AdviceKind.Officialese, "Requirements[0].Proof", "avseende", null, "om, för"),
        }));
    }

    [Test]
    public async Task For_TheProcurementsOwnTexts_AreReadToo()
    {
        await using var installation = await TestInstallation.CreateAsync();
        var authority = await installation.AddAuthorityAsync();
        var procurement = await installation.AddProcurementAsync(authority, content => content with { Description = "Upphandlingen görs avseende städning.", Evaluation = "Lägst pris." });

        var advice = LanguageAdvice.For((await installation.ReviewAsync(authority.Reader, procurement.Id)).Procurement);

        Assert.That(advice.Select(one => (one.Field, one.Text, one.LotId)), Is.EqualTo(new[] { ("Description", "avseende", (Guid?)null) }));
    }

    private static async Task<IReadOnlyList<TextAdvice>> AdviceAsync(params RequirementContent[] requirements)
    {
        await using var installation = await TestInstallation.CreateAsync();
        var authority = await installation.AddAuthorityAsync();
        var procurement = await installation.AddProcurementAsync(authority);
        await installation.AddLotAsync(authority.ProcurementOfficer, procurement, lot => lot with { Requirements = requirements });
        return LanguageAdvice.For((await installation.ReviewAsync(authority.Reader, procurement.Id)).Procurement);
    }
}

using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Problems;
using ReservedProcurement.Core.Register;
using ReservedProcurement.Core.Register.OrganisationNumbers;
using ReservedProcurement.Core.Register.Search;
using ReservedProcurement.TestKit;

namespace ReservedProcurement.Core.Tests.Register.Search;

public sealed class FindSocialEnterprisesTests
{
    private static readonly Actor Reader = TestActors.With(Role.Reader, Guid.CreateVersion7());

    [Test]
    public async Task Find_Names_AreInSwedishOrder()
    {
        await using var installation = await TestInstallation.CreateAsync();
        foreach (var name in new[] { "Öppna dörrar", "Ängens café", "zorn", "Återbruket", "Ekan", "Édens trädgård", "Arken" })
        {
            await installation.AddSocialEnterpriseAsync(content => content with { Name = name });
        }

        var names = await NamesAsync(installation, new FindSocialEnterprises());
        var backwards = await NamesAsync(installation, new FindSocialEnterprises { Sort = SocialEnterpriseSort.NameDescending });

        Assert.That(names, Is.EqualTo(new[] { "Arken", "Édens trädgård", "Ekan", "zorn", "Återbruket", "Ängens café", "Öppna dörrar" }));
        Assert.That(backwards, Is.EqualTo(names.Reverse()));
    }

    [Test]
    public async Task Find_ByMunicipality_IsInSwedishOrderWithTheUnknownLast()
    {
        await using var installation = await TestInstallation.CreateAsync();
        await installation.AddSocialEnterpriseAsync(content => content with { Name = "Ingen" });
        await installation.AddSocialEnterpriseAsync(content => content with { Name = "Östersund", MunicipalityCode = "2380" });
        await installation.AddSocialEnterpriseAsync(content => content with { Name = "Luleå", MunicipalityCode = "2580" });
        await installation.AddSocialEnterpriseAsync(content => content with { Name = "Åmål", MunicipalityCode = "1492" });

        var names = await NamesAsync(installation, new FindSocialEnterprises { Sort = SocialEnterpriseSort.Municipality });
        var backwards = await NamesAsync(installation, new FindSocialEnterprises { Sort = SocialEnterpriseSort.MunicipalityDescending });

        Assert.That(names, Is.EqualTo(new[] { "Luleå", "Åmål", "Östersund", "Ingen" }));
        Assert.That(backwards, Is.EqualTo(new[] { "Östersund", "Åmål", "Luleå", "Ingen" }));
    }

    [Test]
    public async Task Find_ByUpdate_IsInOrderOfTime()
    {
        await using var installation = await TestInstallation.CreateAsync();
        await installation.AddSocialEnterpriseAsync(content => content with { Name = "Först" });
        installation.Clock.Advance(TimeSpan.FromMinutes(1));
        await installation.AddSocialEnterpriseAsync(content => content with { Name = "Sist" });

        Assert.That(await NamesAsync(installation, new FindSocialEnterprises { Sort = SocialEnterpriseSort.Updated }), Is.EqualTo(new[] { "Först", "Sist" }));
        Assert.That(await NamesAsync(installation, new FindSocialEnterprises { Sort = SocialEnterpriseSort.UpdatedDescending }), Is.EqualTo(new[] { "Sist", "Först" }));
    }

    [TestCase("exempel", Description = "part of the name")]
    [TestCase("LULEÅ", Description = "municipality")]
    [TestCase("7999990018", Description = "number")]
    [TestCase("799999-0018", Description = "number with hyphen")]
    [TestCase("16799999-0018", Description = "number with century")]
    [TestCase("799999", Description = "beginning of the number")]
    [TestCase("gräsklippning", Description = "own words")]
    [TestCase("GRÄSKLIPP", Description = "part of own words in capitals")]
    [TestCase("kafeteria", Description = "name of a CPV code")]
    [TestCase("77314000-4", Description = "CPV code")]
    [TestCase("77314000", Description = "CPV code without check digit")]
    [TestCase("fika rensning exempelvik", Description = "words from different places")]
    [TestCase("ett påhittat företag som sköter om", Description = "more than five words")]
    public async Task Find_Text_IsFound(string text)
    {
        await using var installation = await TestInstallation.CreateAsync();
        await installation.AddSocialEnterpriseAsync(_ => SocialEnterprises.Complete);
        await installation.AddSocialEnterpriseAsync(content => content with { Name = "Något helt annat" });

        Assert.That(await NamesAsync(installation, new FindSocialEnterprises { Text = text }), Is.EqualTo(new[] { "Kooperativet Exempelvik" }));
    }

    [TestCase("graskl", Description = "ä is not a")]
    [TestCase("exempel saknas")]
    [TestCase("%")]
    [TestCase("_")]
    [TestCase("[a-z]")]
    [TestCase("Testa Exempelsson", Description = "contacts are not searched")]
    public async Task Find_OtherText_IsNotFound(string text)
    {
        await using var installation = await TestInstallation.CreateAsync();
        await installation.AddSocialEnterpriseAsync(_ => SocialEnterprises.Complete);

        Assert.That(await NamesAsync(installation, new FindSocialEnterprises { Text = text }), Is.Empty);
    }

    [Test]
    public async Task Find_AfterAChange_LooksInWhatStandsThereNow()
    {
        await using var installation = await TestInstallation.CreateAsync();
        var saved = await installation.AddSocialEnterpriseAsync(_ => SocialEnterprises.Complete);
        await installation.Get<ChangeSocialEnterpriseHandler>().HandleAsync(
            TestActors.InstallationAdministrator, new ChangeSocialEnterprise(saved.Id, 1, new SocialEnterpriseContent { Name = "Nytt namn" }), CancellationToken.None);

        Assert.That(await NamesAsync(installation, new FindSocialEnterprises { Text = "gräsklippning" }), Is.Empty);
        Assert.That(await NamesAsync(installation, new FindSocialEnterprises { Text = "nytt" }), Has.Length.EqualTo(1));
    }

    [TestCase("77314000-4", null, true, Description = "the code itself")]
    [TestCase("77310000", null, true, Description = "a code above")]
    [TestCase("77000000", null, true, Description = "the division")]
    [TestCase("77314100", null, false, Description = "a code below")]
    [TestCase("90000000", null, false, Description = "another division")]
    [TestCase("77000000", ServiceAreaKind.Offers, true)]
    [TestCase("77000000", ServiceAreaKind.WantsToGrowInto, false)]
    [TestCase(null, ServiceAreaKind.WantsToGrowInto, true)]
    public async Task Find_CodeAndKind_AreMetByOneAndTheSameArea(string? code, ServiceAreaKind? kind, bool found)
    {
        await using var installation = await TestInstallation.CreateAsync();
        await installation.AddSocialEnterpriseAsync(_ => SocialEnterprises.Complete);

        var names = await NamesAsync(installation, new FindSocialEnterprises { CpvCode = code, Kind = kind });

        Assert.That(names, Has.Length.EqualTo(found ? 1 : 0));
    }

    [Test]
    public async Task Find_Municipality_IsExact()
    {
        await using var installation = await TestInstallation.CreateAsync();
        await installation.AddSocialEnterpriseAsync(_ => SocialEnterprises.Complete);
        await installation.AddSocialEnterpriseAsync(content => content with { Name = "Utan" });

        Assert.That(await NamesAsync(installation, new FindSocialEnterprises { MunicipalityCode = "2580" }), Has.Length.EqualTo(1));
        Assert.That(await NamesAsync(installation, new FindSocialEnterprises { MunicipalityCode = "2581" }), Is.Empty);
    }

    [Test]
    public async Task Find_Pages_HoldEveryEnterpriseOnce()
    {
        await using var installation = await TestInstallation.CreateAsync();
        for (var index = 0; index < 7; index++)
        {
            await installation.AddSocialEnterpriseAsync();
        }

        var pages = new List<SocialEnterprisePage>();
        for (var page = 1; page <= 3; page++)
        {
            pages.Add(await FindAsync(installation, new FindSocialEnterprises { Page = page, PageSize = 3 }));
        }

        Assert.That(pages.Select(page => page.Items.Count), Is.EqualTo(new[] { 3, 3, 1 }));
        Assert.That(pages.SelectMany(page => page.Items).Select(item => item.Id), Is.Unique);
        Assert.That(pages.Select(page => (page.Total, page.PageCount)), Is.All.EqualTo((7, 3)));
    }

    [Test]
    public async Task Find_PageAfterTheLast_GivesTheLast()
    {
        await using var installation = await TestInstallation.CreateAsync();
        await installation.AddSocialEnterpriseAsync();

        var page = await FindAsync(installation, new FindSocialEnterprises { Page = 9 });

        Assert.That((page.Page, page.Items.Count), Is.EqualTo((1, 1)));
    }

    [Test]
    public async Task Find_SoleTrader_NumberIsHiddenFromReadersAndCannotBeProbed()
    {
        await using var installation = await TestInstallation.CreateAsync();
        await installation.AddSocialEnterpriseAsync(content => content with { OrganisationNumber = SocialEnterprises.SoleTraderNumber });

        var seen = (await FindAsync(installation, new FindSocialEnterprises(), Reader)).Items.Single();
        var probed = await FindAsync(installation, new FindSocialEnterprises { Text = SocialEnterprises.SoleTraderNumber }, Reader);
        var kept = await FindAsync(installation, new FindSocialEnterprises { Text = SocialEnterprises.SoleTraderNumber });

        Assert.That((seen.OrganisationNumber, seen.NumberIsHidden, seen.LegalForm), Is.EqualTo(((OrganisationNumber?)null, true, LegalFormGroup.SoleTrader)));
        Assert.That(seen.MissingFacts, Has.None.EqualTo(MissingFact.OrganisationNumber));
        Assert.That(probed.Items, Is.Empty);
        Assert.That(kept.Items.Single().OrganisationNumber.ToString(), Is.EqualTo(SocialEnterprises.SoleTraderNumber));
    }

    [Test]
    public async Task Get_SoleTraderForAReader_HidesTheNumber()
    {
        await using var installation = await TestInstallation.CreateAsync();
        var saved = await installation.AddSocialEnterpriseAsync(content => content with { OrganisationNumber = SocialEnterprises.SoleTraderNumber });

        var seen = await installation.Get<GetSocialEnterpriseHandler>().HandleAsync(Reader, new GetSocialEnterprise(saved.Id), CancellationToken.None);

        Assert.That((seen.Value.OrganisationNumber, seen.Value.NumberIsHidden), Is.EqualTo(((OrganisationNumber?)null, true)));
    }

    [Test]
    public async Task Get_UnknownId_IsNotFound()
    {
        await using var installation = await TestInstallation.CreateAsync();

        var result = await installation.Get<GetSocialEnterpriseHandler>().HandleAsync(Reader, new GetSocialEnterprise(Guid.CreateVersion7()), CancellationToken.None);

        Assert.That(result.Problem, Is.EqualTo(CommonProblems.NoSuchRecord));
    }

    [Test]
    public async Task Find_WrongConditions_NameTheirFields()
    {
        await using var installation = await TestInstallation.CreateAsync();
        var request = new FindSocialEnterprises { Text = new string('a', 201), CpvCode = "12", MunicipalityCode = "x", Kind = (ServiceAreaKind)9, Sort = (SocialEnterpriseSort)99, Page = 0, PageSize = 201 };

        var result = await installation.Get<FindSocialEnterprisesHandler>().HandleAsync(Reader, request, CancellationToken.None);

        Assert.That(result.Problem?.Fields.Select(field => field.Field), Is.EquivalentTo(new[] { "Text", "CpvCode", "MunicipalityCode", "Kind", "Sort", "Page", "PageSize" }));
    }

    [Test]
    public async Task Find_NobodysRole_IsForbidden()
    {
        await using var installation = await TestInstallation.CreateAsync();

        var result = await installation.Get<FindSocialEnterprisesHandler>().HandleAsync(new Actor { Name = "Ingen", Via = "web" }, new FindSocialEnterprises(), CancellationToken.None);

        Assert.That(result.Problem, Is.EqualTo(CommonProblems.NotAllowed));
    }

    private static async Task<SocialEnterprisePage> FindAsync(TestInstallation installation, FindSocialEnterprises request, Actor? actor = null) =>
        (await installation.Get<FindSocialEnterprisesHandler>().HandleAsync(actor ?? TestActors.InstallationAdministrator, request, CancellationToken.None)).Value;

    private static async Task<string[]> NamesAsync(TestInstallation installation, FindSocialEnterprises request) =>
        [.. (await FindAsync(installation, request)).Items.Select(item => item.Name)];
}

using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Problems;
using ReservedProcurement.Core.Register;
using ReservedProcurement.Core.Register.OrganisationNumbers;
using ReservedProcurement.TestKit;

namespace ReservedProcurement.Core.Tests.Register;

public sealed class AddSocialEnterpriseTests
{
    private const string CountSql = "select count(*) from SocialEnterprises";

    [Test]
    public async Task Add_NameAlone_IsSavedAndShowsWhatIsMissing()
    {
        await using var installation = await TestInstallation.CreateAsync();

        var saved = await AddAsync(installation, new SocialEnterpriseContent { Name = "  Exempelverkstaden  " });

        var enterprise = await installation.GetSocialEnterpriseAsync(saved.Value.Id);
        Assert.That(enterprise.Name, Is.EqualTo("Exempelverkstaden"));
        Assert.That(enterprise.Version, Is.EqualTo(1));
        Assert.That(enterprise.MissingFacts, Is.EqualTo(new[]
        {
            MissingFact.OrganisationNumber, MissingFact.Municipality, MissingFact.ContactWithEmail, MissingFact.Offer, MissingFact.GrowthWish,
        }));
    }

    [Test]
    public async Task Add_Complete_ReadsBackWhole()
    {
        await using var installation = await TestInstallation.CreateAsync();

        var saved = await AddAsync(installation, SocialEnterprises.Complete);

        var enterprise = await installation.GetSocialEnterpriseAsync(saved.Value.Id);
        Assert.That(enterprise.OrganisationNumber.ToString(), Is.EqualTo(SocialEnterprises.EconomicAssociationNumber));
        Assert.That(enterprise.LegalForm, Is.EqualTo(LegalFormGroup.EconomicAssociation));
        Assert.That(enterprise.Municipality?.Name, Is.EqualTo("Luleå"));
        Assert.That(enterprise.Contacts.Single(), Is.EqualTo(new Contact(enterprise.Contacts[0].Id, "Testa Exempelsson", "Verksamhetsledare", "testa@exempelvik.se", "070-123 45 67")));
        Assert.That(enterprise.Offers.Single().CpvCodes.Single().ToString(), Is.EqualTo("77314000-4"));
        Assert.That(enterprise.WantsToGrowInto.Single().Description, Is.EqualTo("Lunchservering"));
        Assert.That(enterprise.MissingFacts, Is.Empty);
        Assert.That(enterprise.UpdatedAt, Is.EqualTo(installation.Clock.GetUtcNow()));
    }

    [Test]
    public async Task Add_AreasWithoutCode_LacksACode()
    {
        await using var installation = await TestInstallation.CreateAsync();

        var saved = await installation.AddSocialEnterpriseAsync(content => content with { ServiceAreas = [new ServiceAreaContent { Kind = ServiceAreaKind.Offers, Description = "Snickeri" }] });

        Assert.That((await installation.GetSocialEnterpriseAsync(saved.Id)).MissingFacts, Does.Contain(MissingFact.CpvCode));
    }

    [Test]
    public async Task Add_WebsiteWithoutScheme_GetsHttps()
    {
        await using var installation = await TestInstallation.CreateAsync();

        var saved = await installation.AddSocialEnterpriseAsync(content => content with { Website = "www.exempelvik.se" });

        Assert.That((await installation.GetSocialEnterpriseAsync(saved.Id)).Website, Is.EqualTo("https://www.exempelvik.se"));
    }

    [Test]
    public async Task Add_SameCodeTwiceInOneArea_IsKeptOnce()
    {
        await using var installation = await TestInstallation.CreateAsync();

        var saved = await installation.AddSocialEnterpriseAsync(content => content with { ServiceAreas = [new ServiceAreaContent { Kind = ServiceAreaKind.Offers, CpvCodes = ["90910000", "90910000-9"] }] });

        var area = (await installation.GetSocialEnterpriseAsync(saved.Id)).ServiceAreas.Single();
        Assert.That(area.CpvCodes.Select(code => code.ToString()), Is.EqualTo(new[] { "90910000-9" }));
    }

    [TestCase(Role.Reader)]
    [TestCase(Role.Reporter)]
    public async Task Add_RoleThatDoesNotKeepTheRegister_IsForbidden(Role role)
    {
        await using var installation = await TestInstallation.CreateAsync();
        var actor = TestActors.With(role, Guid.CreateVersion7());

        var result = await installation.Get<AddSocialEnterpriseHandler>().HandleAsync(actor, new AddSocialEnterprise(SocialEnterprises.Complete), CancellationToken.None);

        Assert.That(result.Problem, Is.EqualTo(CommonProblems.NotAllowed));
        Assert.That(await installation.SingleAsync<int>(CountSql), Is.Zero);
    }

    [TestCase(Role.ProcurementOfficer)]
    [TestCase(Role.Administrator)]
    public async Task Add_RoleThatKeepsTheRegister_IsAllowed(Role role)
    {
        await using var installation = await TestInstallation.CreateAsync();
        var actor = TestActors.With(role, Guid.CreateVersion7());

        var result = await installation.Get<AddSocialEnterpriseHandler>().HandleAsync(actor, new AddSocialEnterprise(SocialEnterprises.Complete), CancellationToken.None);

        Assert.That(result.Succeeded, Is.True);
    }

    [Test]
    public async Task Add_NumberThatAnotherHas_IsRefusedWithItsName()
    {
        await using var installation = await TestInstallation.CreateAsync();
        var first = (await AddAsync(installation, SocialEnterprises.Complete)).Value;

        var result = await AddAsync(installation, new SocialEnterpriseContent { Name = "En annan", OrganisationNumber = $"16{SocialEnterprises.EconomicAssociationNumber}" });

        Assert.That(result.Problem?.Code, Is.EqualTo(RegisterProblems.DuplicateNumber));
        Assert.That(result.Problem?.Kind, Is.EqualTo(ProblemKind.Conflict));
        Assert.That(result.Problem?.Arguments, Is.EqualTo(new object[] { "Kooperativet Exempelvik", first.Id }));
        Assert.That(result.Problem?.Fields.Single().Field, Is.EqualTo("OrganisationNumber"));
    }

    [Test]
    public async Task Add_SameNumberAtOnce_OneIsSavedAndTheOthersAreToldWhoHasIt()
    {
        await using var installation = await TestInstallation.CreateAsync();

        var results = await Task.WhenAll(Enumerable.Range(1, 12).Select(index => Task.Run(() =>
            AddAsync(installation, new SocialEnterpriseContent { Name = $"Företag {index}", OrganisationNumber = SocialEnterprises.EconomicAssociationNumber }))));

        Assert.That(results.Count(result => result.Succeeded), Is.EqualTo(1));
        Assert.That(results.Where(result => !result.Succeeded).Select(result => result.Problem!.Code), Is.All.EqualTo(RegisterProblems.DuplicateNumber));
        Assert.That(await installation.SingleAsync<int>(CountSql), Is.EqualTo(1));
    }

    [Test]
    public async Task Add_NumberTakenAfterTheCheck_IsRefusedByTheIndexWithTheName()
    {
        await using var installation = await TestInstallation.CreateAsync();
        var other = await installation.AddSocialEnterpriseAsync();

        // The check does not see the other's number, as when it is saved in the moment after the check; the index does.
        await installation.ExecuteAsync(
            "update SocialEnterprises set OrganisationNumberKey = @Key where Id = @Id",
            new { other.Id, Key = OrganisationNumber.Parse(SocialEnterprises.EconomicAssociationNumber).Digits });

        var result = await AddAsync(installation, SocialEnterprises.Complete with { IsAnotherOrganisation = true });

        Assert.That(result.Problem?.Code, Is.EqualTo(RegisterProblems.DuplicateNumber));
        Assert.That(result.Problem?.Arguments, Is.EqualTo(new object[] { "Kooperativet Exempelvik", other.Id }));
        Assert.That(await installation.SingleAsync<int>("select count(*) from SocialEnterpriseContacts"), Is.Zero);
    }

    [Test]
    public async Task Add_ManyWithoutNumber_AreAllSaved()
    {
        await using var installation = await TestInstallation.CreateAsync();

        await installation.AddSocialEnterpriseAsync(content => content with { Name = "Ett" });
        await installation.AddSocialEnterpriseAsync(content => content with { Name = "Två" });

        Assert.That(await installation.SingleAsync<int>(CountSql), Is.EqualTo(2));
    }

    [TestCase("Kooperativet Exempelvik")]
    [TestCase(" KOOPERATIVET   exempelvik")]
    public async Task Add_SameName_IsRefusedUntilSomebodySaysItIsAnother(string name)
    {
        await using var installation = await TestInstallation.CreateAsync();
        var first = await installation.AddSocialEnterpriseAsync();
        var content = new SocialEnterpriseContent { Name = name };

        var refused = await AddAsync(installation, content);
        var saved = await AddAsync(installation, content with { IsAnotherOrganisation = true });

        Assert.That(refused.Problem?.Code, Is.EqualTo(RegisterProblems.SameName));
        Assert.That(refused.Problem?.Arguments, Is.EqualTo(new object[] { "Kooperativet Exempelvik", first.Id }));
        Assert.That(saved.Succeeded, Is.True);
    }

    [Test]
    public async Task Add_SameNameButBothHaveNumbers_IsAnotherWithoutAsking()
    {
        await using var installation = await TestInstallation.CreateAsync();
        await AddAsync(installation, SocialEnterprises.Complete);

        var result = await AddAsync(installation, SocialEnterprises.Complete with { OrganisationNumber = SocialEnterprises.LimitedCompanyNumber });

        Assert.That(result.Succeeded, Is.True);
    }

    [Test]
    public async Task Add_ContactWithAnId_IsRefused()
    {
        await using var installation = await TestInstallation.CreateAsync();
        var other = await installation.AddSocialEnterpriseAsync(content => content with { Contacts = SocialEnterprises.Complete.Contacts });
        var stolen = (await installation.GetSocialEnterpriseAsync(other.Id)).Contacts[0].Id;

        var result = await AddAsync(installation, new SocialEnterpriseContent { Name = "Ny", Contacts = [new ContactContent { Id = stolen, Name = "Någon" }] });

        Assert.That(result.Problem?.Fields.Single().Code, Is.EqualTo(RegisterProblems.UnknownRow));
    }

    private static Task<Result<SavedSocialEnterprise>> AddAsync(TestInstallation installation, SocialEnterpriseContent content) =>
        installation.Get<AddSocialEnterpriseHandler>().HandleAsync(TestActors.InstallationAdministrator, new AddSocialEnterprise(content), CancellationToken.None);
}

using ReservedProcurement.Core.Audit;
using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Language;
using ReservedProcurement.Core.Problems;
using ReservedProcurement.Core.Register;
using ReservedProcurement.Core.Register.OrganisationNumbers;
using ReservedProcurement.TestKit;

namespace ReservedProcurement.Core.Tests.Register;

public sealed class ChangeSocialEnterpriseTests
{
    [Test]
    public async Task Change_Rows_KeepTheirIds()
    {
        await using var installation = await TestInstallation.CreateAsync();
        var before = await AddCompleteAsync(installation);
        var offer = before.ServiceAreas[0];

        var result = await ChangeAsync(installation, before.Id, before.Version, SocialEnterprises.Complete with
        {
            Contacts = [new ContactContent { Name = "Nya Exempelsson" }, new ContactContent { Id = before.Contacts[0].Id, Email = "ny@exempelvik.se" }],
            ServiceAreas = [new ServiceAreaContent { Id = offer.Id, Kind = ServiceAreaKind.WantsToGrowInto, CpvCodes = ["90620000-9", "77310000-6"] }],
        });

        var after = await installation.GetSocialEnterpriseAsync(before.Id);
        Assert.That(result.Value.Version, Is.EqualTo(2));
        Assert.That(after.Contacts.Select(contact => (contact.Name, contact.Email)), Is.EqualTo(new[] { ("Nya Exempelsson", (string?)null), (null, "ny@exempelvik.se") }));
        Assert.That(after.Contacts[1].Id, Is.EqualTo(before.Contacts[0].Id));
        Assert.That(after.ServiceAreas.Single().Id, Is.EqualTo(offer.Id));
        Assert.That(after.ServiceAreas.Single().Kind, Is.EqualTo(ServiceAreaKind.WantsToGrowInto));
        Assert.That(after.ServiceAreas.Single().CpvCodes.Select(code => code.ToString()), Is.EqualTo(new[] { "77310000-6", "90620000-9" }));
        Assert.That(await installation.SingleAsync<int>("select count(*) from ServiceAreaCpvCodes"), Is.EqualTo(2));
    }

    [Test]
    public async Task Change_EverythingTakenAway_LeavesTheName()
    {
        await using var installation = await TestInstallation.CreateAsync();
        var before = await AddCompleteAsync(installation);

        await ChangeAsync(installation, before.Id, before.Version, new SocialEnterpriseContent { Name = "Kvar" });

        var after = await installation.GetSocialEnterpriseAsync(before.Id);
        Assert.That((after.OrganisationNumber, after.Municipality, after.Website, after.Description), Is.EqualTo(((OrganisationNumber?)null, (Core.Reference.Municipality?)null, (string?)null, (string?)null)));
        Assert.That(after.Contacts, Is.Empty);
        Assert.That(after.ServiceAreas, Is.Empty);
    }

    [Test]
    public async Task Change_StaleVersion_TellsWhoChangedWhatAndSavesNothing()
    {
        await using var installation = await TestInstallation.CreateAsync();
        var before = await AddCompleteAsync(installation);
        await ChangeAsync(installation, before.Id, before.Version, Content(before) with { Description = "Den första ändringen" });

        var result = await ChangeAsync(installation, before.Id, before.Version, Content(before) with { Description = "Den andra ändringen" });

        Assert.That(result.Problem?.Code, Is.EqualTo(CommonProblems.Stale));
        Assert.That(Texts.Sentence(result.Problem!), Does.Contain("Testa Administratör").And.Contain("Beskrivning"));
        Assert.That((await installation.GetSocialEnterpriseAsync(before.Id)).Description, Is.EqualTo("Den första ändringen"));
    }

    [Test]
    public async Task Change_ManyAtOnceFromOneVersion_OneIsSaved()
    {
        await using var installation = await TestInstallation.CreateAsync();
        var before = await AddCompleteAsync(installation);

        var results = await Task.WhenAll(Enumerable.Range(1, 10).Select(index => Task.Run(() =>
            ChangeAsync(installation, before.Id, before.Version, Content(before) with { Description = $"Ändring {index}" }))));

        Assert.That(results.Count(result => result.Succeeded), Is.EqualTo(1));
        Assert.That(results.Where(result => !result.Succeeded).Select(result => result.Problem!.Code), Is.All.EqualTo(CommonProblems.Stale));
        Assert.That((await installation.GetSocialEnterpriseAsync(before.Id)).Version, Is.EqualTo(2));
    }

    [Test]
    public async Task Change_NothingDifferent_KeepsTheVersionAndWritesNoHistory()
    {
        await using var installation = await TestInstallation.CreateAsync();
        var before = await AddCompleteAsync(installation);

        var result = await ChangeAsync(installation, before.Id, before.Version, Content(before));

        Assert.That(result.Value.Version, Is.EqualTo(1));
        Assert.That(await HistoryAsync(installation, before.Id), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Change_Number_ToAnothersIsRefused()
    {
        await using var installation = await TestInstallation.CreateAsync();
        await AddCompleteAsync(installation);
        var other = await installation.AddSocialEnterpriseAsync(content => content with { Name = "En annan" });

        var result = await ChangeAsync(installation, other.Id, other.Version, new SocialEnterpriseContent { Name = "En annan", OrganisationNumber = SocialEnterprises.EconomicAssociationNumber });

        Assert.That(result.Problem?.Code, Is.EqualTo(RegisterProblems.DuplicateNumber));
    }

    [Test]
    public async Task Change_OtherFieldOfANamesake_IsNotAskedAgain()
    {
        await using var installation = await TestInstallation.CreateAsync();
        await installation.AddSocialEnterpriseAsync();
        var second = await installation.AddSocialEnterpriseAsync();

        var result = await ChangeAsync(installation, second.Id, second.Version, new SocialEnterpriseContent { Name = "Kooperativet Exempelvik", Description = "Ny text" });

        Assert.That(result.Succeeded, Is.True);
    }

    [Test]
    public async Task Change_NameToAnothers_IsRefused()
    {
        await using var installation = await TestInstallation.CreateAsync();
        await installation.AddSocialEnterpriseAsync();
        var second = await installation.AddSocialEnterpriseAsync(content => content with { Name = "En annan" });

        var result = await ChangeAsync(installation, second.Id, second.Version, new SocialEnterpriseContent { Name = "Kooperativet Exempelvik" });

        Assert.That(result.Problem?.Code, Is.EqualTo(RegisterProblems.SameName));
    }

    [Test]
    public async Task Change_RowOfAnotherEnterprise_IsRefused()
    {
        await using var installation = await TestInstallation.CreateAsync();
        var first = await AddCompleteAsync(installation);
        var second = await installation.AddSocialEnterpriseAsync(content => content with { Name = "En annan" });

        var result = await ChangeAsync(installation, second.Id, second.Version, new SocialEnterpriseContent
        {
            Name = "En annan",
            ServiceAreas = [new ServiceAreaContent { Id = first.ServiceAreas[0].Id, Kind = ServiceAreaKind.Offers, Description = "Stulen" }],
        });

        Assert.That(result.Problem?.Fields.Single().Code, Is.EqualTo(RegisterProblems.UnknownRow));
        Assert.That((await installation.GetSocialEnterpriseAsync(first.Id)).ServiceAreas[0].Description, Is.EqualTo("Gräsklippning och rensning"));
    }

    [Test]
    public async Task Change_UnknownId_IsNotFound()
    {
        await using var installation = await TestInstallation.CreateAsync();

        var result = await ChangeAsync(installation, Guid.CreateVersion7(), 1, SocialEnterprises.Complete);

        Assert.That(result.Problem, Is.EqualTo(CommonProblems.NoSuchRecord));
    }

    [Test]
    public async Task Change_Reader_IsForbidden()
    {
        await using var installation = await TestInstallation.CreateAsync();
        var before = await AddCompleteAsync(installation);

        var result = await installation.Get<ChangeSocialEnterpriseHandler>().HandleAsync(
            TestActors.With(Role.Reader, Guid.CreateVersion7()), new ChangeSocialEnterprise(before.Id, 1, SocialEnterprises.Complete), CancellationToken.None);

        Assert.That(result.Problem, Is.EqualTo(CommonProblems.NotAllowed));
    }

    [Test]
    public async Task Change_IsInTheHistoryFieldByField()
    {
        await using var installation = await TestInstallation.CreateAsync();
        var before = await AddCompleteAsync(installation);

        await ChangeAsync(installation, before.Id, before.Version, Content(before) with { Contacts = [], MunicipalityCode = "2581" });

        var changes = (await HistoryAsync(installation, before.Id))[0].Changes;
        Assert.That(changes, Is.EquivalentTo(new[]
        {
            new FieldChange("Municipality", "Luleå", "Piteå"),
            new FieldChange("Contacts", "Testa Exempelsson, Verksamhetsledare, testa@exempelvik.se, 070-123 45 67", null),
        }));
    }

    [Test]
    public async Task History_OfASoleTrader_NeverHoldsTheNumber()
    {
        await using var installation = await TestInstallation.CreateAsync();
        var saved = await installation.AddSocialEnterpriseAsync(content => content with { OrganisationNumber = SocialEnterprises.SoleTraderNumber });

        var renumbered = await ChangeAsync(installation, saved.Id, 1, new SocialEnterpriseContent { Name = "Kooperativet Exempelvik", OrganisationNumber = "900202-0007" });

        var texts = await installation.QueryAsync<string>("select Changes from AuditEntries");
        Assert.That(renumbered.Value.Version, Is.EqualTo(2));
        Assert.That(texts, Has.Count.EqualTo(2));
        Assert.That(texts, Has.None.Contains("800101").And.None.Contains("900202"));
        Assert.That(texts, Has.All.Contains("Enskild firma"));
    }

    private static async Task<SocialEnterprise> AddCompleteAsync(TestInstallation installation) =>
        await installation.GetSocialEnterpriseAsync((await installation.AddSocialEnterpriseAsync(_ => SocialEnterprises.Complete)).Id);

    private static Task<Result<SavedSocialEnterprise>> ChangeAsync(TestInstallation installation, Guid id, int version, SocialEnterpriseContent content) =>
        installation.Get<ChangeSocialEnterpriseHandler>().HandleAsync(TestActors.InstallationAdministrator, new ChangeSocialEnterprise(id, version, content), CancellationToken.None);

    private static Task<IReadOnlyList<HistoryEntry>> HistoryAsync(TestInstallation installation, Guid id) =>
        installation.Get<ReadHistoryHandler>().HandleAsync(AuditSubject.SocialEnterprise, id, CancellationToken.None);

    private static SocialEnterpriseContent Content(SocialEnterprise enterprise) => SocialEnterpriseContent.Of(enterprise);
}

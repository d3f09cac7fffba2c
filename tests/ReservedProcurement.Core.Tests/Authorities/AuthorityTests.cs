using ReservedProcurement.Core.Audit;
using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Problems;
using ReservedProcurement.TestKit;

namespace ReservedProcurement.Core.Tests.Authorities;

public sealed class AuthorityTests
{
    [Test]
    public async Task AddAuthority_SameNameInOtherCase_IsRefusedAtTheField()
    {
        await using var installation = await TestInstallation.CreateAsync();
        await installation.AddAuthorityAsync("Exempelstads kommun");

        var result = await installation.Get<AddAuthorityHandler>().HandleAsync(
            TestActors.InstallationAdministrator,
            new AddAuthority { Name = " EXEMPELSTADS kommun " },
            CancellationToken.None);

        Assert.That(result.FieldCodes(), Is.EqualTo(new[] { "Name:authority.name-taken" }));
    }

    [Test]
    public async Task AddAuthority_ByAdministratorOfOtherAuthority_IsForbidden()
    {
        await using var installation = await TestInstallation.CreateAsync();
        var authority = await installation.AddAuthorityAsync();

        var result = await installation.Get<AddAuthorityHandler>().HandleAsync(authority.Administrator, new AddAuthority { Name = "Låtsasköping" }, CancellationToken.None);

        Assert.That(result.Problem?.Kind, Is.EqualTo(ProblemKind.Forbidden));
    }

    [TestCase("212000-0143", "OrganisationNumber:authority.wrong-organisation-number")]
    [TestCase("hej", "OrganisationNumber:authority.wrong-organisation-number")]
    public async Task AddAuthority_WrongOrganisationNumber_IsRefusedAtTheField(string number, string code)
    {
        await using var installation = await TestInstallation.CreateAsync();

        var result = await installation.Get<AddAuthorityHandler>().HandleAsync(
            TestActors.InstallationAdministrator,
            new AddAuthority { Name = "Exempelstad", OrganisationNumber = number, MunicipalityCode = "9999", Website = "exempel" },
            CancellationToken.None);

        Assert.That(result.FieldCodes(), Is.EquivalentTo(new[] { code, "MunicipalityCode:authority.unknown-municipality", "Website:field.web-address" }));
    }

    [Test]
    public async Task ChangeAuthority_StaleVersion_SaysWhoChangedWhat()
    {
        await using var installation = await TestInstallation.CreateAsync();
        var authority = await installation.AddAuthorityAsync();
        var handler = installation.Get<ChangeAuthorityHandler>();
        (await handler.HandleAsync(authority.Administrator, new ChangeAuthority { Id = authority.Id, Version = 1, Name = "Exempelstad", MunicipalityCode = "2580" }, CancellationToken.None)).Must();

        var result = await handler.HandleAsync(authority.Administrator, new ChangeAuthority { Id = authority.Id, Version = 1, Name = "Annat namn" }, CancellationToken.None);

        Assert.That(result.Problem?.Code, Is.EqualTo(CommonProblems.Stale));
        Assert.That(ProblemText.Describe(result.Problem!), Does.Contain("Testa Testsson").And.Contain("Kommun"));
    }

    [Test]
    public async Task ChangeAuthority_Change_IsInHistoryWithBeforeAndAfter()
    {
        await using var installation = await TestInstallation.CreateAsync();
        var authority = await installation.AddAuthorityAsync();
        (await installation.Get<ChangeAuthorityHandler>().HandleAsync(
            authority.Administrator,
            new ChangeAuthority { Id = authority.Id, Version = 1, Name = "Exempelstads stad", OrganisationNumber = "212000-0142" },
            CancellationToken.None)).Must();

        var history = await installation.Get<ReadHistoryHandler>().HandleAsync(AuditSubject.Authority, authority.Id, CancellationToken.None);

        Assert.That(history[0].Changes, Is.EquivalentTo(new[]
        {
            new FieldChange("Name", "Exempelstads kommun", "Exempelstads stad"),
            new FieldChange("OrganisationNumber", null, "2120000142"),
        }));
    }

    [Test]
    public async Task ListAuthorities_Names_ComeInSwedishOrder()
    {
        await using var installation = await TestInstallation.CreateAsync();
        foreach (var name in new[] { "Östra", "Zeta", "Ängen", "Åmål", "Alfa" })
        {
            await installation.AddAuthorityAsync(name);
        }

        var authorities = await installation.Get<ListAuthoritiesHandler>().HandleAsync(TestActors.InstallationAdministrator, CancellationToken.None);

        Assert.That(authorities.Select(authority => authority.Name), Is.EqualTo(new[] { "Alfa", "Zeta", "Åmål", "Ängen", "Östra" }));
    }

    [Test]
    public async Task ListAuthorities_Reader_SeesOnlyItsOwn()
    {
        await using var installation = await TestInstallation.CreateAsync();
        var own = await installation.AddAuthorityAsync("Exempelstad");
        await installation.AddAuthorityAsync("Låtsasköping");

        var authorities = await installation.Get<ListAuthoritiesHandler>().HandleAsync(own.Reader, CancellationToken.None);

        Assert.That(authorities.Select(authority => authority.Id), Is.EqualTo(new[] { own.Id }));
    }

    [Test]
    public async Task ChangeUnit_ByReader_IsForbidden_AndByOutsider_IsNotFound()
    {
        await using var installation = await TestInstallation.CreateAsync();
        var own = await installation.AddAuthorityAsync("Exempelstad");
        var other = await installation.AddAuthorityAsync("Låtsasköping");
        var handler = installation.Get<ChangeUnitHandler>();

        var byReader = await handler.HandleAsync(own.Reader, new ChangeUnit(own.UnitId, 1, "Nytt", false), CancellationToken.None);
        var byOutsider = await handler.HandleAsync(other.Administrator, new ChangeUnit(own.UnitId, 1, "Nytt", false), CancellationToken.None);

        Assert.That(byReader.Problem?.Kind, Is.EqualTo(ProblemKind.Forbidden));
        Assert.That(byOutsider.Problem?.Kind, Is.EqualTo(ProblemKind.NotFound));
    }
}

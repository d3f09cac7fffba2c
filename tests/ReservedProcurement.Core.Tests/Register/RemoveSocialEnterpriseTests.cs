using ReservedProcurement.Core.Audit;
using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Problems;
using ReservedProcurement.Core.Register;
using ReservedProcurement.TestKit;

namespace ReservedProcurement.Core.Tests.Register;

public sealed class RemoveSocialEnterpriseTests
{
    private const string PartsSql = "select (select count(*) from SocialEnterpriseContacts) + (select count(*) from ServiceAreas) + (select count(*) from ServiceAreaCpvCodes)";

    [Test]
    public async Task Remove_TakesEverythingAndKeepsTheHistory()
    {
        await using var installation = await TestInstallation.CreateAsync();
        var saved = await installation.AddSocialEnterpriseAsync(_ => SocialEnterprises.Complete);

        var result = await RemoveAsync(installation, saved.Id, saved.Version);

        var history = await installation.Get<ReadHistoryHandler>().HandleAsync(AuditSubject.SocialEnterprise, saved.Id, CancellationToken.None);
        Assert.That(result.Succeeded, Is.True);
        Assert.That(await installation.SingleAsync<int>(PartsSql), Is.Zero);
        Assert.That(history[0].Changes, Does.Contain(new FieldChange("Name", "Kooperativet Exempelvik", null)));
    }

    [Test]
    public async Task Remove_ThenAddWithTheSameNumber_IsAllowed()
    {
        await using var installation = await TestInstallation.CreateAsync();
        var saved = await installation.AddSocialEnterpriseAsync(_ => SocialEnterprises.Complete);
        await RemoveAsync(installation, saved.Id, saved.Version);

        var again = await installation.Get<AddSocialEnterpriseHandler>().HandleAsync(
            TestActors.InstallationAdministrator, new AddSocialEnterprise(SocialEnterprises.Complete), CancellationToken.None);

        Assert.That(again.Succeeded, Is.True);
    }

    [Test]
    public async Task Remove_StaleVersion_LeavesEverything()
    {
        await using var installation = await TestInstallation.CreateAsync();
        var saved = await installation.AddSocialEnterpriseAsync(_ => SocialEnterprises.Complete);

        var result = await RemoveAsync(installation, saved.Id, saved.Version + 1);

        Assert.That(result.Problem?.Kind, Is.EqualTo(ProblemKind.Conflict));
        Assert.That((await installation.GetSocialEnterpriseAsync(saved.Id)).ServiceAreas, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task Remove_UnknownId_IsNotFound()
    {
        await using var installation = await TestInstallation.CreateAsync();

        Assert.That((await RemoveAsync(installation, Guid.CreateVersion7(), 1)).Problem, Is.EqualTo(CommonProblems.NoSuchRecord));
    }

    [Test]
    public async Task Remove_Reader_IsForbidden()
    {
        await using var installation = await TestInstallation.CreateAsync();
        var saved = await installation.AddSocialEnterpriseAsync();

        var result = await RemoveAsync(installation, saved.Id, saved.Version, TestActors.With(Role.Reader, Guid.CreateVersion7()));

        Assert.That(result.Problem, Is.EqualTo(CommonProblems.NotAllowed));
    }

    private static Task<Result<Done>> RemoveAsync(TestInstallation installation, Guid id, int version, Actor? actor = null) =>
        installation.Get<RemoveSocialEnterpriseHandler>().HandleAsync(actor ?? TestActors.InstallationAdministrator, new RemoveSocialEnterprise(id, version), CancellationToken.None);
}

using ReservedProcurement.Core.Audit;
using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Core.Problems;
using ReservedProcurement.TestKit;

namespace ReservedProcurement.Core.Tests.Persistence;

public sealed class DatabaseTests
{
    private const string CountSql = "select count(*) from AuditEntries";

    [Test]
    public async Task WriteAsync_Problem_RollsEverythingBack()
    {
        await using var installation = await TestInstallation.CreateAsync();

        var result = await installation.Database.WriteAsync<Done>(
            TestActors.InstallationAdministrator,
            async write =>
            {
                await write.AuditAsync(AuditSubject.Authority, write.NewId(), 1, "created", null, new { Name = "Exempelstad" });
                return CommonProblems.NotAllowed;
            },
            CancellationToken.None);

        Assert.That(result.Problem, Is.EqualTo(CommonProblems.NotAllowed));
        Assert.That(await installation.SingleAsync<int>(CountSql), Is.Zero);
    }

    [Test]
    public async Task StaleAsync_LaterChange_TellsWhoWhatAndWhen()
    {
        await using var installation = await TestInstallation.CreateAsync();
        var id = NewId.Create(installation.Clock);

        var result = await installation.Database.WriteAsync<Done>(
            TestActors.InstallationAdministrator,
            async write =>
            {
                await write.AuditAsync(AuditSubject.Authority, id, 2, "changed", new { Name = "Före" }, new { Name = "Efter" });
                return await write.StaleAsync(AuditSubject.Authority, id, 1);
            },
            CancellationToken.None);

        Assert.That(ReservedProcurement.Core.Language.Texts.Sentence(result.Problem!), Does.Contain("Testa Administratör").And.Contain("2026-09-14 09:30").And.Contain("Namn"));
    }

    [Test]
    public async Task WriteAsync_TwoHundredAtOnce_AllCommit()
    {
        await using var installation = await TestInstallation.CreateAsync();

        var results = await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => Task.Run(() => installation.Database.WriteAsync<Done>(
            TestActors.InstallationAdministrator,
            async write =>
            {
                await write.AuditAsync(AuditSubject.Authority, write.NewId(), 1, "created", null, null);
                return Done.Value;
            },
            CancellationToken.None))));

        Assert.That(results.Select(result => result.Succeeded), Is.All.True);
        Assert.That(await installation.SingleAsync<int>(CountSql), Is.EqualTo(200));
    }
}

using ReservedProcurement.Core.Outbox;
using ReservedProcurement.Core.Persistence;

namespace ReservedProcurement.Core.Tests.Persistence;

public sealed class UnreachableServerTests
{
    // Nothing listens on port 1 of this machine.
    private const string Nowhere = "Server=127.0.0.1,1;User Id=x;Password=x;Connect Timeout=2;TrustServerCertificate=true";

    [Test]
    public void Migrate_ServerThatDoesNotAnswer_IsOneSentenceThatNamesItAndNotTheAccount()
    {
        var migrator = new Migrator(new Database(new SqlServerDialect(), Nowhere, TimeProvider.System, new NoOutboxSignal()));

        var refusal = Assert.Throws<DatabaseUnavailableException>(() => migrator.Migrate());

        Assert.That(refusal.Code, Is.EqualTo(PersistenceProblems.Unavailable));
        Assert.That(refusal.Message, Does.Contain("127.0.0.1,1").And.Not.Contain("Password"));
    }

    [Test]
    public void Migrate_NewFolder_IsOnlyForItsOwner()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var folder = Path.Combine(Directory.CreateTempSubdirectory("reserved-procurement-rights-").FullName, "data");
        new Migrator(new Database(new SqliteDialect(), SqliteDialect.ConnectionStringFor(Path.Combine(folder, "x.db")), TimeProvider.System, new NoOutboxSignal())).Migrate();

        Assert.That(File.GetUnixFileMode(folder), Is.EqualTo(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute));
    }
}

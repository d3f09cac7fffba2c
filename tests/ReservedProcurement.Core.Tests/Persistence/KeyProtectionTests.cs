using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using ReservedProcurement.Core.Persistence;
using ReservedProcurement.TestKit;

namespace ReservedProcurement.Core.Tests.Persistence;

public sealed class KeyProtectionTests
{
    private const string KeysSql = "select Xml from DataProtectionKeys";

    [Test]
    public async Task Keys_OfAnotherProcessOnTheSameDatabase_OpenWhatTheFirstProtected()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var first = Process(database);
        await using var second = Process(database);

        var secret = Protector(first).Protect("hemligt");

        Assert.That(Protector(second).Unprotect(secret), Is.EqualTo("hemligt"));
    }

    [Test]
    public async Task Keys_WithCertificate_AreEncryptedInTheDatabaseAndOpenedWithIt()
    {
        await using var database = await TestDatabase.CreateAsync();
        var settings = new Dictionary<string, string?>
        {
            ["DataProtection:Certificates:0:File"] = CertificateFile(database, "one.pfx"),
            ["DataProtection:Certificates:0:Password"] = "lösen",
        };
        await using var first = Process(database, settings);
        await using var second = Process(database, settings);
        await using var third = Process(database);

        var secret = Protector(first).Protect("hemligt");

        var keys = await first.GetRequiredService<Database>().ReadAsync(session => session.QueryAsync<string>(KeysSql), CancellationToken.None);
        Assert.That(keys, Has.Count.EqualTo(1).And.All.Contains("EncryptedData").And.None.Contains("<masterKey"));
        Assert.That(Protector(second).Unprotect(secret), Is.EqualTo("hemligt"));
        Assert.That(() => Protector(third).Unprotect(secret), Throws.InstanceOf<CryptographicException>());
    }

    [Test]
    public async Task Keys_AfterChangeOfCertificate_AreStillOpenedWithTheOldOne()
    {
        await using var database = await TestDatabase.CreateAsync();
        var old = CertificateFile(database, "old.pfx");
        await using var before = Process(database, new() { ["DataProtection:Certificates:0:File"] = old, ["DataProtection:Certificates:0:Password"] = "lösen" });
        await using var after = Process(database, new()
        {
            ["DataProtection:Certificates:0:File"] = CertificateFile(database, "new.pfx"),
            ["DataProtection:Certificates:0:Password"] = "lösen",
            ["DataProtection:Certificates:1:File"] = old,
            ["DataProtection:Certificates:1:Password"] = "lösen",
        });

        var secret = Protector(before).Protect("hemligt");

        Assert.That(Protector(after).Unprotect(secret), Is.EqualTo("hemligt"));
    }

    [Test]
    public async Task Certificate_WithWrongPassword_IsRefusedInOneSentence()
    {
        await using var database = await TestDatabase.CreateAsync();
        var file = CertificateFile(database, "one.pfx");

        Assert.That(
            () => Process(database, new() { ["DataProtection:Certificates:0:File"] = file, ["DataProtection:Certificates:0:Password"] = "fel" }),
            Throws.TypeOf<OptionsValidationException>().With.Message.StartsWith($"Certifikatet {file} i inställningen DataProtection:Certificates går inte att läsa."));
    }

    private static IDataProtector Protector(IServiceProvider process) => process.GetRequiredService<IDataProtectionProvider>().CreateProtector("test");

    private static ServiceProvider Process(TestDatabase database, Dictionary<string, string?>? settings = null)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(database.Settings).AddInMemoryCollection(settings ?? []).Build();
        return new ServiceCollection().AddLogging().AddCore(configuration).BuildServiceProvider();
    }

    private static string CertificateFile(TestDatabase database, string name)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=Exempelstad", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(TimeProvider.System.GetUtcNow().AddDays(-1), TimeProvider.System.GetUtcNow().AddDays(30));
        var file = Path.Combine(database.Settings["Data:Path"]!, name);
        File.WriteAllBytes(file, certificate.Export(X509ContentType.Pfx, "lösen"));
        return file;
    }
}

using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ReservedProcurement.Core.Outbox;
using ReservedProcurement.TestKit;

namespace ReservedProcurement.Core.Tests.Mail;

/// <summary>TLS and sign-in: what is said before the server can be trusted, and what is kept of it afterwards.</summary>
public sealed class SmtpSecurityTests
{
    private const string Secret = "Vargen:i=skogen&9";

    private readonly List<X509Certificate2> _certificates = [];
    private readonly KeptLines _log = new();
    private string _folder = null!;
    private ScriptedSmtpServer _server = null!;

    [OneTimeSetUp]
    public void MakeCertificates()
    {
        _folder = Directory.CreateTempSubdirectory("reserved-procurement-certificates-").FullName;
        var now = TimeProvider.System.GetUtcNow();
        using var authorityKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var ofAuthority = new CertificateRequest("CN=Exempelstads kommuns utfärdare", authorityKey, HashAlgorithmName.SHA256);
        ofAuthority.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        using var authority = ofAuthority.CreateSelfSigned(now.AddDays(-2), now.AddDays(30));
        File.WriteAllText(Issuer, authority.ExportCertificatePem());
        File.WriteAllText(OtherIssuer, SelfSigned().ExportCertificatePem());
        _certificates.AddRange([Issued(authority, IPAddress.Loopback, now.AddDays(20)), Issued(authority, IPAddress.Parse("192.0.2.1"), now.AddDays(20)), Issued(authority, IPAddress.Loopback, now.AddDays(-1)), SelfSigned()]);
    }

    [OneTimeTearDown]
    public void RemoveCertificates()
    {
        _certificates.ForEach(certificate => certificate.Dispose());
        _log.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [SetUp]
    public void Start() => _server = new ScriptedSmtpServer();

    [TearDown]
    public async Task StopAsync() => await _server.DisposeAsync();

    private string Issuer => Path.Combine(_folder, "utfardare.pem");

    private string OtherIssuer => Path.Combine(_folder, "annan.pem");

    [TestCase("StartTls")]
    [TestCase("SslOnConnect")]
    public async Task Tls_WithACertificateOfTheOrganisationsOwnIssuer_IsAccepted(string security)
    {
        _server.Certificate = _certificates[0];
        _server.TlsOnConnect = security == "SslOnConnect";
        _server.OffersSignIn = true;
        await using var installation = await InstallationAsync(mails: 3, Trusting(Issuer, security));

        Assert.That(await installation.DispatchAsync(), Is.EqualTo(3), (await installation.OutboxAsync())[0].LastError);
        Assert.That((_server.Secured, _server.Connections, _server.Received.Count), Is.EqualTo((1, 1, 3)));
        Assert.That(_server.Commands, Has.Some.StartsWith("AUTH PLAIN"));
    }

    [TestCase(1, "StartTls", TestName = "Tls_CertificateWithAnotherName_IsRefused")]
    [TestCase(2, "SslOnConnect", TestName = "Tls_CertificateThatHasRunOut_IsRefused")]
    [TestCase(3, "StartTls", TestName = "Tls_CertificateOfAnotherIssuer_IsRefused")]
    public async Task Tls_CertificateThatDoesNotHold_NothingIsSaid(int certificate, string security)
    {
        _server.Certificate = _certificates[certificate];
        _server.TlsOnConnect = security == "SslOnConnect";
        await using var installation = await InstallationAsync(mails: 1, Trusting(Issuer, security));

        Assert.That(await installation.DispatchAsync(), Is.Zero);
        Assert.That((await installation.OnlyOutboxRowAsync()).LastError, Does.StartWith("Den krypterade förbindelsen till e-postservern"));
        Assert.That(_server.Commands.Select(command => command.Split(' ')[0]), Is.SubsetOf(new[] { "EHLO", "STARTTLS", "QUIT" }));
    }

    [Test]
    public async Task Tls_IssuerInTheFileIsNotTheServers_IsRefused()
    {
        _server.Certificate = _certificates[0];
        await using var installation = await InstallationAsync(mails: 1, Trusting(OtherIssuer, "StartTls"));

        Assert.That(await installation.DispatchAsync(), Is.Zero);
        Assert.That(_server.Commands, Has.None.StartsWith("AUTH").And.None.StartsWith("MAIL"));
    }

    [TestCase("STARTTLS", "454 not now", "erbjuder inte kryptering|kunde inte upprättas|just nu|går inte att nå")]
    [TestCase("STARTTLS", ScriptedSmtpServer.Drop, "går inte att nå")]
    [TestCase(ScriptedSmtpServer.InHandshake, ScriptedSmtpServer.Drop, "kunde inte upprättas|går inte att nå")]
    [TestCase("AUTH", ScriptedSmtpServer.Drop, "går inte att nå")]
    [TestCase("AUTH", "454 try later", "godtar inte kontot|just nu")]
    public async Task Fault_BeforeAnyMail_WaitsAndIsSentOnceWhenItHasPassed(string step, string answer, string sentence)
    {
        var left = 1;
        _server.Certificate = _certificates[0];
        _server.OffersSignIn = true;
        _server.Answer = command => command.StartsWith(step, StringComparison.Ordinal) && Interlocked.Decrement(ref left) >= 0 ? answer : null;
        await using var installation = await InstallationAsync(mails: 1, Trusting(Issuer, "StartTls"));

        Assert.That(await installation.DispatchAsync(), Is.Zero);
        var waiting = await installation.OnlyOutboxRowAsync();
        installation.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.That(await installation.DispatchAsync(), Is.EqualTo(1));

        Assert.That((waiting.Status, waiting.Attempts), Is.EqualTo((OutboxStatus.Waiting, 1)));
        Assert.That(waiting.LastError, Does.Match(sentence));
        Assert.That(_server.Received, Has.Exactly(1).Items);
    }

    [Test]
    public async Task Log_WhateverGoesWrong_HoldsNeitherSecretsNorAddressesNorTheServersWords()
    {
        _server.OffersSignIn = true;
        var step = 0;
        string[] faults = ["AUTH|535 konto Vargen:i=skogen&9 is wrong", "RCPT|550 kollega0@exempelstad.se Anna is gone", ".|451 Anna later", "MAIL|(drop)"];
        _server.Answer = command => faults[step % faults.Length].Split('|') is [var at, var answer] && command.StartsWith(at, StringComparison.Ordinal) ? answer : null;
        _log.Lines.Clear();
        await using var installation = await InstallationAsync(mails: 1, new() { ["Mail:UserName"] = "konto", ["Mail:Password"] = Secret });
        for (; step < faults.Length; step++)
        {
            await installation.DispatchAsync();
            installation.Clock.Advance(TimeSpan.FromDays(1));
            await installation.ExecuteAsync("update OutboxMessages set Status = 'Waiting', Attempts = 0");
        }

        Assert.That(_log.Lines.Count(line => line.Contains("Outbox message", StringComparison.Ordinal)), Is.EqualTo(faults.Length), string.Join('\n', _log.Lines));
        Assert.That(_log.Lines, Has.None.Contains(Secret).And.None.Contains("skogen").And.None.Contains("kollega0").And.None.Contains("Anna"));
        Assert.That(_log.Lines, Has.None.Contains(Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes($"\0konto\0{Secret}"))));
        Assert.That((await installation.OutboxAsync()).Select(row => row.LastError), Has.None.Contains("skogen"));
    }

    [Test]
    public async Task StartTls_NotOffered_NothingIsSaid()
    {
        _server.OffersSignIn = true;
        await using var installation = await InstallationAsync(mails: 3, new() { ["Mail:Security"] = "StartTls", ["Mail:UserName"] = "konto", ["Mail:Password"] = "hemligt" });

        Assert.That(await installation.DispatchAsync(), Is.Zero);

        Assert.That((await installation.OutboxAsync()).Select(row => row.LastError), Is.All.StartsWith($"E-postservern 127.0.0.1:{_server.Port} erbjuder inte kryptering med StartTls."));
        Assert.That(_server.Commands.Select(command => command.Split(' ')[0]), Is.SubsetOf(new[] { "EHLO", "QUIT" }));
        Assert.That(_server.Connections, Is.EqualTo(1), "a server that cannot be used is asked once for each batch");
    }

    [Test]
    public async Task StartTls_WithCertificateNobodyTrusts_NothingIsSaid()
    {
        _server.Certificate = _certificates[3];
        await using var installation = await InstallationAsync(mails: 1, new() { ["Mail:Security"] = "StartTls" });

        Assert.That(await installation.DispatchAsync(), Is.Zero);

        Assert.That((await installation.OnlyOutboxRowAsync()).LastError, Does.StartWith($"Den krypterade förbindelsen till e-postservern 127.0.0.1:{_server.Port} kunde inte upprättas."));
        Assert.That(_server.Commands, Has.None.StartsWith("MAIL"));
    }

    [Test]
    public async Task SignIn_Accepted_MailIsSent()
    {
        _server.OffersSignIn = true;
        await using var installation = await InstallationAsync(mails: 1, new() { ["Mail:UserName"] = "konto", ["Mail:Password"] = "hemligt" });

        Assert.That(await installation.DispatchAsync(), Is.EqualTo(1));
        Assert.That(_server.Commands, Has.Some.StartsWith("AUTH PLAIN"));
    }

    [Test]
    public async Task SignIn_Refused_WaitsAndTheErrorHoldsNoSecret()
    {
        _server.OffersSignIn = true;
        _server.Answer = command => command.StartsWith("AUTH", StringComparison.Ordinal) ? "535 konto hemligt is wrong" : null;
        await using var installation = await InstallationAsync(mails: 1, new() { ["Mail:UserName"] = "konto", ["Mail:Password"] = "hemligt" });

        await installation.DispatchAsync();

        var row = await installation.OnlyOutboxRowAsync();
        Assert.That(row.Status, Is.EqualTo(OutboxStatus.Waiting));
        Assert.That(row.LastError, Is.EqualTo($"E-postservern 127.0.0.1:{_server.Port} godtar inte kontot eller lösenordet. Kontrollera Mail:UserName och Mail:Password."));
    }

    [Test]
    public async Task SignIn_NotOffered_IsToldApartFromMissingTls()
    {
        await using var installation = await InstallationAsync(mails: 1, new() { ["Mail:UserName"] = "konto", ["Mail:Password"] = "hemligt" });

        await installation.DispatchAsync();

        Assert.That((await installation.OnlyOutboxRowAsync()).LastError, Does.Contain("tar inte emot inloggning"));
    }

    private static Dictionary<string, string?> Trusting(string file, string security) => new()
    {
        ["Mail:Security"] = security,
        ["Mail:TrustedCertificate"] = file,
        ["Mail:CheckCertificateRevocation"] = "false",
        ["Mail:UserName"] = "konto",
        ["Mail:Password"] = Secret,
    };

    private static X509Certificate2 Issued(X509Certificate2 authority, IPAddress name, DateTimeOffset until)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=e-postserver", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(name);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.1")], false));
        using var certificate = request.Create(authority, until.AddDays(-1) < TimeProvider.System.GetUtcNow() ? until.AddDays(-0.5) : TimeProvider.System.GetUtcNow().AddDays(-1), until, RandomNumberGenerator.GetBytes(8));
        using var withKey = certificate.CopyWithPrivateKey(key);
        return X509CertificateLoader.LoadPkcs12(withKey.Export(X509ContentType.Pfx), null);
    }

    private static X509Certificate2 SelfSigned()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(TimeProvider.System.GetUtcNow().AddDays(-1), TimeProvider.System.GetUtcNow().AddDays(30));
        return X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pfx), null);
    }

    private async Task<TestInstallation> InstallationAsync(int mails = 1, Dictionary<string, string?>? settings = null)
    {
        var all = _server.Settings;
        foreach (var (name, value) in settings ?? [])
        {
            all[name] = value;
        }

        var installation = await TestInstallation.CreateAsync(services => services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(_log)), all);
        await installation.InviteColleaguesAsync(mails);
        return installation;
    }

    private sealed class KeptLines : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Lines { get; } = new();

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Enqueue($"{formatter(state, exception)} {exception}");

        public void Dispose()
        {
        }
    }
}

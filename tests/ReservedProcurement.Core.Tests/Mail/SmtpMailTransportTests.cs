using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using ReservedProcurement.Core.Outbox;
using ReservedProcurement.TestKit;

namespace ReservedProcurement.Core.Tests.Mail;

/// <summary>The real mail client against a server that fails at each step.</summary>
public sealed class SmtpMailTransportTests
{
    private ScriptedSmtpServer _server = null!;

    [SetUp]
    public void Start() => _server = new ScriptedSmtpServer();

    [TearDown]
    public async Task StopAsync() => await _server.DisposeAsync();

    [Test]
    public async Task Batch_OfSeveralMails_GoesOverOneConnectionThatIsClosedPolitely()
    {
        await using var installation = await InstallationAsync(mails: 5);

        Assert.That(await installation.DispatchAsync(), Is.EqualTo(5));

        Assert.That(_server.Connections, Is.EqualTo(1));
        Assert.That(_server.Commands.Last(), Is.EqualTo("QUIT"));
        Assert.That(
            _server.Received.Select(mail => mail.MessageId),
            Is.EquivalentTo((await installation.OutboxAsync()).Select(row => $"{row.Id:N}.outbox@exempelstad.se")));
    }

    [TestCase("MAIL", "451 try later", "E-postservern {server} tog inte emot meddelandet (svar 451).")]
    [TestCase("RCPT", "450 greylisted anna hemlig", "E-postservern godtar inte mottagaren kollega0@exempelstad.se (svar 450). Kontrollera adressen.")]
    [TestCase("DATA", "421 busy", "E-postservern {server} tog inte emot meddelandet (svar 421).")]
    [TestCase(ScriptedSmtpServer.EndOfData, "452 disk full", "E-postservern {server} tog inte emot meddelandet (svar 452).")]
    [TestCase(ScriptedSmtpServer.Greeting, "421 closed", "E-postservern {server} tar inte emot meddelanden just nu (svar 421).")]
    [TestCase("MAIL", ScriptedSmtpServer.Drop, "Förbindelsen med e-postservern {server} bröts innan meddelandet var mottaget.")]
    [TestCase("RCPT", ScriptedSmtpServer.Drop, "Förbindelsen med e-postservern {server} bröts innan meddelandet var mottaget.")]
    [TestCase(ScriptedSmtpServer.InData, ScriptedSmtpServer.Drop, "Förbindelsen med e-postservern {server} bröts innan meddelandet var mottaget.")]
    [TestCase(ScriptedSmtpServer.EndOfData, ScriptedSmtpServer.Drop, "Förbindelsen med e-postservern {server} bröts innan meddelandet var mottaget.")]
    [TestCase(ScriptedSmtpServer.Greeting, ScriptedSmtpServer.Drop, "E-postservern {server} går inte att nå. Kontrollera Mail:Host, Mail:Port och att servern är igång.")]
    public async Task Fault_ThatMayPass_WaitsAndIsSentOnceWhenItHas(string step, string answer, string sentence)
    {
        _server.Answer = Once(step, answer);
        await using var installation = await InstallationAsync();

        Assert.That(await installation.DispatchAsync(), Is.Zero);
        var waiting = await installation.OnlyOutboxRowAsync();
        var receivedBefore = _server.Received.Count;
        installation.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.That(await installation.DispatchAsync(), Is.EqualTo(1));

        Assert.That((waiting.Status, waiting.Attempts), Is.EqualTo((OutboxStatus.Waiting, 1)));
        Assert.That(waiting.LastError, Is.EqualTo(sentence.Replace("{server}", $"127.0.0.1:{_server.Port}", StringComparison.Ordinal)));
        Assert.That((receivedBefore, _server.Received.Count), Is.EqualTo((0, 1)));
    }

    [TestCase("MAIL", "550 not you", "E-postservern {server} tog inte emot meddelandet (svar 550).")]
    [TestCase("RCPT", "550 5.1.1 <kollega0@exempelstad.se> Anna is gone", "E-postservern godtar inte mottagaren kollega0@exempelstad.se (svar 550). Kontrollera adressen.")]
    [TestCase(ScriptedSmtpServer.EndOfData, "554 looks like spam", "E-postservern {server} tog inte emot meddelandet (svar 554).")]
    public async Task Fault_ThatIsFinal_ParksThatMailAndTheOthersGoOnTheSameConnection(string step, string answer, string sentence)
    {
        _server.Answer = Once(step, answer);
        await using var installation = await InstallationAsync(mails: 3);

        Assert.That(await installation.DispatchAsync(), Is.EqualTo(2));

        var parked = (await installation.OutboxAsync()).Single(row => row.Status == OutboxStatus.Parked);
        Assert.That(parked.Attempts, Is.EqualTo(1));
        Assert.That(parked.LastError?.Replace("kollega1@", "kollega0@", StringComparison.Ordinal).Replace("kollega2@", "kollega0@", StringComparison.Ordinal), Is.EqualTo(sentence.Replace("{server}", $"127.0.0.1:{_server.Port}", StringComparison.Ordinal)));
        Assert.That(_server.Received, Has.Exactly(2).Items);
        Assert.That(_server.Connections, Is.EqualTo(1));
    }

    [Test]
    public async Task Connection_BrokenInTheMiddleOfABatch_IsMadeAnewForTheOthers()
    {
        _server.Answer = Once(ScriptedSmtpServer.InData, ScriptedSmtpServer.Drop);
        await using var installation = await InstallationAsync(mails: 4);

        Assert.That(await installation.DispatchAsync(), Is.EqualTo(3));
        Assert.That(_server.Connections, Is.EqualTo(2));
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
        using var certificate = SelfSigned();
        _server.Certificate = certificate;
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

    [Test]
    public async Task Server_NotThere_AllWait()
    {
        await using var installation = await InstallationAsync(mails: 2);
        await _server.DisposeAsync();

        Assert.That(await installation.DispatchAsync(), Is.Zero);
        Assert.That((await installation.OutboxAsync()).Select(row => (row.Status, row.LastError?[.."E-postservern".Length])), Is.All.EqualTo((OutboxStatus.Waiting, "E-postservern")));
        _server = new ScriptedSmtpServer();
    }

    private static Func<string, string?> Once(string step, string answer)
    {
        var left = 1;
        return command => command.StartsWith(step, StringComparison.Ordinal) && Interlocked.Decrement(ref left) >= 0 ? answer : null;
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

        var installation = await TestInstallation.CreateAsync(settings: all);
        await installation.InviteColleaguesAsync(mails);
        return installation;
    }
}

using ReservedProcurement.Core.Outbox;
using ReservedProcurement.TestKit;

namespace ReservedProcurement.Core.Tests.Mail;

/// <summary>The real mail client against a server that fails at each step.</summary>
public sealed class SmtpMailTransportTests
{
    private const string NotReached = "E-postservern {server} går inte att nå. Kontrollera Mail:Host, Mail:Port och att servern är igång.";
    private const string Broke = "Förbindelsen med e-postservern {server} bröts innan meddelandet var mottaget.";

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

    [TestCase(ScriptedSmtpServer.Connected, ScriptedSmtpServer.Drop, NotReached)]
    [TestCase(ScriptedSmtpServer.Greeting, ScriptedSmtpServer.Drop, NotReached)]
    [TestCase(ScriptedSmtpServer.Greeting, "421 closed", "E-postservern {server} tar inte emot meddelanden just nu (svar 421). Serverns svar: closed")]
    [TestCase(ScriptedSmtpServer.Greeting, "554 not here", "E-postservern {server} tar inte emot meddelanden just nu (svar 554). Serverns svar: not here")]
    [TestCase("EHLO", ScriptedSmtpServer.Drop, NotReached)]
    [TestCase("EHLO", "421 busy", NotReached)]
    [TestCase("MAIL", "451 try later", "E-postservern {server} tog inte emot meddelandet (svar 451). Serverns svar: try later")]
    [TestCase("MAIL", ScriptedSmtpServer.Drop, Broke)]
    [TestCase("RCPT", "450 greylisted for Anna", "E-postservern godtar inte mottagaren kollega0@exempelstad.se (svar 450). Kontrollera adressen. Serverns svar: greylisted for Anna")]
    [TestCase("RCPT", ScriptedSmtpServer.Drop, Broke)]
    [TestCase("DATA", "421 busy", "E-postservern {server} tog inte emot meddelandet (svar 421). Serverns svar: busy")]
    [TestCase("DATA", ScriptedSmtpServer.Drop, Broke)]
    [TestCase(ScriptedSmtpServer.InData, ScriptedSmtpServer.Drop, Broke)]
    [TestCase(ScriptedSmtpServer.EndOfData, "452 disk full", "E-postservern {server} tog inte emot meddelandet (svar 452). Serverns svar: disk full")]
    [TestCase(ScriptedSmtpServer.EndOfData, ScriptedSmtpServer.Drop, Broke)]
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

    [Test]
    public async Task Server_ThatTookTheMailButNeverSaidSo_GetsItOnceMoreUnderTheSameMessageId()
    {
        _server.Answer = Once(ScriptedSmtpServer.Taken, ScriptedSmtpServer.Drop);
        await using var installation = await InstallationAsync();

        await installation.DispatchAsync();
        installation.Clock.Advance(TimeSpan.FromMinutes(1));
        await installation.DispatchAsync();

        Assert.That(_server.Received.Select(mail => mail.MessageId).Distinct(), Has.Exactly(1).Items);
        Assert.That(_server.Received, Has.Exactly(2).Items);
        Assert.That((await installation.OnlyOutboxRowAsync()).Status, Is.EqualTo(OutboxStatus.Handled));
    }

    [TestCase(ScriptedSmtpServer.Drop)]
    [TestCase("421 goodbye")]
    [TestCase("500 what?")]
    public async Task Goodbye_ThatGoesWrong_ChangesNothing(string answer)
    {
        _server.Answer = Once("QUIT", answer);
        await using var installation = await InstallationAsync(mails: 2);

        Assert.That(await installation.DispatchAsync(), Is.EqualTo(2));
        Assert.That((await installation.OutboxAsync()).Select(row => row.Status), Is.All.EqualTo(OutboxStatus.Handled));
        Assert.That(_server.Received, Has.Exactly(2).Items);
    }

    [TestCase("MAIL", "421 too many over this connection")]
    [TestCase("RCPT", "421 too many over this connection")]
    [TestCase("MAIL", ScriptedSmtpServer.Drop)]
    public async Task Server_ThatTakesOnlySoManyOverOneConnection_GetsTheRestOverAnother(string step, string answer)
    {
        var mails = 0;
        _server.Answer = command => command.StartsWith(step, StringComparison.Ordinal) && Interlocked.Increment(ref mails) is 3 or 7 ? answer : null;
        await using var installation = await InstallationAsync(mails: 6);

        Assert.That(await installation.DispatchAsync(), Is.EqualTo(6));
        Assert.That((_server.Connections, _server.Received.Count), Is.EqualTo((3, 6)));
        Assert.That((await installation.OutboxAsync()).Select(row => row.Attempts), Is.All.EqualTo(1));
    }

    [TestCase("MAIL", "550 not you", "E-postservern {server} tog inte emot meddelandet (svar 550). Serverns svar: not you")]
    [TestCase("RCPT", "550 5.1.1 <kollega0@exempelstad.se> Anna is gone", "E-postservern godtar inte mottagaren kollega0@exempelstad.se (svar 550). Kontrollera adressen. Serverns svar: 5.1.1 <kollega0@exempelstad.se> Anna is gone")]
    [TestCase("DATA", "554 no", "E-postservern {server} tog inte emot meddelandet (svar 554). Serverns svar: no")]
    [TestCase(ScriptedSmtpServer.EndOfData, "554 looks like spam", "E-postservern {server} tog inte emot meddelandet (svar 554). Serverns svar: looks like spam")]
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

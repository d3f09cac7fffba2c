using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using ReservedProcurement.Core.Mail.Incoming;
using ReservedProcurement.Core.Mail.Incoming.Mailboxes;
using ReservedProcurement.Core.Mail.Incoming.Reading;
using ReservedProcurement.Core.Mail.Transports;
using ReservedProcurement.Core.Meetings;
using ReservedProcurement.Core.Meetings.Answers;
using ReservedProcurement.Core.Meetings.Incoming;
using ReservedProcurement.Core.Meetings.Incoming.Inbox;
using ReservedProcurement.Core.Meetings.Invitations;
using ReservedProcurement.TestKit;

namespace ReservedProcurement.Core.Tests.Meetings.Incoming;

/// <summary>The reading of the mailbox: every mail once, whatever fails on the way.</summary>
public sealed class FetchIncomingMailTests
{
    private ScriptedImapServer _server = null!;
    private TestInstallation _installation = null!;
    private TestAuthority _authority = null!;
    private MeetingSaved _meeting = null!;
    private Invitation _invitation = null!;

    [SetUp]
    public async Task CreateAsync()
    {
        _server = new ScriptedImapServer();
        await StartAsync(_server.Settings);
    }

    [TearDown]
    public async Task DisposeAsync()
    {
        await _installation.DisposeAsync();
        await _server.DisposeAsync();
    }

    [Test]
    public async Task Fetch_TakesEachMailOnce_AndMarksItInTheMailbox()
    {
        Add("reply-outlook", "message-outlook", "bounce-postfix", "auto-out-of-office-swedish");

        Assert.That(await FetchAsync(), Is.EqualTo(4));
        Assert.That(_server.Mails.Select(mail => mail.Flags), Is.All.Contains(ImapMailbox.HandledKeyword));
        Assert.That(await FetchAsync(), Is.Zero);
        Assert.That((await InvitationAsync()).Answer, Is.EqualTo(MeetingAnswer.Yes));
        Assert.That(await CountAsync(), Is.EqualTo(4));
    }

    [Test]
    public async Task Fetch_ThatDiesBeforeTheMark_DoesNotDoubleTheAnswer()
    {
        Add("reply-outlook");
        _server.Answer = command => command.StartsWith("UID STORE", StringComparison.Ordinal) ? ScriptedImapServer.Drop : null;
        await FetchAsync();
        _server.Answer = _ => null;
        _server.UidValidity = 8;

        Assert.That(await FetchAsync(), Is.Zero);
        Assert.That((await CountAsync(), await _installation.SingleAsync<int>("select count(*) from MeetingAnswers")), Is.EqualTo((1, 1)));
        Assert.That(_server.Mails.Single().Flags, Does.Contain(ImapMailbox.HandledKeyword));
    }

    [Test]
    public async Task Fetch_FromAServerThatKeepsNoMarks_FetchesNothingTwice()
    {
        _server.KeepsKeywords = false;
        Add("reply-outlook", "message-gmail");
        await FetchAsync();
        _server.Commands.Clear();

        Assert.That(await FetchAsync(), Is.Zero);
        Assert.That(_server.Commands.Where(command => command.Contains("BODY.PEEK", StringComparison.Ordinal)), Is.Empty);
    }

    [Test]
    public async Task Fetch_WithAFolderForHandledMails_MovesThem()
    {
        await RestartAsync("Mail:Incoming:HandledFolder", "Behandlade");
        Add("reply-outlook");
        await FetchAsync();
        Assert.That(_server.Mails.Single().MovedTo, Is.EqualTo("Behandlade"));
    }

    [Test]
    public async Task Fetch_OfAMailThatIsTooLarge_ListsItByItsHeaders()
    {
        await RestartAsync("Mail:Incoming:LargestMegabytes", "1");
        _server.Add([.. System.Text.Encoding.ASCII.GetBytes("From: part1@parter.example\r\nSubject: Bilder\r\nMessage-ID: <b@parter.example>\r\n\r\n"), .. new byte[1_100_000]], _installation.Clock.GetUtcNow());
        await FetchAsync();

        var mail = (await ListAsync()).Single();
        Assert.That((mail.Subject, mail.MailKind), Is.EqualTo(("Bilder", IncomingMailKind.Message)));
        Assert.That(_server.Commands.Any(command => command.Contains("BODY.PEEK[]", StringComparison.Ordinal)), Is.False);
    }

    [Test]
    public async Task Fetch_OfWhatIsNoMail_ListsItAndGoesOn()
    {
        _server.Add([], _installation.Clock.GetUtcNow());
        Add("reply-outlook");
        await FetchAsync();
        Assert.That((await CountAsync(), (await InvitationAsync()).Answer), Is.EqualTo((2, (MeetingAnswer?)MeetingAnswer.Yes)));
    }

    [TestCase("LOGIN", "NO wrong", "godtar inte kontot")]
    [TestCase("SELECT", "NO no such folder", "bröts")]
    [TestCase("UID SEARCH", ScriptedImapServer.Drop, "bröts")]
    [TestCase("UID FETCH", ScriptedImapServer.Drop, "bröts")]
    public async Task Fetch_WhenTheServerFails_SaysSoInTheInboxAndTriesAgain(string command, string answer, string sentence)
    {
        Add("reply-outlook");
        _server.Answer = said => said.StartsWith(command, StringComparison.Ordinal) ? answer : null;
        Assert.That(await FetchAsync(), Is.Zero);
        Assert.That((await StateAsync()).LastError, Does.Contain(sentence));

        _server.Answer = _ => null;
        Assert.That(await FetchAsync(), Is.EqualTo(1));
        Assert.That((await StateAsync()).LastError, Is.Null);
    }

    [Test]
    public async Task Fetch_ByTwoAtOnce_IsByOneAtATime()
    {
        Add([.. Enumerable.Repeat("reply-outlook", 1), "message-outlook", "message-gmail"]);
        var runs = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => _installation.Get<FetchIncomingMail>().RunAsync(now: true, CancellationToken.None)));
        Assert.That((runs.Sum(run => run ?? 0), await CountAsync()), Is.EqualTo((3, 3)));
    }

    [Test]
    public async Task Fetch_ByTheClock_IsAsOftenAsTheSettingSays()
    {
        var fetch = _installation.Get<FetchIncomingMail>();
        Assert.That(await fetch.RunAsync(now: false, CancellationToken.None), Is.Zero);
        _installation.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.That(await fetch.RunAsync(now: false, CancellationToken.None), Is.Null);
        _installation.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.That(await fetch.RunAsync(now: false, CancellationToken.None), Is.Zero);
    }

    [Test]
    public async Task Folder_WhenMailIsFiles_IsReadTheSameWay()
    {
        await _installation.DisposeAsync();
        await StartAsync([]);
        var folder = _installation.Get<ReplyMailboxes>().Folder;
        Directory.CreateDirectory(folder);
        await File.WriteAllBytesAsync(Path.Combine(folder, "svar.eml"), MailFixture.Of("reply-outlook", _invitation.Id).ToArray());

        Assert.That((await StateAsync()).State, Is.EqualTo(IncomingMailState.Folder));
        Assert.That((await FetchAsync(), await FetchAsync()), Is.EqualTo(((int?)1, (int?)0)));
        Assert.That(File.Exists(Path.Combine(folder, FolderMailbox.HandledFolder, "svar.eml")), Is.True);
        Assert.That((await InvitationAsync()).Answer, Is.EqualTo(MeetingAnswer.Yes));
    }

    [Test]
    public async Task Off_WhenMailIsSentButNoMailboxIsNamed()
    {
        await _installation.DisposeAsync();
        await StartAsync(new() { ["Mail:Transport"] = "Smtp", ["Mail:Host"] = "127.0.0.1", ["Mail:From"] = "reserverad@exempelstad.se" });
        Assert.That(((await StateAsync()).State, await FetchAsync()), Is.EqualTo((IncomingMailState.Off, (int?)null)));
    }

    [Test]
    public async Task Mail_WithPersonalAddresses_IsAnsweredAndReturnedThere()
    {
        await using var smtp = new ScriptedSmtpServer();
        await _installation.DisposeAsync();
        await StartAsync(new(_server.Settings.Concat(smtp.Settings)) { ["Mail:Incoming:PersonalAddresses"] = "true" }, recording: false);

        var address = $"svar+m{_invitation.Id:N}@exempelstad.se";
        var sent = smtp.Received.Single();
        Assert.That(sent.ReplyTo.Mailboxes.Single().Address, Is.EqualTo(address));
        Assert.That(smtp.Commands, Has.Some.StartsWith($"MAIL FROM:<{address}>"));
        Assert.That(sent.BodyParts.OfType<MimeKit.TextPart>().Single(part => part.ContentType.IsMimeType("text", "calendar")).Text.ReplaceLineEndings("").Replace(" ", "", StringComparison.Ordinal), Does.Contain($"mailto:{address}"));
    }

    [TestCase("Mail:ReplyTo", null, "Inställningen Mail:ReplyTo saknas.")]
    [TestCase("Mail:Incoming:Password", null, "Mail:Incoming:UserName och Mail:Incoming:Password måste anges")]
    [TestCase("Mail:Incoming:Port", "70000", "Inställningen Mail:Incoming:Port måste vara mellan 1 och 65")]
    [TestCase("Mail:Incoming:IntervalMinutes", "0", "Inställningen Mail:Incoming:IntervalMinutes måste vara mellan 1 och")]
    [TestCase("Mail:Incoming:KeepTextDays", "0", "Inställningen Mail:Incoming:KeepTextDays måste vara mellan 1 och")]
    [TestCase("Mail:Incoming:HandledFolder", "inbox", "Mail:Incoming:Folder måste anges och får inte vara samma mapp")]
    [TestCase("Mail:Incoming:Host", "imap.exempelstad.se", "Mail:Incoming:Security får bara vara None när e-postservern finns på samma dator.")]
    public async Task Setting_ThatIsWrong_IsRefusedInOneSentence(string name, string? value, string sentence)
    {
        await using var installation = await TestInstallation.CreateAsync(settings: new Dictionary<string, string?>(_server.Settings) { [name] = value });
        var refusal = Assert.Throws<OptionsValidationException>(() => _ = installation.Get<IOptions<IncomingMailOptions>>().Value);
        Assert.That(refusal.Failures, Has.Exactly(1).StartsWith(sentence));
    }

    private async Task StartAsync(Dictionary<string, string?> settings, bool recording = true)
    {
        _installation = await TestInstallation.CreateAsync(
            services =>
            {
                if (recording)
                {
                    services.AddScoped<IMailTransport>(_ => new RecordingMailTransport());
                }
            },
            settings);
        _authority = await _installation.AddAuthorityAsync();
        _meeting = await _installation.AddMeetingAsync(_authority);
        await _installation.InviteOthersAsync(_authority, _meeting, 1);
        await _installation.DispatchAsync();
        _installation.Clock.Advance(TimeSpan.FromMinutes(10));
        _invitation = await InvitationAsync();
    }

    private async Task RestartAsync(string name, string value)
    {
        await _installation.DisposeAsync();
        await StartAsync(new(_server.Settings) { [name] = value });
    }

    private void Add(params string[] names)
    {
        foreach (var name in names)
        {
            _server.Add(MailFixture.Of(name, _invitation.Id).ToArray(), _installation.Clock.GetUtcNow());
        }
    }

    private Task<int?> FetchAsync() => _installation.Get<FetchIncomingMail>().RunAsync(now: true, CancellationToken.None);

    private async Task<InboxState> StateAsync() => (await _installation.Get<ReadInboxStateHandler>().HandleAsync(_authority.Reader, CancellationToken.None)).Must();

    private async Task<IReadOnlyList<IncomingMailSummary>> ListAsync() =>
        (await _installation.Get<FindIncomingMailHandler>().HandleAsync(_authority.Reader, new FindIncomingMail { Show = InboxFilter.All }, CancellationToken.None)).Must().Items;

    private async Task<Invitation> InvitationAsync() => (await _installation.MeetingDetailsAsync(_authority, _meeting.Id)).Invitations.Single();

    private Task<int> CountAsync() => _installation.SingleAsync<int>("select count(*) from IncomingMails");
}

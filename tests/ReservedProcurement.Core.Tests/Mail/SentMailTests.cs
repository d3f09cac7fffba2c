using AngleSharp.Html.Parser;
using MimeKit;
using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Authorities.SignIn;
using ReservedProcurement.Core.Authorities.Users;
using ReservedProcurement.Core.Mail;
using ReservedProcurement.Core.Outbox;
using ReservedProcurement.Core.Problems;
using ReservedProcurement.TestKit;

namespace ReservedProcurement.Core.Tests.Mail;

/// <summary>From the outbox to a mail in a file, and back through the link in it.</summary>
public sealed class SentMailTests
{
    private TestInstallation _installation = null!;

    [SetUp]
    public async Task StartAsync() => _installation = await TestInstallation.CreateAsync(settings: new Dictionary<string, string?>
    {
        ["Web:PublicAddress"] = "https://reserverad.exempelstad.se",
        ["Mail:ReplyTo"] = "upphandling@exempelstad.se",
    });

    [TearDown]
    public async Task StopAsync() => await _installation.DisposeAsync();

    [Test]
    public async Task Invitation_Mail_LeadsToAChosenPasswordOnce()
    {
        await _installation.InviteColleaguesAsync(1);
        await _installation.DispatchAsync();

        var (mail, text) = await OnlyMailAsync();
        var code = Code(text, LinkPurposes.Invitation);
        Assert.That((mail.To, mail.Subject), Is.EqualTo(("kollega0@exempelstad.se", "Du är inbjuden till Reserverad upphandling")));
        Assert.That(text, Does.StartWith("Hej Kim Exempel!").And.Contain("hos Exempelstads kommun (Läsare).").And.Contain("gäller till 2026-09-21 09:30"));
        Assert.That((await ChooseAsync(code)).Succeeded, Is.True);
        Assert.That((await ChooseAsync(code)).Problem?.Code, Is.EqualTo(SignInProblems.LinkIsNotValid.Code));
    }

    [Test]
    public async Task Invitation_ForSomebodyWhoHasChosenAPasswordSince_IsNotSent()
    {
        var colleague = (await _installation.InviteColleaguesAsync(1)).Single();
        await _installation.ChoosePasswordAsync(colleague);

        Assert.That(await _installation.DispatchAsync(), Is.EqualTo(1));

        Assert.That((await ListAsync()).Must(), Is.Empty);
    }

    [Test]
    public async Task RolesGiven_Mail_NamesTheNewAuthorityAlone()
    {
        var first = await _installation.AddAuthorityAsync("Exempelstad");
        var second = await _installation.AddAuthorityAsync("Låtsasköping");
        var user = await _installation.AddUserAsync(first.Id, Role.Reader);
        await _installation.DispatchAsync();
        (await _installation.Get<InviteUserHandler>().HandleAsync(
            second.Administrator,
            new InviteUser { Name = user.Name, Email = user.Email, Memberships = [new Membership(second.Id, Role.ProcurementOfficer)] },
            CancellationToken.None)).Must();

        await _installation.DispatchAsync();

        var (mail, text) = await OnlyMailAsync();
        Assert.That((mail.To, mail.Subject), Is.EqualTo((user.Email, "Du har fått en ny roll i Reserverad upphandling")));
        Assert.That(text, Does.Contain("Låtsasköping (Upphandlare)").And.Contain("https://reserverad.exempelstad.se/").And.Not.Contain("Exempelstad ("));
    }

    [Test]
    public async Task PasswordReset_Mail_IsValidTwoHoursFromTheRequest()
    {
        var authority = await _installation.AddAuthorityAsync();
        var user = await _installation.AddUserAsync(authority.Id, Role.Reader);
        await _installation.DispatchAsync();
        await _installation.Get<RequestPasswordResetHandler>().HandleAsync(user.Email, CancellationToken.None);
        _installation.Clock.Advance(TimeSpan.FromMinutes(90));
        await _installation.DispatchAsync();

        var (mail, text) = await OnlyMailAsync();
        var links = _installation.Get<SignedLinks>();
        var code = Query(text)["kod"];
        Assert.That(mail.Subject, Is.EqualTo("Välj ett nytt lösenord"));
        Assert.That(text, Does.Contain("gäller till 2026-09-14 11:30"));
        Assert.That(links.Read(LinkPurposes.PasswordReset, code).Must().SubjectId, Is.EqualTo(user.Id));
        _installation.Clock.Advance(TimeSpan.FromMinutes(30));
        Assert.That(links.Read(LinkPurposes.PasswordReset, code).Problem?.Code, Is.EqualTo(MailProblems.LinkExpired));
    }

    [Test]
    public async Task PasswordReset_ThatCouldNotBeSentInTime_IsParked()
    {
        var authority = await _installation.AddAuthorityAsync();
        var user = await _installation.AddUserAsync(authority.Id, Role.Reader);
        await _installation.DispatchAsync();
        await _installation.Get<RequestPasswordResetHandler>().HandleAsync(user.Email, CancellationToken.None);
        _installation.Clock.Advance(TimeSpan.FromHours(2));

        await _installation.DispatchAsync();

        Assert.That((await _installation.OutboxAsync()).Single(row => row.Status == OutboxStatus.Parked).LastError, Does.StartWith("Länken för nytt lösenord hann gå ut"));
        Assert.That((await ListAsync()).Must(), Is.Empty);
    }

    [Test]
    public async Task Mail_WithHostileName_ShowsItAsText()
    {
        await _installation.InviteColleaguesAsync(1, "Åke <script>alert(1)</script> \"&\" Öst");
        await _installation.DispatchAsync();

        var message = await MessageAsync();
        var html = new HtmlParser().ParseDocument(message.HtmlBody!);
        Assert.That(html.QuerySelectorAll("script"), Is.Empty);
        Assert.That(html.Body!.TextContent, Does.Contain("Hej Åke <script>alert(1)</script> \"&\" Öst!"));
    }

    [Test]
    public async Task Mail_Html_IsSwedishAndShowsTheSameLinkAsButtonAndBare()
    {
        await _installation.InviteColleaguesAsync(1);
        await _installation.DispatchAsync();

        var message = await MessageAsync();
        var html = new HtmlParser().ParseDocument(message.HtmlBody!);
        var links = html.QuerySelectorAll("a").Select(link => link.GetAttribute("href")).ToArray();
        Assert.That(html.DocumentElement.GetAttribute("lang"), Is.EqualTo("sv"));
        Assert.That(html.Title, Is.EqualTo(message.Subject));
        Assert.That(html.QuerySelectorAll("h1"), Has.Exactly(1).Items);
        Assert.That(links, Has.Exactly(2).Items.And.All.EqualTo(links[0]));
        Assert.That(message.TextBody, Does.Contain(links[0]!));
        Assert.That(message.ReplyTo.Mailboxes.Single().Address, Is.EqualTo("upphandling@exempelstad.se"));
        Assert.That(message.Headers[HeaderId.AutoSubmitted], Is.EqualTo("auto-generated"));
    }

    [Test]
    public async Task Mail_HandledTwiceAfterACrash_IsOneFile()
    {
        await _installation.InviteColleaguesAsync(1);
        await _installation.DispatchAsync();
        await _installation.ExecuteAsync("update OutboxMessages set Status = 'Waiting', HandledAt = null");
        await _installation.DispatchAsync();

        var row = await _installation.OnlyOutboxRowAsync();
        Assert.That((await ListAsync()).Must().Select(mail => mail.Id), Is.EqualTo(new[] { row.Id }));
        Assert.That((await MessageAsync()).MessageId, Is.EqualTo($"{row.Id:N}.outbox@exempelstad.invalid"));
        Assert.That(Directory.GetFiles(Folder), Has.Exactly(1).Items);
    }

    [Test]
    public async Task Mail_WhenTheFolderCannotBeWritten_Waits()
    {
        await _installation.InviteColleaguesAsync(1);
        await File.WriteAllTextAsync(Folder, "in the way");

        await _installation.DispatchAsync();

        var row = await _installation.OnlyOutboxRowAsync();
        Assert.That((row.Status, row.LastError?[.."E-postmeddelandet kunde inte skrivas".Length]), Is.EqualTo((OutboxStatus.Waiting, "E-postmeddelandet kunde inte skrivas")));
    }

    [Test]
    public async Task SentMail_ForOthersThanInstallationAdministrators_IsForbidden()
    {
        var actor = TestActors.With(Role.Administrator, Guid.CreateVersion7());

        Assert.That((await _installation.Get<ListSentMailHandler>().HandleAsync(actor, 1, CancellationToken.None)).Problem, Is.EqualTo(CommonProblems.NotAllowed));
        Assert.That((await _installation.Get<ListSentMailHandler>().GetAsync(actor, Guid.CreateVersion7(), CancellationToken.None)).Problem, Is.EqualTo(CommonProblems.NotAllowed));
    }

    [Test]
    public async Task SentMail_WithForeignFilesInTheFolder_ShowsOnlyItsOwn()
    {
        await _installation.InviteColleaguesAsync(1);
        await _installation.DispatchAsync();
        await File.WriteAllTextAsync(Path.Combine(Folder, "notes.eml"), "hello");
        await File.WriteAllBytesAsync(Path.Combine(Folder, $"{Guid.CreateVersion7():N}.eml"), []);

        Assert.That((await ListAsync()).Must(), Has.Count.EqualTo(1));
        Assert.That((await _installation.Get<ListSentMailHandler>().GetAsync(TestActors.InstallationAdministrator, Guid.CreateVersion7(), CancellationToken.None)).Problem, Is.EqualTo(CommonProblems.NoSuchRecord));
    }

    [Test]
    public async Task SentMail_WithAMailServer_IsNotThere()
    {
        await using var server = new ScriptedSmtpServer();
        await using var installation = await TestInstallation.CreateAsync(settings: server.Settings);

        var result = await installation.Get<ListSentMailHandler>().HandleAsync(TestActors.InstallationAdministrator, 1, CancellationToken.None);

        Assert.That(result.Problem?.Code, Is.EqualTo(MailProblems.NoFiles));
    }

    private string Folder => _installation.Get<Core.Mail.Transports.FileMailTransport>().Folder;

    private Task<Result<IReadOnlyList<SentMail>>> ListAsync() =>
        _installation.Get<ListSentMailHandler>().HandleAsync(TestActors.InstallationAdministrator, 1, CancellationToken.None);

    private async Task<(SentMail Mail, string Text)> OnlyMailAsync()
    {
        var mail = (await ListAsync()).Must().Single();
        return (mail, (await _installation.Get<ListSentMailHandler>().GetAsync(TestActors.InstallationAdministrator, mail.Id, CancellationToken.None)).Must().Text.ReplaceLineEndings("\n"));
    }

    private async Task<MimeMessage> MessageAsync()
    {
        var mail = (await ListAsync()).Must().Single();
        var file = (await _installation.Get<ListSentMailHandler>().GetAsync(TestActors.InstallationAdministrator, mail.Id, CancellationToken.None)).Must().File;
        return await MimeMessage.LoadAsync(new MemoryStream(file));
    }

    private SignedCode Code(string text, string purpose)
    {
        Assert.That(Query(text)["syfte"], Is.EqualTo(purpose));
        return _installation.Get<SignedLinks>().Read(purpose, Query(text)["kod"]).Must();
    }

    private static System.Collections.Specialized.NameValueCollection Query(string text)
    {
        var link = text.Split('\n').Single(line => line.StartsWith("https://reserverad.exempelstad.se/valj-losenord?", StringComparison.Ordinal));
        return System.Web.HttpUtility.ParseQueryString(new Uri(link).Query);
    }

    private Task<Result<SignedIn>> ChooseAsync(SignedCode code) => _installation.Get<ChoosePasswordHandler>().HandleAsync(
        new ChoosePassword(code.SubjectId, code.Stamp, TestAuthorities.Password),
        CancellationToken.None);
}

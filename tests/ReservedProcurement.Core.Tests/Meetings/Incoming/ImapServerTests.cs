using MailKit;
using MailKit.Net.Imap;
using MailKit.Search;
using MailKit.Security;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;
using ReservedProcurement.Core.Mail.Incoming.Mailboxes;
using ReservedProcurement.Core.Mail.Incoming.Reading;
using ReservedProcurement.Core.Meetings.Answers;
using ReservedProcurement.Core.Meetings.Incoming;
using ReservedProcurement.Core.Meetings.Incoming.Inbox;
using ReservedProcurement.TestKit;
using IMailTransport = ReservedProcurement.Core.Mail.Transports.IMailTransport;

namespace ReservedProcurement.Core.Tests.Meetings.Incoming;

/// <summary>One of each kind of mail, from the scripted mailbox always, and from a real server when <c>RP_TEST_IMAP</c> names one.</summary>
public sealed class ImapServerTests
{
    private static readonly string? RealServer = Environment.GetEnvironmentVariable("RP_TEST_IMAP") is { Length: > 0 } address ? address : null;

    public static IEnumerable<string> Servers => RealServer is null ? ["scripted"] : ["scripted", "real"];

    [Test]
    public async Task Fetch_OfEachKindOfMail_DoesWhatEachAsksFor([ValueSource(nameof(Servers))] string server, [Values(null, "Behandlade")] string? handledFolder)
    {
        await using var scripted = new ScriptedImapServer();
        var settings = server == "real" ? RealSettings() : scripted.Settings;
        settings["Mail:Incoming:HandledFolder"] = handledFolder;
        await using var installation = await TestInstallation.CreateAsync(services => services.AddScoped<IMailTransport>(_ => new RecordingMailTransport()), settings);
        var authority = await installation.AddAuthorityAsync();
        var meeting = await installation.AddMeetingAsync(authority);
        await installation.InviteOthersAsync(authority, meeting, 4);
        await installation.DispatchAsync();
        installation.Clock.Advance(TimeSpan.FromMinutes(5));
        var invitations = (await installation.MeetingDetailsAsync(authority, meeting.Id)).Invitations;
        string[] names = ["reply-google", "counter-outlook", "bounce-postfix", "message-attachment", "auto-out-of-office-english"];
        foreach (var (index, name) in names.Index())
        {
            var invitation = invitations[index % 4].Id;
            var sent = await installation.SingleAsync<Guid>("select Id from MeetingMails where InvitationId = @InvitationId", new { InvitationId = invitation });
            using var content = MailFixture.Of(name, invitation, sent);
            if (server == "real")
            {
                await AppendAsync(settings, content, installation.Clock.GetUtcNow());
            }
            else
            {
                scripted.Add(content.ToArray(), installation.Clock.GetUtcNow());
            }
        }

        var fetch = installation.Get<FetchIncomingMail>();
        Assert.That((await fetch.RunAsync(now: true, CancellationToken.None), await fetch.RunAsync(now: true, CancellationToken.None)), Is.EqualTo(((int?)5, (int?)0)));
        var state = (await installation.Get<ReadInboxStateHandler>().HandleAsync(authority.Reader, CancellationToken.None)).Must();
        Assert.That((state.State, state.LastError), Is.EqualTo((IncomingMailState.Imap, (string?)null)));

        var inbox = (await installation.Get<FindIncomingMailHandler>().HandleAsync(authority.Reader, new FindIncomingMail { Show = InboxFilter.All }, CancellationToken.None)).Must();
        Assert.That(
            inbox.Items.Select(mail => (mail.MailKind, mail.Outcome)),
            Is.EquivalentTo(new[]
            {
                (IncomingMailKind.CalendarReply, IncomingOutcome.Answered), (IncomingMailKind.TimeProposal, IncomingOutcome.Proposed), (IncomingMailKind.Bounce, IncomingOutcome.BounceNoted),
                (IncomingMailKind.Message, IncomingOutcome.None), (IncomingMailKind.AutoReply, IncomingOutcome.None),
            }));
        Assert.That((await installation.MeetingDetailsAsync(authority, meeting.Id)).Invitations.Select(invitation => (invitation.Answer, invitation.BounceReason)), Is.EqualTo(new[]
        {
            ((MeetingAnswer?)MeetingAnswer.Yes, (BounceReason?)null), (null, null), (null, BounceReason.UnknownAddress), (null, null),
        }));
        if (server == "real")
        {
            Assert.That(await CountAsync(settings, handledFolder), Is.EqualTo(handledFolder is null ? (5, 5) : (0, 5)));
        }
    }

    private static Dictionary<string, string?> RealSettings()
    {
        var address = new Uri(RealServer!);
        var credentials = address.UserInfo.Split(':');
        return new()
        {
            ["Mail:ReplyTo"] = "svar@exempelstad.se",
            ["Mail:Incoming:Host"] = address.Host,
            ["Mail:Incoming:Port"] = address.Port.ToString(System.Globalization.CultureInfo.InvariantCulture),
            ["Mail:Incoming:Security"] = "None",

            // A mailbox of its own for each run.
            ["Mail:Incoming:UserName"] = $"{credentials[0]}-{TestContext.CurrentContext.Random.NextUInt()}",
            ["Mail:Incoming:Password"] = credentials[1],
        };
    }

    private static async Task AppendAsync(Dictionary<string, string?> settings, Stream content, DateTimeOffset at)
    {
        using var client = await ConnectAsync(settings);
        await client.Inbox!.AppendAsync(await MimeMessage.LoadAsync(content), MessageFlags.None, at);
        await client.DisconnectAsync(quit: true);
    }

    /// <summary>How many mails the inbox has, and how many are marked or moved.</summary>
    private static async Task<(int Left, int Handled)> CountAsync(Dictionary<string, string?> settings, string? handledFolder)
    {
        using var client = await ConnectAsync(settings);
        await client.Inbox!.OpenAsync(FolderAccess.ReadOnly);
        var left = (await client.Inbox.SearchAsync(SearchQuery.All)).Count;
        var handled = (await client.Inbox.SearchAsync(SearchQuery.HasKeyword(ImapMailbox.HandledKeyword))).Count;
        if (handledFolder is not null)
        {
            var folder = await client.GetFolderAsync(handledFolder);
            await folder.OpenAsync(FolderAccess.ReadOnly);
            handled = folder.Count;
        }

        await client.DisconnectAsync(quit: true);
        return (left, handled);
    }

    private static async Task<ImapClient> ConnectAsync(Dictionary<string, string?> settings)
    {
        var client = new ImapClient();
        await client.ConnectAsync(settings["Mail:Incoming:Host"]!, int.Parse(settings["Mail:Incoming:Port"]!, System.Globalization.CultureInfo.InvariantCulture), SecureSocketOptions.None);
        await client.AuthenticateAsync(settings["Mail:Incoming:UserName"]!, settings["Mail:Incoming:Password"]!);
        return client;
    }
}

using System.Globalization;
using System.Net.Sockets;
using MailKit;
using MailKit.Net.Imap;
using MailKit.Search;
using MailKit.Security;
using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.Core.Mail.Incoming.Mailboxes;

/// <summary>The mailbox of a mail server, over one IMAP connection for the whole reading.</summary>
public sealed class ImapMailbox(IncomingMailOptions options) : IReplyMailbox
{
    /// <summary>The keyword of mails that have been taken, when they are not moved.</summary>
    public const string HandledKeyword = "$Reserverad";

    private readonly ImapClient _client = new()
    {
        Timeout = (int)TimeSpan.FromSeconds(options.TimeoutSeconds).TotalMilliseconds,
        CheckCertificateRevocation = options.CheckCertificateRevocation,
    };

    private IMailFolder? _handled;

    public string Name { get; } = Cut($"{options.UserName}@{options.Host}/{options.Folder}");

    private string Server => $"{options.Host}:{options.PortOrUsual}";

    public async Task<IReadOnlyList<string>> ListAsync(CancellationToken cancellationToken)
    {
        await ConnectAsync(cancellationToken);
        return await AskAsync(async () =>
        {
            var folder = await OpenAsync(cancellationToken);
            var query = string.IsNullOrEmpty(options.HandledFolder) && KeepsKeywords(folder) ? SearchQuery.NotKeyword(HandledKeyword) : SearchQuery.All;
            var ids = await folder.SearchAsync(query.And(SearchQuery.NotDeleted), cancellationToken);
            return (IReadOnlyList<string>)[.. ids.OrderBy(id => id.Id).Select(id => $"{folder.UidValidity}:{id.Id}")];
        });
    }

    public Task<FetchedMail?> FetchAsync(string key, CancellationToken cancellationToken) => AskAsync(async () =>
    {
        var folder = await OpenAsync(cancellationToken);
        var id = Id(key);
        var summary = (await folder.FetchAsync([id], MessageSummaryItems.UniqueId | MessageSummaryItems.Size | MessageSummaryItems.InternalDate, cancellationToken)).FirstOrDefault();
        if (summary is null)
        {
            return null;
        }

        try
        {
            return summary.Size > options.LargestBytes
                ? new FetchedMail(summary.InternalDate, null, await folder.GetHeadersAsync(id, cancellationToken), summary.Size.Value)
                : new FetchedMail(summary.InternalDate, await folder.GetStreamAsync(id, cancellationToken), null, summary.Size ?? 0);
        }
        catch (MessageNotFoundException)
        {
            return null;
        }
    });

    public Task PutAsideAsync(string key, CancellationToken cancellationToken) => AskAsync(async () =>
    {
        var folder = await OpenAsync(cancellationToken);
        if (options.HandledFolder is { Length: > 0 } name)
        {
            _handled ??= await FindOrMakeAsync(name, cancellationToken);
            await folder.MoveToAsync(Id(key), _handled, cancellationToken);
        }
        else if (KeepsKeywords(folder))
        {
            await folder.AddFlagsAsync(Id(key), MessageFlags.Seen, new HashSet<string> { HandledKeyword }, silent: true, cancellationToken);
        }
        else
        {
            await folder.AddFlagsAsync(Id(key), MessageFlags.Seen, silent: true, cancellationToken);
        }

        return true;
    });

    public async ValueTask DisposeAsync()
    {
        if (_client.IsConnected)
        {
            try
            {
                using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(5));
                await _client.DisconnectAsync(quit: true, patience.Token);
            }
            catch (Exception exception) when (IsBroken(exception) || exception is OperationCanceledException or ImapCommandException)
            {
                // What was taken has been noted; how the goodbye went changes nothing.
            }
        }

        _client.Dispose();
    }

    private async Task ConnectAsync(CancellationToken cancellationToken)
    {
        if (_client.IsAuthenticated)
        {
            return;
        }

        try
        {
            await _client.ConnectAsync(options.Host!, options.PortOrUsual, options.SocketOptions, cancellationToken);
            await _client.AuthenticateAsync(options.UserName!, options.Password!, cancellationToken);
        }
        catch (SslHandshakeException exception)
        {
            throw Failure(IncomingMailProblems.CertificateNotTrusted, exception, Server);
        }
        catch (NotSupportedException exception)
        {
            throw Failure(IncomingMailProblems.TlsNotOffered, exception, Server);
        }
        catch (Exception exception) when (exception is AuthenticationException or ImapCommandException)
        {
            throw Failure(IncomingMailProblems.SignInRefused, exception, Server);
        }
        catch (Exception exception) when (IsBroken(exception))
        {
            throw Failure(IncomingMailProblems.NoConnection, exception, Server);
        }
    }

    private async Task<IMailFolder> OpenAsync(CancellationToken cancellationToken)
    {
        var folder = options.Folder.Equals("INBOX", StringComparison.OrdinalIgnoreCase) ? _client.Inbox! : await _client.GetFolderAsync(options.Folder, cancellationToken);
        if (!folder.IsOpen)
        {
            await folder.OpenAsync(FolderAccess.ReadWrite, cancellationToken);
        }

        return folder;
    }

    private async Task<IMailFolder> FindOrMakeAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            return await _client.GetFolderAsync(name, cancellationToken);
        }
        catch (FolderNotFoundException)
        {
            var top = _client.GetFolder(_client.PersonalNamespaces[0]);
            return await top.CreateAsync(name, isMessageFolder: true, cancellationToken) ?? throw new FolderNotFoundException(name);
        }
    }

    private async Task<T> AskAsync<T>(Func<Task<T>> ask)
    {
        try
        {
            return await ask();
        }
        catch (FolderNotFoundException exception)
        {
            throw Failure(IncomingMailProblems.FolderMissing, exception, Server, exception.FolderName);
        }
        catch (Exception exception) when (IsBroken(exception) || exception is ImapCommandException)
        {
            throw Failure(IncomingMailProblems.ConversationBroke, exception, Server);
        }
    }

    private static bool KeepsKeywords(IMailFolder folder) => folder.PermanentFlags.HasFlag(MessageFlags.UserDefined);

    private static UniqueId Id(string key)
    {
        var parts = key.Split(':');
        return new UniqueId(uint.Parse(parts[0], CultureInfo.InvariantCulture), uint.Parse(parts[1], CultureInfo.InvariantCulture));
    }

    private static bool IsBroken(Exception exception) =>
        exception is ProtocolException or IOException or SocketException or TimeoutException or ServiceNotConnectedException or ServiceNotAuthenticatedException or FolderNotOpenException;

    private static MailboxException Failure(string code, Exception cause, params object?[] arguments) => new(Problem.Of(code, ProblemKind.Refused, arguments), cause);

    private static string Cut(string name) => name.Length > 200 ? name[..200] : name;
}

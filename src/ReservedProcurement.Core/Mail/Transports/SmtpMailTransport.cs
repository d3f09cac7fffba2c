using System.Net.Sockets;
using System.Runtime.ExceptionServices;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Options;
using MimeKit;
using ReservedProcurement.Core.Outbox;
using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.Core.Mail.Transports;

/// <summary>Sends mail to the organisation's mail server, over one connection for the whole batch.</summary>
public sealed class SmtpMailTransport(IOptions<MailOptions> options) : IMailTransport, IAsyncDisposable
{
    private readonly MailOptions _options = options.Value;
    private TellingClient? _client;
    private ExceptionDispatchInfo? _noConnection;
    private int _sentOnThis;

    public async Task SendAsync(MimeMessage message, CancellationToken cancellationToken)
    {
        var client = await ConnectedAsync(cancellationToken);
        try
        {
            await SendOnceAsync(client, message, cancellationToken);
        }
        catch (Exception exception) when (WantsNewConnection(client, exception))
        {
            // A server that takes only so many mails over one connection, or no longer waits, goes before it has accepted the receiver: it can have taken nothing.
            Drop();
            await SendOnceAsync(await ConnectedAsync(cancellationToken), message, cancellationToken);
        }
    }

    private async Task SendOnceAsync(TellingClient client, MimeMessage message, CancellationToken cancellationToken)
    {
        try
        {
            client.ReceiverAccepted = false;
            await client.SendAsync(message, MailEnvelope.TakeReturnAddress(message), message.To.Mailboxes, cancellationToken);
            _sentOnThis++;
        }
        catch (SmtpCommandException exception) when (!WantsNewConnection(client, exception))
        {
            throw Refused(exception, message);
        }
        catch (Exception exception) when (IsBrokenConversation(exception) && !WantsNewConnection(client, exception))
        {
            Drop();
            throw Failure(MailProblems.ConversationBroke, exception, Server);
        }
        catch (Exception exception) when (!WantsNewConnection(client, exception))
        {
            // Cancelled in the middle of a command: what the server would answer next belongs to nobody.
            Drop();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_client is { IsConnected: true })
        {
            try
            {
                using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(5));
                await _client.DisconnectAsync(quit: true, patience.Token);
            }
            catch (Exception exception) when (IsBrokenConversation(exception) || exception is OperationCanceledException or SmtpCommandException)
            {
                // Everything has been sent; how the goodbye went changes nothing.
            }
        }

        Drop();
    }

    private string Server => $"{_options.Host}:{_options.PortOrUsual}";

    private async Task<TellingClient> ConnectedAsync(CancellationToken cancellationToken)
    {
        // A server that did not answer the first mail of the batch is not waited for again by each of the others.
        _noConnection?.Throw();
        if (_client is { IsConnected: true })
        {
            return _client;
        }

        Drop();
        _client = new TellingClient
        {
            Timeout = (int)TimeSpan.FromSeconds(_options.TimeoutSeconds).TotalMilliseconds,
            CheckCertificateRevocation = _options.CheckCertificateRevocation,
        };
        if (_options.TrustedCertificate is { Length: > 0 } file)
        {
            var trust = new MailServerTrust(file, _options.CheckCertificateRevocation);
            _client.ServerCertificateValidationCallback = (_, certificate, _, errors) => trust.Accepts(certificate, errors);
        }

        try
        {
            await ConnectAsync(_client, cancellationToken);
            return _client;
        }
        catch (OutboxFailureException failure)
        {
            Drop();
            _noConnection = ExceptionDispatchInfo.Capture(failure);
            throw;
        }
    }

    private async Task ConnectAsync(SmtpClient client, CancellationToken cancellationToken)
    {
        try
        {
            await client.ConnectAsync(await SocketAsync(cancellationToken), _options.Host!, _options.PortOrUsual, _options.SocketOptions, cancellationToken);
            if (!string.IsNullOrEmpty(_options.UserName))
            {
                await client.AuthenticateAsync(_options.UserName, _options.Password!, cancellationToken);
            }
        }
        catch (SslHandshakeException exception)
        {
            throw Failure(MailProblems.CertificateNotTrusted, exception, Server);
        }
        catch (NotSupportedException exception)
        {
            throw Failure(client.IsConnected ? MailProblems.SignInNotOffered : MailProblems.TlsNotOffered, exception, Server);
        }
        catch (AuthenticationException exception)
        {
            throw Failure(MailProblems.SignInRefused, exception, Server);
        }
        catch (SmtpCommandException exception)
        {
            throw Failure(MailProblems.ServerNotReady, exception, Server, (int)exception.StatusCode, ServerWords.Of(exception.Message));
        }
        catch (Exception exception) when (IsBrokenConversation(exception))
        {
            throw Failure(MailProblems.NoConnection, exception, Server);
        }
    }

    /// <summary>
    /// A connection that sends at once what it is given. The usual one holds the last piece of each mail back until the server has confirmed the piece before,
    /// which servers put off for some 40 ms.
    /// </summary>
    private async Task<Socket> SocketAsync(CancellationToken cancellationToken)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(_options.TimeoutSeconds));
        try
        {
            await socket.ConnectAsync(_options.Host!, _options.PortOrUsual, patience.Token);
            return socket;
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            socket.Dispose();
            throw new TimeoutException("The mail server did not answer.", exception);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>4xx is "not now", 5xx is "never". The server's own words say what must be mended; the address only stands where it was refused.</summary>
    private OutboxFailureException Refused(SmtpCommandException exception, MimeMessage message)
    {
        var status = (int)exception.StatusCode;
        var words = ServerWords.Of(exception.Message);
        var problem = exception.ErrorCode == SmtpErrorCode.RecipientNotAccepted
            ? Problem.Of(MailProblems.RecipientRefused, ProblemKind.Refused, exception.Mailbox?.Address ?? message.To.Mailboxes.First().Address, status, words)
            : Problem.Of(MailProblems.MailRefused, ProblemKind.Refused, Server, status, words);
        return new OutboxFailureException(problem, isPermanent: status is >= 500 and < 600, exception);
    }

    private static bool IsBrokenConversation(Exception exception) =>
        exception is ProtocolException or IOException or SocketException or TimeoutException or ServiceNotConnectedException or ServiceNotAuthenticatedException;

    private static OutboxFailureException Failure(string code, Exception cause, params object?[] arguments) =>
        new(Problem.Of(code, ProblemKind.Refused, arguments), isPermanent: false, cause);

    private bool WantsNewConnection(TellingClient client, Exception exception) =>
        _sentOnThis > 0 && !client.ReceiverAccepted && (IsBrokenConversation(exception) || exception is SmtpCommandException { StatusCode: SmtpStatusCode.ServiceNotAvailable });

    private void Drop()
    {
        _client?.Dispose();
        _client = null;
        _sentOnThis = 0;
    }

    private sealed class TellingClient : SmtpClient
    {
        /// <summary>Whether the server has accepted the receiver of the mail that is being sent, so that its contents may have followed.</summary>
        public bool ReceiverAccepted { get; set; }

        protected override void OnRecipientAccepted(MimeMessage message, MailboxAddress mailbox, SmtpResponse response)
        {
            ReceiverAccepted = true;
            base.OnRecipientAccepted(message, mailbox, response);
        }
    }
}

using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using MimeKit;

namespace ReservedProcurement.TestKit;

/// <summary>A mail server on loopback that accepts everything, except where the test's script says otherwise.</summary>
public sealed class ScriptedSmtpServer : IAsyncDisposable
{
    /// <summary>An answer that hangs up instead of answering.</summary>
    public const string Drop = "(drop)";

    /// <summary>Asked once when a client has connected.</summary>
    public const string Greeting = "(greeting)";

    /// <summary>Asked when a client has connected, before anything is said; an answer means that it is hung up on.</summary>
    public const string Connected = "(connected)";

    /// <summary>Asked when the client has asked for TLS and been told to go ahead.</summary>
    public const string InHandshake = "(in handshake)";

    /// <summary>Asked when the first line of a mail has come.</summary>
    public const string InData = "(in data)";

    /// <summary>Asked when the whole of a mail has come and been kept: <see cref="Drop"/> is a server that has the mail and never says so.</summary>
    public const string Taken = "(taken)";

    /// <summary>Asked when the whole of a mail has come.</summary>
    public const string EndOfData = ".";

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentBag<Task> _conversations = [];
    private readonly Task _accepting;
    private int _connections;
    private int _secured;

    public ScriptedSmtpServer()
    {
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _accepting = AcceptAsync();
    }

    public int Port { get; }

    public int Connections => _connections;

    /// <summary>The mails that were wholly received and answered with 250.</summary>
    public ConcurrentQueue<MimeMessage> Received { get; } = new();

    /// <summary>Every line that clients have sent, without the mails' content.</summary>
    public ConcurrentQueue<string> Commands { get; } = new();

    /// <summary>The script: an answer to a command, <see cref="Drop"/>, or null for the usual answer.</summary>
    public Func<string, string?> Answer { get; set; } = _ => null;

    /// <summary>Offers AUTH PLAIN and accepts any credentials unless the script refuses them.</summary>
    public bool OffersSignIn { get; set; }

    /// <summary>Offers STARTTLS with this certificate.</summary>
    public X509Certificate2? Certificate { get; set; }

    /// <summary>Speaks TLS from the first byte.</summary>
    public bool TlsOnConnect { get; set; }

    /// <summary>Clients that have gone over to TLS.</summary>
    public int Secured => _secured;

    /// <summary>The settings that lead the product here.</summary>
    public Dictionary<string, string?> Settings => new()
    {
        ["Mail:Transport"] = "Smtp",
        ["Mail:Host"] = "127.0.0.1",
        ["Mail:Port"] = Port.ToString(System.Globalization.CultureInfo.InvariantCulture),
        ["Mail:Security"] = "None",
        ["Mail:From"] = "reserverad@exempelstad.se",
        ["Mail:TimeoutSeconds"] = "20",
    };

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Dispose();
        await _accepting;
        await Task.WhenAll(_conversations);
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                Interlocked.Increment(ref _connections);
                _conversations.Add(Task.Run(() => ConverseAsync(client)));
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // Stopped.
        }
    }

    private async Task ConverseAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                await using Stream plain = client.GetStream();
                if (Answer(Connected) is not null || (!TlsOnConnect && !await SpeakAsync(plain, Greeting)) || Answer(InHandshake) is not null)
                {
                    return;
                }

                await using var tls = new SslStream(plain);
                await tls.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = Certificate }, _stop.Token);
                Interlocked.Increment(ref _secured);
                await SpeakAsync(tls, TlsOnConnect ? Greeting : null);
            }
            catch (Exception exception) when (exception is IOException or OperationCanceledException or System.Security.Authentication.AuthenticationException)
            {
                // The client hung up, or the test is over.
            }
        }
    }

    /// <summary>True when the client asked for TLS.</summary>
    private async Task<bool> SpeakAsync(Stream stream, string? opening)
    {
        using var reader = new StreamReader(stream, Encoding.Latin1, leaveOpen: true);
        await using var writer = new StreamWriter(stream, Encoding.Latin1, leaveOpen: true) { NewLine = "\r\n", AutoFlush = true };
        if (opening is not null && !await SayAsync(writer, Answer(opening) ?? "220 localhost"))
        {
            return false;
        }

        while (await reader.ReadLineAsync(_stop.Token) is { } command)
        {
            Commands.Enqueue(command);
            var verb = command.Split(' ', ':')[0].ToUpperInvariant();
            var answer = Answer(command);
            if (verb == "STARTTLS" && Certificate is not null && answer is null)
            {
                await writer.WriteLineAsync("220 go ahead");
                return true;
            }

            if (!await SayAsync(writer, answer ?? Usual(verb)) || verb == "QUIT")
            {
                return false;
            }

            if (verb == "DATA" && answer is null && !await ReceiveAsync(reader, writer))
            {
                return false;
            }
        }

        return false;
    }

    private async Task<bool> ReceiveAsync(StreamReader reader, StreamWriter writer)
    {
        var content = new StringBuilder();
        while (await reader.ReadLineAsync(_stop.Token) is { } line && line != ".")
        {
            if (content.Length == 0 && Answer(InData) == Drop)
            {
                return false;
            }

            content.Append(line.StartsWith('.') ? line[1..] : line).Append("\r\n");
        }

        var answer = Answer(EndOfData);
        if (answer is null)
        {
            using var bytes = new MemoryStream(Encoding.Latin1.GetBytes(content.ToString()));
            Received.Enqueue(await MimeMessage.LoadAsync(bytes, _stop.Token));
            answer = Answer(Taken);
        }

        return await SayAsync(writer, answer ?? "250 taken");
    }

    private static async Task<bool> SayAsync(StreamWriter writer, string answer)
    {
        if (answer == Drop)
        {
            return false;
        }

        await writer.WriteLineAsync(answer);

        // 421 is the last that a server says (RFC 5321, 3.8).
        return !answer.StartsWith("421", StringComparison.Ordinal);
    }

    private string Usual(string verb) => verb switch
    {
        "EHLO" => string.Join("\r\n", ["250-localhost", .. OffersSignIn ? ["250-AUTH PLAIN"] : Array.Empty<string>(), .. Certificate is null || TlsOnConnect ? Array.Empty<string>() : ["250-STARTTLS"], "250 8BITMIME"]),
        "AUTH" => "235 welcome",
        "DATA" => "354 go ahead",
        "QUIT" => "221 bye",
        "MAIL" or "RCPT" or "RSET" or "NOOP" or "HELO" => "250 ok",
        _ => "500 what?",
    };
}

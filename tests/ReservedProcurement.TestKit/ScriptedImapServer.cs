using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;

namespace ReservedProcurement.TestKit;

/// <summary>A mailbox on loopback with as much of IMAP as is needed to read it, except where the test's script says otherwise.</summary>
public sealed partial class ScriptedImapServer : IAsyncDisposable
{
    /// <summary>An answer that hangs up instead of answering.</summary>
    public const string Drop = "(drop)";

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentBag<Task> _conversations = [];
    private readonly ConcurrentDictionary<int, StoredMail> _mails = new();
    private readonly Task _accepting;
    private int _lastId;

    public ScriptedImapServer()
    {
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _accepting = AcceptAsync();
    }

    public int Port { get; }

    /// <summary>Changing it makes every mail a new one to whoever goes by the server's numbers.</summary>
    public int UidValidity { get; set; } = 7;

    /// <summary>Whether clients may put marks of their own on mails.</summary>
    public bool KeepsKeywords { get; set; } = true;

    /// <summary>Every command that clients have sent, without its tag.</summary>
    public ConcurrentQueue<string> Commands { get; } = new();

    /// <summary>The script: an answer to a command (without its tag), <see cref="Drop"/>, or null for the usual answer.</summary>
    public Func<string, string?> Answer { get; set; } = _ => null;

    public IEnumerable<StoredMail> Mails => _mails.Values.OrderBy(mail => mail.Id);

    /// <summary>The settings that lead the product here.</summary>
    public Dictionary<string, string?> Settings => new()
    {
        ["Mail:ReplyTo"] = "svar@exempelstad.se",
        ["Mail:Incoming:Host"] = "127.0.0.1",
        ["Mail:Incoming:Port"] = Port.ToString(CultureInfo.InvariantCulture),
        ["Mail:Incoming:Security"] = "None",
        ["Mail:Incoming:UserName"] = "svar",
        ["Mail:Incoming:Password"] = "hemligt",
        ["Mail:Incoming:TimeoutSeconds"] = "20",
    };

    public void Add(byte[] content, DateTimeOffset receivedAt)
    {
        var id = Interlocked.Increment(ref _lastId);
        _mails[id] = new StoredMail(id, content, receivedAt);
    }

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
                await using var stream = client.GetStream();
                using var reader = new StreamReader(stream, Encoding.Latin1, leaveOpen: true);
                await using var writer = new StreamWriter(stream, Encoding.Latin1, leaveOpen: true) { NewLine = "\r\n", AutoFlush = true };
                await writer.WriteLineAsync("* OK ready");
                while (await reader.ReadLineAsync(_stop.Token) is { } line)
                {
                    var (tag, command) = (line[..line.IndexOf(' ', StringComparison.Ordinal)], line[(line.IndexOf(' ', StringComparison.Ordinal) + 1)..]);
                    Commands.Enqueue(command);
                    var answer = Answer(command);
                    if (answer == Drop)
                    {
                        return;
                    }

                    foreach (var said in answer is null ? Usual(command) : [])
                    {
                        await writer.WriteLineAsync(said);
                    }

                    await writer.WriteLineAsync($"{tag} {answer ?? (command.StartsWith("SELECT", StringComparison.Ordinal) ? "OK [READ-WRITE] done" : "OK done")}");
                    if (command.StartsWith("LOGOUT", StringComparison.Ordinal))
                    {
                        return;
                    }
                }
            }
            catch (Exception exception) when (exception is IOException or OperationCanceledException)
            {
                // The client hung up, or the test is over.
            }
        }
    }

    private IEnumerable<string> Usual(string command)
    {
        var words = command.Split(' ');
        switch ($"{words[0]} {(words[0] == "UID" ? words[1] : "")}".Trim())
        {
            case "CAPABILITY":
                return ["* CAPABILITY IMAP4rev1 MOVE UIDPLUS"];
            case "LIST":
                return [$"* LIST (\\HasNoChildren) \"/\" {(words[^1] == "\"\"" ? "\"\"" : words[^1])}"];
            case "SELECT":
                return
                [
                    $"* {_mails.Count} EXISTS", "* 0 RECENT", "* FLAGS (\\Seen \\Deleted \\Answered)",
                    $"* OK [PERMANENTFLAGS (\\Seen \\Deleted{(KeepsKeywords ? " \\*" : "")})] ok", $"* OK [UIDVALIDITY {UidValidity}] ok", $"* OK [UIDNEXT {_lastId + 1}] ok",
                ];
            case "UID SEARCH":
                var unmarked = command.Contains("UNKEYWORD", StringComparison.Ordinal);
                return [$"* SEARCH {string.Join(' ', Mails.Where(mail => !mail.IsMoved && !(unmarked && mail.Flags.Contains("$Reserverad", StringComparison.Ordinal))).Select(mail => mail.Id))}"];
            case "UID FETCH":
                return _mails.TryGetValue(int.Parse(words[2], CultureInfo.InvariantCulture), out var fetched) && !fetched.IsMoved ? [Fetch(fetched, command)] : [];
            case "UID STORE":
                var marked = _mails[int.Parse(words[2], CultureInfo.InvariantCulture)];
                marked.Flags = Flags().Match(command).Groups["flags"].Value;
                return [];
            case "UID MOVE":
                _mails[int.Parse(words[2], CultureInfo.InvariantCulture)].MovedTo = words[3].Trim('"');
                return [];
            default:
                return [];
        }
    }

    private static string Fetch(StoredMail mail, string command)
    {
        var text = Encoding.Latin1.GetString(mail.Content);
        if (command.Contains("BODY.PEEK[HEADER]", StringComparison.Ordinal))
        {
            text = text[..(text.IndexOf("\n\r\n", StringComparison.Ordinal) is var end and >= 0 ? end + 3 : text.Length)];
            return $"* {mail.Id} FETCH (UID {mail.Id} BODY[HEADER] {{{text.Length}}}\r\n{text})";
        }

        return command.Contains("BODY.PEEK[]", StringComparison.Ordinal)
            ? $"* {mail.Id} FETCH (UID {mail.Id} BODY[] {{{text.Length}}}\r\n{text})"
            : $"* {mail.Id} FETCH (UID {mail.Id} RFC822.SIZE {text.Length} INTERNALDATE \"{mail.ReceivedAt.ToString("dd-MMM-yyyy HH:mm:ss", CultureInfo.InvariantCulture)} +0000\")";
    }

    [GeneratedRegex(@"\((?<flags>[^)]*)\)")]
    private static partial Regex Flags();

    /// <summary>A mail in the mailbox.</summary>
    public sealed record StoredMail(int Id, byte[] Content, DateTimeOffset ReceivedAt)
    {
        public string Flags { get; set; } = "";

        public string? MovedTo { get; set; }

        public bool IsMoved => MovedTo is not null;
    }
}

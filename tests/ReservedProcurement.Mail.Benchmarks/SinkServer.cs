using System.Net;
using System.Net.Sockets;
using System.Text;

namespace ReservedProcurement.Mail.Benchmarks;

/// <summary>
/// A mail server on loopback that takes everything and keeps nothing, in a process of its own so that its work is not counted as ours.
/// It answers each mail after the given time, as a server does that first writes to disk or looks the receiver up.
/// </summary>
internal sealed class SinkServer(TimeSpan answerTime)
{
    private static readonly byte[] EndOfData = "\r\n.\r\n"u8.ToArray();
    private static readonly byte[] EndOfLine = "\r\n"u8.ToArray();

    public async Task RunAsync()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        Console.WriteLine(((IPEndPoint)listener.LocalEndpoint).Port);
        while (true)
        {
            var client = await listener.AcceptTcpClientAsync();
            _ = Task.Run(() => ConverseAsync(client));
        }
    }

    private async Task ConverseAsync(TcpClient client)
    {
        using (client)
        {
            client.NoDelay = true;
            var conversation = new Conversation(client.GetStream());
            await conversation.SayAsync("220 sink\r\n");
            while (await conversation.ReadToAsync(EndOfLine) is { } line)
            {
                var verb = Encoding.ASCII.GetString(line.AsSpan()[..Math.Min(4, line.Length)]).ToUpperInvariant();
                await conversation.SayAsync(verb switch
                {
                    "EHLO" => "250-sink\r\n250-PIPELINING\r\n250 8BITMIME\r\n",
                    "DATA" => "354 go ahead\r\n",
                    "QUIT" => "221 bye\r\n",
                    _ => "250 ok\r\n",
                });
                if (verb == "QUIT")
                {
                    return;
                }

                if (verb == "DATA")
                {
                    await conversation.ReadToAsync(EndOfData);
                    if (answerTime > TimeSpan.Zero)
                    {
                        await Task.Delay(answerTime);
                    }

                    await conversation.SayAsync("250 taken\r\n");
                }
            }
        }
    }

    private sealed class Conversation(NetworkStream stream)
    {
        private byte[] _buffer = new byte[64 * 1024];
        private int _length;

        public Task SayAsync(string answer) => stream.WriteAsync(Encoding.ASCII.GetBytes(answer)).AsTask();

        /// <summary>What comes before the mark, or null when the client has hung up.</summary>
        public async Task<byte[]?> ReadToAsync(byte[] mark)
        {
            var searched = 0;
            while (true)
            {
                var found = _buffer.AsSpan(searched, _length - searched).IndexOf(mark);
                if (found >= 0)
                {
                    var read = _buffer[..Math.Min(8, searched + found)];
                    var rest = searched + found + mark.Length;
                    Buffer.BlockCopy(_buffer, rest, _buffer, 0, _length - rest);
                    _length -= rest;
                    return read;
                }

                searched = Math.Max(0, _length - mark.Length + 1);
                if (_length == _buffer.Length)
                {
                    Array.Resize(ref _buffer, _buffer.Length * 2);
                }

                var more = await stream.ReadAsync(_buffer.AsMemory(_length));
                if (more == 0)
                {
                    return null;
                }

                _length += more;
            }
        }
    }
}

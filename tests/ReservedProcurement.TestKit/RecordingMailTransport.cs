using MimeKit;
using ReservedProcurement.Core.Mail.Transports;

namespace ReservedProcurement.TestKit;

/// <summary>Keeps the mails that are sent, as a receiver gets them: written out and read again.</summary>
public sealed class RecordingMailTransport : IMailTransport
{
    private readonly Lock _lock = new();
    private readonly List<MimeMessage> _sent = [];

    public IReadOnlyList<MimeMessage> Sent
    {
        get
        {
            lock (_lock)
            {
                return [.. _sent];
            }
        }
    }

    /// <summary>Called before a mail is taken; may throw as a server would.</summary>
    public Func<MimeMessage, Task> Before { get; set; } = _ => Task.CompletedTask;

    public async Task SendAsync(MimeMessage message, CancellationToken cancellationToken)
    {
        await Before(message);
        using var written = new MemoryStream();
        await message.WriteToAsync(written, cancellationToken);
        written.Position = 0;
        var received = await MimeMessage.LoadAsync(written, cancellationToken);
        lock (_lock)
        {
            _sent.Add(received);
        }
    }
}

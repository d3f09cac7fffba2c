using Microsoft.Extensions.Options;
using MimeKit;
using ReservedProcurement.Core.Outbox;
using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.Core.Mail.Transports;

/// <summary>Writes each mail as a file instead of sending it. The file is named by the Message-ID, so a repeat replaces the same file.</summary>
public sealed class FileMailTransport(IOptions<DataOptions> data) : IMailTransport
{
    public const string Extension = ".eml";

    public string Folder { get; } = Path.Combine(data.Value.Path, "outbox");

    public async Task SendAsync(MimeMessage message, CancellationToken cancellationToken)
    {
        try
        {
            PrivateFolder.Create(Folder);
            var file = Path.Combine(Folder, message.MessageId!.Split('.')[0] + Extension);

            // Written under another name and then renamed: a reader sees the whole mail or none of it.
            var unfinished = $"{file}.{Path.GetRandomFileName()}";
            await message.WriteToAsync(unfinished, cancellationToken);
            File.Move(unfinished, file, overwrite: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new OutboxFailureException(Problem.Of(MailProblems.CannotWriteFile, ProblemKind.Refused, Folder), isPermanent: false, exception);
        }
    }
}

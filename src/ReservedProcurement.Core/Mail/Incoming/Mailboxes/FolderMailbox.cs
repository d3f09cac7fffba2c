using System.Security.Cryptography;
using MimeKit;
using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.Core.Mail.Incoming.Mailboxes;

/// <summary>Mails as <c>.eml</c> files in a folder, for trying without a mail server. A file is moved aside when it has been taken.</summary>
public sealed class FolderMailbox(string folder, long largest) : IReplyMailbox
{
    public const string HandledFolder = "hanterade";

    private const int MostFiles = 1000;

    private readonly Dictionary<string, string> _files = new(StringComparer.Ordinal);

    public string Name => "mapp";

    public async Task<IReadOnlyList<string>> ListAsync(CancellationToken cancellationToken)
    {
        _files.Clear();
        PrivateFolder.Create(folder);
        foreach (var file in Directory.EnumerateFiles(folder, "*.eml").Order(StringComparer.Ordinal).Take(MostFiles))
        {
            // A name can be used again for another mail, so the key is made from the content.
            try
            {
                await using var content = File.OpenRead(file);
                _files[Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancellationToken))] = file;
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                throw new MailboxException(Problem.Of(IncomingMailProblems.FileNotReadable, ProblemKind.Refused, Path.GetFileName(file)), exception);
            }
        }

        return [.. _files.Keys];
    }

    public async Task<FetchedMail?> FetchAsync(string key, CancellationToken cancellationToken)
    {
        try
        {
            var file = new FileInfo(_files[key]);
            if (file.Length > largest)
            {
                await using var beginning = file.OpenRead();
                return new FetchedMail(null, null, await HeaderList.LoadAsync(beginning, cancellationToken), file.Length);
            }

            return new FetchedMail(null, new MemoryStream(await File.ReadAllBytesAsync(file.FullName, cancellationToken)), null, file.Length);
        }
        catch (FileNotFoundException)
        {
            return null;
        }
    }

    public Task PutAsideAsync(string key, CancellationToken cancellationToken)
    {
        if (_files.TryGetValue(key, out var file) && File.Exists(file))
        {
            var aside = Path.Combine(folder, HandledFolder);
            PrivateFolder.Create(aside);
            File.Move(file, Path.Combine(aside, Path.GetFileName(file)), overwrite: true);
        }

        return Task.CompletedTask;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}

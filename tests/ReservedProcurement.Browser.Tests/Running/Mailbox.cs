using MimeKit;

namespace ReservedProcurement.Browser.Tests.Running;

/// <summary>The mails that the program has written as files.</summary>
internal static class Mailbox
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);

    /// <summary>Waits for a mail to this person, with these words in its subject, and gives the first link in it that begins with the path.</summary>
    public static async Task<string> LinkToAsync(WebProgram program, string email, string about = "", string path = "/")
    {
        var folder = Path.Combine(program.Data, "outbox");
        using var patience = new CancellationTokenSource(LongestWait);
        while (true)
        {
            foreach (var file in Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*.eml") : [])
            {
                var mail = await MimeMessage.LoadAsync(file, CancellationToken.None);
                if (mail.To.Mailboxes.Any(mailbox => mailbox.Address == email) && (mail.Subject ?? "").Contains(about, StringComparison.Ordinal)
                    && (mail.TextBody ?? "").Split(['\n', '\r', ' ', '<', '>'], StringSplitOptions.RemoveEmptyEntries)
                        .FirstOrDefault(word => word.StartsWith(new Uri(program.Address, path).ToString(), StringComparison.Ordinal)) is { } link)
                {
                    return link;
                }
            }

            try
            {
                await Task.Delay(TimeSpan.FromMilliseconds(200), patience.Token);
            }
            catch (OperationCanceledException)
            {
                throw new InvalidOperationException($"No mail to {email} in {folder} within {LongestWait.TotalSeconds} seconds.\n{program.Output}");
            }
        }
    }
}

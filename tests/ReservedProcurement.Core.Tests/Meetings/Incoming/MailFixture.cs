using System.Text;
using MimeKit;
using ReservedProcurement.Core.Tests.Sql;

namespace ReservedProcurement.Core.Tests.Meetings.Incoming;

/// <summary>Mails as clients and servers send them, written for these tests. Each speaks of one invitation and one mail of ours, which a test changes into its own.</summary>
internal static class MailFixture
{
    public const string InvitationId = "01993c4e-7b20-7cc1-9f00-5a1dbd2c0e11";
    public const string MailId = "01993c4e7b207cc19f005a1dbd2c0e22";

    private static readonly string Folder = Path.Combine(ProductSql.Root, "tests", "ReservedProcurement.Core.Tests", "Fixtures", "IncomingMail");

    public static IEnumerable<string> Names => Directory.GetFiles(Folder, "*.eml").Select(file => Path.GetFileNameWithoutExtension(file)!).Order(StringComparer.Ordinal);

    public static byte[] Bytes(string name) => File.ReadAllBytes(Path.Combine(Folder, $"{name}.eml"));

    public static MimeMessage Message(string name) => MimeMessage.Load(new MemoryStream(Bytes(name)));

    /// <summary>The mail as if it spoke of another invitation, inside encoded parts too.</summary>
    public static MemoryStream Of(string name, Guid invitationId, Guid? mailId = null, Func<string, string>? change = null)
    {
        string Change(string text) => (change ?? (unchanged => unchanged))(text
            .Replace(InvitationId, invitationId.ToString("D"), StringComparison.Ordinal)
            .Replace(InvitationId.ToUpperInvariant(), invitationId.ToString("D").ToUpperInvariant(), StringComparison.Ordinal)
            .Replace(InvitationId.Replace("-", "", StringComparison.Ordinal), invitationId.ToString("N"), StringComparison.Ordinal)
            .Replace(MailId, (mailId ?? Guid.Parse(MailId)).ToString("N"), StringComparison.Ordinal));

        var message = MimeMessage.Load(new MemoryStream(Encoding.UTF8.GetBytes(Change(Encoding.UTF8.GetString(Bytes(name))))));
        foreach (var part in message.BodyParts.OfType<MimePart>().Where(part => part.ContentTransferEncoding == ContentEncoding.Base64 && part.Content is not null))
        {
            using var content = new MemoryStream();
            part.Content!.DecodeTo(content);
            part.Content = new MimeContent(new MemoryStream(Encoding.UTF8.GetBytes(Change(Encoding.UTF8.GetString(content.ToArray())))));
        }

        var written = new MemoryStream();
        message.WriteTo(written);
        written.Position = 0;
        return written;
    }
}

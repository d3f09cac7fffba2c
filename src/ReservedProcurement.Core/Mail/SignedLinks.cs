using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.Core.Mail;

/// <summary>What a signed code says: whom it was made for, and the stamp that must still be theirs for it to hold.</summary>
public sealed record SignedCode(Guid SubjectId, string Stamp, DateTimeOffset ExpiresAt);

/// <summary>
/// Codes in personal links: they hold for one purpose and one subject, until a given instant, and cannot be made or altered by anyone else.
/// The stamp ties a code to a state of its subject, such as a user's security stamp: when that changes, codes made before it are spent.
/// </summary>
public sealed class SignedLinks(IDataProtectionProvider protection, TimeProvider clock)
{
    private const int ExpiryLength = sizeof(long);
    private const int SubjectLength = 16;

    public string CreateCode(string purpose, Guid subjectId, string stamp, DateTimeOffset expiresAt)
    {
        var content = new byte[ExpiryLength + SubjectLength + Encoding.UTF8.GetByteCount(stamp)];
        BinaryPrimitives.WriteInt64BigEndian(content, expiresAt.ToUnixTimeMilliseconds());
        subjectId.TryWriteBytes(content.AsSpan(ExpiryLength));
        Encoding.UTF8.GetBytes(stamp, content.AsSpan(ExpiryLength + SubjectLength));
        return Base64Url.EncodeToString(Protector(purpose).Protect(content));
    }

    /// <summary>What the code says, or why it does not hold. That the stamp is still the subject's is for the caller to check.</summary>
    public Result<SignedCode> Read(string purpose, string? code)
    {
        byte[] content;
        try
        {
            content = Protector(purpose).Unprotect(Base64Url.DecodeFromChars(code ?? ""));
        }
        catch (Exception exception) when (exception is FormatException or CryptographicException)
        {
            return MailProblems.NotALink;
        }

        var expiresAt = DateTimeOffset.FromUnixTimeMilliseconds(BinaryPrimitives.ReadInt64BigEndian(content));
        return expiresAt <= clock.GetUtcNow()
            ? MailProblems.LinkHasExpired
            : new SignedCode(
                new Guid(content.AsSpan(ExpiryLength, SubjectLength)),
                Encoding.UTF8.GetString(content.AsSpan(ExpiryLength + SubjectLength)),
                expiresAt);
    }

    // The framework's own time-limited protector reads the machine's clock; the expiry stands in the content instead, so that it is judged by the product's.
    private IDataProtector Protector(string purpose) => protection.CreateProtector("SignedLinks", purpose);
}

/// <summary>What a signed code may be used for. A code for one purpose is worth nothing for another.</summary>
public static class LinkPurposes
{
    public const string Invitation = "invitation";
    public const string PasswordReset = "password-reset";
    public const string MeetingAnswer = "meeting-answer";
    public const string MeetingSurvey = "meeting-survey";
    public const string WeeklyDigest = "weekly-digest";
    public const string DatePollReply = "date-poll-reply";
}

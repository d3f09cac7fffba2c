using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Mail;
using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.Core.Meetings.FollowUp.Digests;

/// <summary>Whether somebody gets the weekly digest.</summary>
public sealed record DigestChoice(string Email, bool IsOn);

/// <summary>Turns the digest off and on: by the link in it, without an account, or by who is signed in.</summary>
public sealed class ChooseDigestHandler(Database database, SignedLinks links)
{
    private const string EmailSql = "select Email from Users where Id = @Id and IsClosed = 0";

    private const string RemoveSql = "delete from DigestRefusals where EmailKey = @EmailKey";

    private const string InsertSql = "insert into DigestRefusals (EmailKey, RefusedAt) values (@EmailKey, @Now)";

    public async Task<Result<DigestChoice>> LookAsync(Actor? actor, string? code, CancellationToken cancellationToken)
    {
        var email = await EmailAsync(actor, code, cancellationToken);
        return email.Succeeded ? new DigestChoice(email.Value, !await database.ReadAsync(session => DigestReceivers.HasRefusedAsync(session, email.Value), cancellationToken)) : email.Problem;
    }

    public async Task<Result<DigestChoice>> HandleAsync(Actor? actor, string? code, bool isOn, CancellationToken cancellationToken)
    {
        var email = await EmailAsync(actor, code, cancellationToken);
        if (!email.Succeeded)
        {
            return email.Problem;
        }

        return await database.WriteAsync<DigestChoice>(
            actor ?? new Actor { Name = email.Value, Via = "link" },
            async write =>
            {
                var key = new { EmailKey = DigestReceivers.Key(email.Value), write.Now };
                await write.ExecuteAsync(RemoveSql, key);
                if (!isOn)
                {
                    await write.ExecuteAsync(InsertSql, key);
                }

                return new DigestChoice(email.Value, isOn);
            },
            cancellationToken,
            FollowUpProblems.AlreadyAskedFor);
    }

    private async Task<Result<string>> EmailAsync(Actor? actor, string? code, CancellationToken cancellationToken)
    {
        if (!string.IsNullOrEmpty(code))
        {
            var read = links.Read(LinkPurposes.WeeklyDigest, code);
            return read.Succeeded ? read.Value.Stamp : read.Problem;
        }

        return actor?.UserId is { } userId && await database.ReadAsync(session => session.SingleOrDefaultAsync<string>(EmailSql, new { Id = userId }), cancellationToken) is { } email
            ? email
            : FollowUpProblems.LinkIsNotValid;
    }
}

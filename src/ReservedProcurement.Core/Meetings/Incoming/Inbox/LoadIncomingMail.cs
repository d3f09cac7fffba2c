using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.Core.Meetings.Incoming.Inbox;

/// <summary>A mail with what stands in it.</summary>
public sealed record IncomingMail : IncomingMailSummary
{
    public string? Body { get; init; }

    /// <summary>As it is stored.</summary>
    internal string? Attachments { get; init; }
    public DateTimeOffset? TextRemovedAt { get; init; }
    public Guid? AnswerId { get; init; }
}

/// <summary>Loads a mail as an actor may see or change it. Another authority's does not exist.</summary>
internal static class LoadIncomingMail
{
    private const string ByIdSql = FindIncomingMailHandler.Columns + ", m.Body, m.Attachments, m.TextRemovedAt, m.AnswerId" + FindIncomingMailHandler.From + "where m.Id = @Id";

    public static async Task<Result<IncomingMail>> ToReadAsync(SqlSession session, Actor actor, Guid id) =>
        await session.SingleOrDefaultAsync<IncomingMail>(ByIdSql, new { Id = id }) is { } mail && May(actor, Permission.Read, mail) ? mail : CommonProblems.NoSuchRecord;

    public static async Task<Result<IncomingMail>> ToChangeAsync(WriteTransaction write, Guid id)
    {
        var found = await ToReadAsync(write, write.Actor, id);
        return found.Succeeded && !May(write.Actor, Permission.EditProcurements, found.Value) ? CommonProblems.NotAllowed : found;
    }

    public static bool May(Actor actor, Permission permission, IncomingMailSummary mail) =>
        mail.AuthorityId is { } authority ? actor.May(permission, authority) : actor.IsInstallationAdministrator && actor.MayAnywhere(permission);
}

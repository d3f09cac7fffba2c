using System.Text.Json;
using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Mail.Incoming.Reading;
using ReservedProcurement.Core.Meetings.Incoming.Bounces;
using ReservedProcurement.Core.Meetings.Incoming.Proposals;
using ReservedProcurement.Core.Meetings.Invitations;
using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.Core.Meetings.Incoming.Inbox;

/// <summary>A mail and what can be done with it.</summary>
public sealed record OpenedMail(IncomingMail Mail)
{
    public IReadOnlyList<MailAttachment> Files { get; init; } = [];
    public Meeting? Meeting { get; init; }

    /// <summary>With the answer that holds.</summary>
    public Invitation? Invitation { get; init; }
    public TimeProposal? Proposal { get; init; }

    /// <summary>Others to write to at the same enterprise, when the mail tells of a bounce.</summary>
    public IReadOnlyList<OtherContact> OtherContacts { get; init; } = [];

    /// <summary>Invitations that the mail can be given to.</summary>
    public IReadOnlyList<PossibleInvitation> Possible { get; init; } = [];
    public required bool MayEdit { get; init; }
}

public sealed record PossibleInvitation
{
    public required Guid Id { get; init; }
    public required string PartyName { get; init; }
    public required string MeetingTitle { get; init; }
    public required DateTimeOffset StartsAt { get; init; }
}

/// <summary>One mail. Opening it changes nothing; somebody says when it is read.</summary>
public sealed class GetIncomingMailHandler(Database database)
{
    private const int RecentDays = 60;
    private const int MostPossible = 1000;

    private const string PossibleSql = """
        select Id, PartyName, MeetingTitle, StartsAt from (
            select i.Id, i.PartyName, m.Title as MeetingTitle, m.StartsAt, row_number() over (order by m.StartsAt desc, m.Id, i.PartyKey, i.Id) as RowNumber
            from MeetingInvitations i
            join Meetings m on m.Id = i.MeetingId
            where (@SeesAll = 1 or m.AuthorityId in @AuthorityIds) and (@AuthorityId is null or m.AuthorityId = @AuthorityId) and m.EndsAt >= @Since
        ) possible
        where RowNumber <= @Take
        order by RowNumber
        """;

    public async Task<Result<OpenedMail>> HandleAsync(Actor actor, Guid id, CancellationToken cancellationToken) => await database.ReadAsync<Result<OpenedMail>>(
        async session =>
        {
            var found = await LoadIncomingMail.ToReadAsync(session, actor, id);
            if (!found.Succeeded)
            {
                return found.Problem;
            }

            var mail = found.Value;
            var mayEdit = LoadIncomingMail.May(actor, Permission.EditProcurements, mail);
            var invitation = mail.InvitationId is { } invitationId ? await InvitationRows.ByIdAsync(session, invitationId) : null;
            return new OpenedMail(mail)
            {
                Files = mail.Attachments is { } files ? JsonSerializer.Deserialize<List<MailAttachment>>(files) ?? [] : [],
                Meeting = mail.MeetingId is { } meetingId ? await MeetingRows.ByIdAsync(session, meetingId) : null,
                Invitation = invitation,
                Proposal = mail.MailKind == IncomingMailKind.TimeProposal ? await TimeProposals.ByIdAsync(session, id) : null,
                OtherContacts = mail.MailKind == IncomingMailKind.Bounce && invitation is not null ? await OtherContacts.OfAsync(session, invitation) : [],
                Possible = mayEdit && invitation is null
                    ? await session.QueryAsync<PossibleInvitation>(
                        PossibleSql,
                        new
                        {
                            SeesAll = actor.IsInstallationAdministrator,
                            AuthorityIds = FindIncomingMailHandler.AuthorityIds(actor),
                            mail.AuthorityId,
                            Since = database.Clock.GetUtcNow().AddDays(-RecentDays),
                            Take = MostPossible,
                        })
                    : [],
                MayEdit = mayEdit,
            };
        },
        cancellationToken);
}

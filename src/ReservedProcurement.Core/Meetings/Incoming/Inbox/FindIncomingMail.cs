using FluentValidation;
using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Language;
using ReservedProcurement.Core.Mail.Incoming.Reading;
using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.Core.Meetings.Incoming.Inbox;

/// <summary>Which mails to list. What is null filters nothing.</summary>
public sealed record FindIncomingMail
{
    public const int LargestPage = 200;

    /// <summary>Anywhere in sender, subject or text.</summary>
    public string? Text { get; init; }
    public Guid? MeetingId { get; init; }
    public IncomingMailKind? MailKind { get; init; }
    public InboxFilter Show { get; init; }
    public int Page { get; init; } = 1;
    public int PageSize { get; init; } = 50;
}

public enum InboxFilter
{
    /// <summary>What somebody has to look at.</summary>
    ToDo,

    /// <summary>All, also what the service has taken care of.</summary>
    All,
    Handled,

    /// <summary>Those that belong to no invitation.</summary>
    Unmatched,
}

public sealed record InboxPage(IReadOnlyList<IncomingMailSummary> Items, int Total, int Page, int PageSize)
{
    /// <summary>How many nobody has read, whatever is filtered.</summary>
    public required int Unread { get; init; }
}

/// <summary>Lists the mails of the authorities that the actor may read, unread ones first. What belongs to no authority is for administrators of the installation.</summary>
public sealed class FindIncomingMailHandler(Database database, FindIncomingMailHandler.Validator validator)
{
    internal const string Visible = "(@SeesAll = 1 or m.AuthorityId in @AuthorityIds)";

    internal const string Columns = """
        select m.Id, m.ReceivedAt, m.Kind as MailKind, m.MatchedBy, m.Outcome, m.SenderName, m.SenderEmail, m.Subject, m.AuthorityId, m.MeetingId, t.Title as MeetingTitle,
            m.InvitationId, i.PartyName, b.Severity as BounceSeverity, b.Reason as BounceReason, m.ReadAt, m.HandledAt, m.HandledByName
        """;

    internal const string From = """

        from IncomingMails m
        left join Meetings t on t.Id = m.MeetingId
        left join MeetingInvitations i on i.Id = m.InvitationId
        left join MailBounces b on b.IncomingMailId = m.Id

        """;

    private const string Matching = From + "where " + Visible + """

            and (@MeetingId is null or m.MeetingId = @MeetingId)
            and (@MailKind is null or m.Kind = @MailKind)
            and (@Pattern is null or m.SearchKey like @Pattern escape '!')
            and (@Show = 'All' or (@Show = 'ToDo' and m.HandledAt is null) or (@Show = 'Handled' and m.HandledAt is not null) or (@Show = 'Unmatched' and m.InvitationId is null))

        """;

    private const string CountSql = "select count(*) " + Matching;

    private const string UnreadSql = "select count(*) from IncomingMails m where " + Visible + " and m.ReadAt is null and (@MeetingId is null or m.MeetingId = @MeetingId)";

    private const string PageSql = """
        select * from (
            select r.*, row_number() over (order by case when r.ReadAt is null then 0 else 1 end, r.ReceivedAt desc, r.Id desc) as RowNumber
            from (
        """ + Columns + Matching + """
            ) r
        ) numbered
        where RowNumber between @First and @Last
        order by RowNumber
        """;

    public async Task<Result<InboxPage>> HandleAsync(Actor actor, FindIncomingMail request, CancellationToken cancellationToken)
    {
        if (!actor.MayAnywhere(Permission.Read))
        {
            return CommonProblems.NotAllowed;
        }

        if (validator.Problem(request) is { } problem)
        {
            return problem;
        }

        var first = ((request.Page - 1) * request.PageSize) + 1;
        var parameters = Parameters(actor, request, first, first + request.PageSize - 1);
        return await database.ReadAsync<Result<InboxPage>>(
            async session =>
            {
                if (request.MeetingId is { } meetingId && await LoadMeeting.ToReadAsync(session, actor, meetingId) is { Succeeded: false } missing)
                {
                    return missing.Problem;
                }

                return new InboxPage(
                    await session.QueryAsync<IncomingMailSummary>(PageSql, parameters),
                    await session.SingleAsync<int>(CountSql, parameters),
                    request.Page,
                    request.PageSize)
                {
                    Unread = await session.SingleAsync<int>(UnreadSql, parameters),
                };
            },
            cancellationToken);
    }

    internal static Guid[] AuthorityIds(Actor actor) => [.. actor.Memberships.Select(membership => membership.AuthorityId).DefaultIfEmpty(Guid.Empty)];

    private static object Parameters(Actor actor, FindIncomingMail request, int first, int last) => new
    {
        SeesAll = actor.IsInstallationAdministrator,
        AuthorityIds = AuthorityIds(actor),
        request.MeetingId,
        MailKind = request.MailKind?.ToString(),
        Pattern = string.IsNullOrWhiteSpace(request.Text) ? null : SwedishText.ContainsPattern(request.Text.Trim()),
        Show = request.Show.ToString(),
        First = first,
        Last = last,
    };

    public sealed class Validator : AbstractValidator<FindIncomingMail>
    {
        public Validator()
        {
            RuleFor(request => request.Text).MaximumLength(200);
            RuleFor(request => request.MailKind).IsInEnum();
            RuleFor(request => request.Show).IsInEnum();
            RuleFor(request => request.Page).InclusiveBetween(1, 1_000_000);
            RuleFor(request => request.PageSize).InclusiveBetween(1, FindIncomingMail.LargestPage);
        }
    }
}

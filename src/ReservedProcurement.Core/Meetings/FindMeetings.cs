using FluentValidation;
using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Language;
using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.Core.Meetings;

/// <summary>Which meetings to list. What is null filters nothing.</summary>
public sealed record FindMeetings
{
    public const int LargestPage = 200;

    /// <summary>Anywhere in the title.</summary>
    public string? Text { get; init; }
    public MeetingKind? Kind { get; init; }

    /// <summary>A kind of an authority's own.</summary>
    public Guid? OwnKindId { get; init; }

    /// <summary>About this procurement or a lot of it.</summary>
    public Guid? ProcurementId { get; init; }

    /// <summary>True for those to come, false for those that have been; both when null.</summary>
    public bool? Coming { get; init; }
    public MeetingSort Sort { get; init; }
    public int Page { get; init; } = 1;
    public int PageSize { get; init; } = 50;
}

public enum MeetingSort
{
    /// <summary>Those to come first, the next one at the top; then those that have been, the latest first.</summary>
    Next,
    Date,
    DateDescending,
    Title,
    TitleDescending,
}

public sealed record MeetingPage(IReadOnlyList<MeetingSummary> Items, int Total, int Page, int PageSize);

/// <summary>One row of the list.</summary>
public sealed record MeetingSummary
{
    public required Guid Id { get; init; }
    public required string Title { get; init; }
    public required MeetingKind MeetingKind { get; init; }
    public string? OwnKindName { get; init; }
    public required string AuthorityName { get; init; }
    public string? UnitName { get; init; }
    public required DateTimeOffset StartsAt { get; init; }
    public required DateTimeOffset EndsAt { get; init; }
    public string? Place { get; init; }
    public DateTimeOffset? CancelledAt { get; init; }
    public required int Invited { get; init; }
    public required int Answered { get; init; }

    /// <summary>Organisations that have said yes.</summary>
    public required int Coming { get; init; }
    public required int Version { get; init; }

    public string KindName => OwnKindName ?? Texts.Name(MeetingKind);
}

/// <summary>Lists the meetings of the authorities that the actor may read: the next one first, and of those that have been the latest first.</summary>
public sealed class FindMeetingsHandler(Database database, FindMeetingsHandler.Validator validator)
{
    internal const string Matching = """
        from Meetings m
        join Authorities a on a.Id = m.AuthorityId
        left join Units u on u.Id = m.UnitId
        left join MeetingKinds k on k.Id = m.OwnKindId
        where (@SeesAll = 1 or m.AuthorityId in @AuthorityIds)
            and (@Kind is null or (m.Kind = @Kind and m.OwnKindId is null))
            and (@OwnKindId is null or m.OwnKindId = @OwnKindId)
            and (@ProcurementId is null or m.ProcurementId = @ProcurementId
                or exists (select 1 from MeetingProcurements p where p.MeetingId = m.Id and p.ProcurementId = @ProcurementId)
                or exists (select 1 from MeetingLots x join Lots l on l.Id = x.LotId where x.MeetingId = m.Id and l.ProcurementId = @ProcurementId))
            and (@Pattern is null or m.TitleKey like @Pattern escape '!')
            and (@Coming is null or (@Coming = 1 and m.EndsAt > @Now) or (@Coming = 0 and m.EndsAt <= @Now))

        """;

    private const string CountSql = "select count(*) " + Matching;

    internal const string PageSql = """
        select r.Id, r.Title, r.Kind as MeetingKind, r.OwnKindName, r.AuthorityName, r.UnitName, r.StartsAt, r.EndsAt, r.Place, r.CancelledAt, r.Version,
            (select count(*) from MeetingInvitations i where i.MeetingId = r.Id) as Invited,
            (select count(*) from MeetingInvitations i where i.MeetingId = r.Id and exists (select 1 from MeetingAnswers s where s.InvitationId = i.Id)) as Answered,
            (select count(*) from MeetingInvitations i
                join (select InvitationId, Answer, row_number() over (partition by InvitationId order by AnsweredAt desc, Id desc) as Latest from MeetingAnswers) s
                    on s.InvitationId = i.Id and s.Latest = 1 and s.Answer = 'Yes'
                where i.MeetingId = r.Id) as Coming
        from (
            select m.Id, m.Title, m.Kind, k.Name as OwnKindName, a.Name as AuthorityName, u.Name as UnitName, m.StartsAt, m.EndsAt, m.Place, m.CancelledAt, m.Version,
                row_number() over (order by
                    case when @Sort = 'Title' then m.TitleKey end,
                    case when @Sort = 'TitleDescending' then m.TitleKey end desc,
                    case when @Sort = 'Date' then m.StartsAt end,
                    case when @Sort = 'DateDescending' then m.StartsAt end desc,
                    case when m.EndsAt > @Now then 0 else 1 end,
                    case when m.EndsAt > @Now then m.StartsAt end,
                    m.StartsAt desc, m.Id) as RowNumber

        """ + Matching + """
        ) r
        where r.RowNumber between @First and @Last
        order by r.RowNumber
        """;

    public async Task<Result<MeetingPage>> HandleAsync(Actor actor, FindMeetings request, CancellationToken cancellationToken)
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
        var parameters = Parameters(actor, request, database.Clock.GetUtcNow(), first, first + request.PageSize - 1);
        return await database.ReadAsync<Result<MeetingPage>>(
            async session => new MeetingPage(
                await session.QueryAsync<MeetingSummary>(PageSql, parameters),
                await session.SingleAsync<int>(CountSql, parameters),
                request.Page,
                request.PageSize),
            cancellationToken);
    }

    internal static object Parameters(Actor actor, FindMeetings request, DateTimeOffset now, int first, int last) => new
    {
        SeesAll = actor.IsInstallationAdministrator,
        AuthorityIds = Meetings.AuthorityIds.Of(actor),
        Kind = request.Kind?.ToString(),
        request.OwnKindId,
        request.ProcurementId,
        Pattern = string.IsNullOrWhiteSpace(request.Text) ? null : SwedishText.ContainsPattern(request.Text.Trim()),
        request.Coming,
        Sort = request.Sort.ToString(),
        Now = now,
        First = first,
        Last = last,
    };

    public sealed class Validator : AbstractValidator<FindMeetings>
    {
        public Validator()
        {
            RuleFor(request => request.Text).MaximumLength(200);
            RuleFor(request => request.Kind).IsInEnum();
            RuleFor(request => request.Sort).IsInEnum();
            RuleFor(request => request.Page).InclusiveBetween(1, 1_000_000);
            RuleFor(request => request.PageSize).InclusiveBetween(1, FindMeetings.LargestPage);
        }
    }
}

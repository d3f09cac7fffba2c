using System.ComponentModel;
using ReservedProcurement.Core.Meetings;
using ReservedProcurement.Core.Meetings.Calendars;
using ReservedProcurement.Core.Meetings.Calendars.Feeds;
using ReservedProcurement.Core.Meetings.Clashes;
using ReservedProcurement.Core.Meetings.Groups;
using ReservedProcurement.Core.Meetings.Invitations;
using ReservedProcurement.Core.Meetings.Kinds;
using ReservedProcurement.Core.Problems;
using ReservedProcurement.Core.Register;
using ReservedProcurement.Core.Register.Search;
using ReservedProcurement.Web.Security;

namespace ReservedProcurement.Web.Api.Meetings;

/// <summary>What stands around meetings: the calendar, clashes, whom to invite, own kinds, groups and addresses to subscribe to.</summary>
public static class MeetingPlanningEndpoints
{
    private const string Groups = "/party-groups";

    public static void MapMeetingPlanning(this RouteGroupBuilder api)
    {
        var meetings = api.MapGroup("/meetings").WithTags("Möten");
        meetings.MapGet("/calendar", CalendarAsync).WithSummary("Visa en månads möten")
            .WithDescription("Alla veckor som månaden har dagar i. Andra myndigheters möten är med när någon är inbjuden, utan id och plats.").Produces<MeetingMonthResponse>();
        meetings.MapGet("/{id:guid}/clashes", ClashesAsync).WithSummary("Visa möten som ligger nära i tid").Produces<IReadOnlyList<Clash>>();
        meetings.MapGet("/{id:guid}/invitable", InvitableAsync).WithSummary("Sök företag att bjuda in").WithDescription("Företag i registret och hur de står till mötet.").Produces<PagedResponse<Invitable>>();

        var kinds = api.MapGroup("").WithTags("Möten");
        kinds.MapGet("/meeting-kinds", KindsAsync).WithSummary("Lista egna slag av möten").Produces<PagedResponse<OwnKind>>();
        kinds.MapPost("/authorities/{authorityId:guid}/meeting-kinds", AddKindAsync).WithSummary("Lägg till ett eget slag av möte").Produces<OwnKindSaved>(StatusCodes.Status201Created);
        kinds.MapPut("/meeting-kinds/{id:guid}", ChangeKindAsync).WithSummary("Byt namn på ett eget slag, stäng det eller öppna det igen").Produces<OwnKindSaved>();

        var groups = api.MapGroup("").WithTags("Möten");
        groups.MapGet(Groups, FindGroupsAsync).WithSummary("Sök grupper att bjuda in").Produces<PagedResponse<PartyGroup>>();
        groups.MapPost("/authorities/{authorityId:guid}/party-groups", AddGroupAsync).WithSummary("Skapa en grupp att bjuda in").Produces<PartyGroupSaved>(StatusCodes.Status201Created);
        groups.MapGet(Groups + "/{id:guid}", GetGroupAsync).WithSummary("Visa en grupp").Produces<PartyGroup>();
        groups.MapPut(Groups + "/{id:guid}", ChangeGroupAsync).WithSummary("Ändra en grupp").WithDescription("Alla som ska ingå skickas med. De som redan är inbjudna till möten påverkas inte.").Produces<PartyGroupSaved>();
        groups.MapDelete(Groups + "/{id:guid}", RemoveGroupAsync).WithSummary("Ta bort en grupp").Produces(StatusCodes.Status204NoContent);

        var feeds = api.MapGroup("").WithTags("Möten");
        feeds.MapGet("/calendar-feeds", FeedsAsync).WithSummary("Lista kalenderadresser").WithDescription("Själva adressen visas bara när den skapas.").Produces<PagedResponse<CalendarFeed>>();
        feeds.MapPost("/calendar-feeds", CreateFeedAsync).WithSummary("Skapa eller byt en kalenderadress").WithDescription("En tidigare adress för samma möten slutar gälla.").Produces<FeedCreated>(StatusCodes.Status201Created);
        feeds.MapDelete("/calendar-feeds/{id:guid}", RevokeFeedAsync).WithSummary("Återkalla en kalenderadress").Produces(StatusCodes.Status204NoContent);
    }

    private static async Task<IResult> CalendarAsync([AsParameters] CalendarFilter filter, ReadCalendarHandler handler, HttpContext context, CancellationToken cancellationToken)
    {
        var request = filter.ToRequest();
        return request.Succeeded ? (await handler.HandleAsync(context.Actor(), request.Value, cancellationToken)).ToHttp(month => TypedResults.Ok(MeetingMonthResponse.Of(month))) : request.ToHttp();
    }

    private static async Task<IResult> ClashesAsync(Guid id, FindClashesHandler handler, HttpContext context, CancellationToken cancellationToken) =>
        (await handler.HandleAsync(context.Actor(), id, cancellationToken)).ToHttp();

    private static async Task<IResult> InvitableAsync(
        Guid id, [AsParameters] InvitableFilter filter, [AsParameters] PageQuery paging, FindInvitableHandler handler, HttpContext context, CancellationToken cancellationToken)
    {
        var request = filter.ToRequest(id);
        return (paging.Problem() ?? request.Problem) is { } problem
            ? ApiProblem.Of(problem, context)
            : (await handler.HandleAsync(context.Actor(), request.Value, cancellationToken)).ToHttp(list => TypedResults.Ok(paging.Take(list.Items)));
    }

    private static async Task<IResult> KindsAsync(Guid? authorityId, [AsParameters] PageQuery paging, ListOwnKindsHandler handler, HttpContext context, CancellationToken cancellationToken) =>
        paging.Problem() is { } problem
            ? ApiProblem.Of(problem, context)
            : (await handler.HandleAsync(context.Actor(), authorityId, cancellationToken)).ToHttp(kinds => TypedResults.Ok(paging.Take(kinds)));

    private static async Task<IResult> AddKindAsync(Guid authorityId, MeetingKindRequest request, AddOwnKindHandler handler, HttpContext context, CancellationToken cancellationToken) =>
        (await handler.HandleAsync(context.Actor(), new AddOwnKind(authorityId, request.Name), cancellationToken))
            .ToHttp(saved => ApiResults.Created($"{ApiEndpoints.Root}/meeting-kinds", saved, saved.Version));

    private static async Task<IResult> ChangeKindAsync(Guid id, IfMatch ifMatch, MeetingKindRequest request, ChangeOwnKindHandler handler, HttpContext context, CancellationToken cancellationToken) =>
        (await handler.HandleAsync(context.Actor(), new ChangeOwnKind(id, ifMatch.Version, request.Name, request.IsClosed), cancellationToken)).ToHttp(saved => ApiResults.Ok(saved, saved.Version));

    private static async Task<IResult> FindGroupsAsync(
        Guid? authorityId, [Description("Sökord i gruppens namn eller namnet på någon som ingår.")] string? text, [AsParameters] PageQuery paging, FindGroupsHandler handler, HttpContext context, CancellationToken cancellationToken) =>
        paging.Problem() is { } problem
            ? ApiProblem.Of(problem, context)
            : (await handler.HandleAsync(context.Actor(), authorityId, text, cancellationToken)).ToHttp(groups => TypedResults.Ok(paging.Take(groups)));

    private static async Task<IResult> AddGroupAsync(Guid authorityId, PartyGroupContent request, AddGroupHandler handler, HttpContext context, CancellationToken cancellationToken) =>
        (await handler.HandleAsync(context.Actor(), new AddGroup(authorityId, request), cancellationToken))
            .ToHttp(saved => ApiResults.Created($"{ApiEndpoints.Root}{Groups}/{saved.Id}", saved, saved.Version));

    private static async Task<IResult> GetGroupAsync(Guid id, GetGroupHandler handler, HttpContext context, CancellationToken cancellationToken) =>
        (await handler.HandleAsync(context.Actor(), id, cancellationToken)).ToHttp(group => ApiResults.Ok(group, group.Version));

    private static async Task<IResult> ChangeGroupAsync(Guid id, IfMatch ifMatch, PartyGroupContent request, ChangeGroupHandler handler, HttpContext context, CancellationToken cancellationToken) =>
        (await handler.HandleAsync(context.Actor(), new ChangeGroup(id, ifMatch.Version, request), cancellationToken)).ToHttp(saved => ApiResults.Ok(saved, saved.Version));

    private static async Task<IResult> RemoveGroupAsync(Guid id, IfMatch ifMatch, RemoveGroupHandler handler, HttpContext context, CancellationToken cancellationToken) =>
        (await handler.HandleAsync(context.Actor(), new RemoveGroup(id, ifMatch.Version), cancellationToken)).ToHttp(_ => TypedResults.NoContent());

    private static async Task<IResult> FeedsAsync([AsParameters] PageQuery paging, ListFeedsHandler handler, HttpContext context, CancellationToken cancellationToken) =>
        paging.Problem() is { } problem ? ApiProblem.Of(problem, context) : TypedResults.Ok(paging.Take(await handler.HandleAsync(context.Actor(), cancellationToken)));

    private static async Task<IResult> CreateFeedAsync(CalendarFeedRequest request, CreateFeedHandler handler, HttpContext context, CancellationToken cancellationToken) =>
        (await handler.HandleAsync(context.Actor(), new CreateFeed(request.AuthorityId, request.UnitId), cancellationToken))
            .ToHttp(created => TypedResults.Created($"{ApiEndpoints.Root}/calendar-feeds", created));

    private static async Task<IResult> RevokeFeedAsync(Guid id, RevokeFeedHandler handler, HttpContext context, CancellationToken cancellationToken) =>
        (await handler.HandleAsync(context.Actor(), id, cancellationToken)).ToHttp(_ => TypedResults.NoContent());
}

/// <summary>A month's meetings, in order of time.</summary>
public sealed record MeetingMonthResponse(DateOnly FirstDay, DateOnly LastDay, IReadOnlyList<PlannedMeeting> Meetings)
{
    public static MeetingMonthResponse Of(MeetingMonth month) => new(month.Month.FirstShown, month.Month.LastShown, month.Meetings);
}

public sealed record MeetingKindRequest(string Name, bool IsClosed = false);

public sealed record CalendarFeedRequest(Guid AuthorityId, Guid? UnitId = null);

/// <summary>Which month: <c>[AsParameters] CalendarFilter filter</c>.</summary>
public sealed record CalendarFilter
{
    [Description("En dag i månaden. Utan värde den här månaden.")]
    public DateOnly? Day { get; init; }

    public Guid? AuthorityId { get; init; }

    public Guid? UnitId { get; init; }

    [Description("dialogueMeeting, informationMeeting, bidSchool, networkMeeting, companyVisit, businessBreakfast eller other.")]
    public string? Kind { get; init; }

    [Description("Ett eget slag, ur /meeting-kinds.")]
    public Guid? OwnKindId { get; init; }

    [Description("true utelämnar möten hos myndigheter som du inte hör till.")]
    public bool? OnlyOwn { get; init; }

    public Result<ReadCalendar> ToRequest() => QueryChoice.TryRead<MeetingKind>(Kind, out var kind)
        ? new ReadCalendar { Day = Day, AuthorityId = AuthorityId, UnitId = UnitId, Kind = kind, OwnKindId = OwnKindId, OnlyOwn = OnlyOwn == true }
        : Problem.OnField(nameof(Kind), "field.unknown-choice");
}

/// <summary>Which enterprises: <c>[AsParameters] InvitableFilter filter</c>.</summary>
public sealed record InvitableFilter
{
    [Description("Sökord i namn, nummer, kommun, beskrivning och områden.")]
    public string? Text { get; init; }

    public string? MunicipalityCode { get; init; }

    public string? CpvCode { get; init; }

    [Description("offers eller wantsToGrowInto.")]
    public string? AreaKind { get; init; }

    [Description("true ger bara dem som erbjuder eller vill växa mot det som mötet handlar om.")]
    public bool? MatchesMeeting { get; init; }

    public Result<FindInvitable> ToRequest(Guid meetingId) => QueryChoice.TryRead<ServiceAreaKind>(AreaKind, out var kind)
        ? new FindInvitable(meetingId, new FindSocialEnterprises { Text = Text, MunicipalityCode = MunicipalityCode, CpvCode = CpvCode, Kind = kind }, MatchesMeeting == true)
        : Problem.OnField(nameof(AreaKind), "field.unknown-choice");
}

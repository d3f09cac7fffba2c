using System.ComponentModel;
using ReservedProcurement.Core.Meetings;
using ReservedProcurement.Core.Meetings.Answers;
using ReservedProcurement.Core.Meetings.Clashes;
using ReservedProcurement.Core.Meetings.Invitations;
using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.Web.Api.Meetings;

/// <summary>Which meetings a list or an export holds: <c>[AsParameters] MeetingFilter filter</c>.</summary>
public sealed record MeetingFilter
{
    [Description("Sökord i rubriken.")]
    public string? Text { get; init; }

    [Description("dialogueMeeting, informationMeeting, bidSchool, networkMeeting, companyVisit, businessBreakfast eller other.")]
    public string? Kind { get; init; }

    [Description("true ger dem som inte är slut, false dem som har varit. Utan värde alla.")]
    public bool? Coming { get; init; }

    [Description("Ett eget slag, ur /meeting-kinds.")]
    public Guid? OwnKindId { get; init; }

    [Description("Möten om upphandlingen eller ett av dess delkontrakt.")]
    public Guid? ProcurementId { get; init; }

    [Description("next, date, dateDescending, title eller titleDescending. Utan värde next.")]
    public string? Sort { get; init; }

    /// <summary>The search, or which of the choices there is no such value of.</summary>
    public Result<FindMeetings> ToRequest(int page = 1, int pageSize = FindMeetings.LargestPage)
    {
        if (!QueryChoice.TryRead<MeetingKind>(Kind, out var kind))
        {
            return Problem.OnField(nameof(Kind), "field.unknown-choice");
        }

        if (!QueryChoice.TryRead<MeetingSort>(Sort, out var sort))
        {
            return Problem.OnField(nameof(Sort), "field.unknown-choice");
        }

        return new FindMeetings { Text = Text, Kind = kind, OwnKindId = OwnKindId, Coming = Coming, ProcurementId = ProcurementId, Sort = sort ?? MeetingSort.Next, Page = page, PageSize = pageSize };
    }
}

/// <summary>A meeting with what it reached. Those invited are read by themselves.</summary>
public sealed record MeetingResponse
{
    public required Guid Id { get; init; }
    public required int Version { get; init; }
    public required Guid AuthorityId { get; init; }
    public required string AuthorityName { get; init; }
    public string? UnitName { get; init; }
    public required MeetingContent Content { get; init; }
    public required DateTimeOffset StartsAt { get; init; }
    public required DateTimeOffset EndsAt { get; init; }
    public DateTimeOffset? CancelledAt { get; init; }
    public string? CancelReason { get; init; }
    public required Coverage Coverage { get; init; }

    /// <summary>Other meetings too near in time.</summary>
    public required IReadOnlyList<Clash> Clashes { get; init; }

    /// <summary>Persons who have room.</summary>
    public required int Persons { get; init; }

    /// <summary>The invitations that wait for room, the first in line first.</summary>
    public required IReadOnlyList<Guid> WaitingList { get; init; }
    public required IReadOnlyList<Exclusion> NotInvited { get; init; }

    public static MeetingResponse Of(MeetingDetails details) => new()
    {
        Id = details.Meeting.Id,
        Version = details.Meeting.Version,
        AuthorityId = details.Meeting.AuthorityId,
        AuthorityName = details.Meeting.AuthorityName,
        UnitName = details.Meeting.UnitName,
        Content = MeetingContent.Of(details.Meeting),
        StartsAt = details.Meeting.StartsAt,
        EndsAt = details.Meeting.EndsAt,
        CancelledAt = details.Meeting.CancelledAt,
        CancelReason = details.Meeting.CancelReason,
        Coverage = details.Coverage,
        Clashes = details.Clashes,
        Persons = details.Seats.Persons,
        WaitingList = [.. details.Seats.Waiting.Select(invitation => invitation.Id)],
        NotInvited = details.NotInvited,
    };
}

public sealed record CancelMeetingRequest(string CancelReason);

public sealed record InviteRequest(IReadOnlyList<Guid>? SocialEnterpriseIds = null, IReadOnlyList<OtherParty>? Others = null, IReadOnlyList<NotInvited>? NotInvited = null, IReadOnlyList<Guid>? GroupIds = null)
{
    public InviteToMeeting ToInvite(Guid id, int version) =>
        new() { MeetingId = id, Version = version, SocialEnterpriseIds = SocialEnterpriseIds ?? [], Others = Others ?? [], NotInvited = NotInvited ?? [], GroupIds = GroupIds ?? [] };
}

public sealed record NoteAnswerRequest(MeetingAnswer Answer, AnswerSource Source = AnswerSource.Officer, int? Supervisors = null, int? Participants = null, string? Needs = null, string? Question = null)
{
    public NoteAnswer ToNote(Guid invitationId) =>
        new() { InvitationId = invitationId, Answer = Answer, Source = Source, Supervisors = Supervisors, Participants = Participants, Needs = Needs, Question = Question };
}

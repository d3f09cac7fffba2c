using System.Globalization;
using FluentValidation;
using ReservedProcurement.Core.Language;
using ReservedProcurement.Core.Meetings.Subjects;
using ReservedProcurement.Core.Problems;
using ReservedProcurement.Core.Reference;
using ReservedProcurement.Core.Register.OrganisationNumbers;

namespace ReservedProcurement.Core.Meetings;

/// <summary>What a person writes about a meeting. Times are Swedish time.</summary>
public record MeetingContent
{
    public MeetingKind MeetingKind { get; init; }

    /// <summary>A kind of the authority's own, which goes before the other.</summary>
    public Guid? OwnKindId { get; init; }
    public string Title { get; init; } = "";
    public Guid? UnitId { get; init; }
    public Guid? ProcurementId { get; init; }

    /// <summary>Procurements that it is about beside the main one.</summary>
    public IReadOnlyList<Guid> MoreProcurementIds { get; init; } = [];
    public IReadOnlyList<Guid> LotIds { get; init; } = [];

    /// <summary>Services that it is about.</summary>
    public IReadOnlyList<string> CpvCodes { get; init; } = [];
    public string? Description { get; init; }
    public DateOnly? Date { get; init; }

    /// <summary>Hour and minute, such as <c>13:00</c>.</summary>
    public string? StartTime { get; init; }

    /// <summary>Hour and minute of the same day, such as <c>15:00</c>.</summary>
    public string? EndTime { get; init; }
    public string? Place { get; init; }
    public string? Access { get; init; }
    public string? VideoLink { get; init; }
    public string? Agenda { get; init; }
    public string? OrganiserName { get; init; }
    public string? OrganiserEmail { get; init; }
    public string? OrganiserPhone { get; init; }
    public int? Capacity { get; init; }
    public DateOnly? AnswerBy { get; init; }

    /// <summary>The content that would leave the meeting as it is.</summary>
    public static MeetingContent Of(Meeting meeting) => new()
    {
        MeetingKind = meeting.MeetingKind,
        OwnKindId = meeting.OwnKindId,
        Title = meeting.Title,
        UnitId = meeting.UnitId,
        ProcurementId = meeting.ProcurementId,
        MoreProcurementIds = meeting.MoreProcurementIds,
        LotIds = meeting.LotIds,
        CpvCodes = meeting.CpvCodes,
        Description = meeting.Description,
        Date = meeting.Day,
        StartTime = Time(meeting.StartsAt),
        EndTime = Time(meeting.EndsAt),
        Place = meeting.Place,
        Access = meeting.Access,
        VideoLink = meeting.VideoLink,
        Agenda = meeting.Agenda,
        OrganiserName = meeting.OrganiserName,
        OrganiserEmail = meeting.OrganiserEmail,
        OrganiserPhone = meeting.OrganiserPhone,
        Capacity = meeting.Capacity,
        AnswerBy = meeting.AnswerBy,
    };

    /// <summary>As it is stored: trimmed, empty as missing.</summary>
    internal MeetingContent Tidy() => new()
    {
        MeetingKind = OwnKindId is null ? MeetingKind : MeetingKind.Other,
        OwnKindId = OwnKindId,
        Title = InputText.Tidy(Title) ?? "",
        UnitId = UnitId,
        ProcurementId = ProcurementId,
        MoreProcurementIds = [.. MoreProcurementIds.Where(id => id != ProcurementId).Distinct().Order()],
        LotIds = [.. LotIds.Distinct().Order()],
        CpvCodes = [.. CpvCodes.Select(code => CpvCode.TryParse(code, out var parsed) ? parsed.Digits : code).Distinct().Order(StringComparer.Ordinal)],
        Description = InputText.Tidy(Description),
        Date = Date,
        StartTime = TidyTime(StartTime),
        EndTime = TidyTime(EndTime),
        Place = InputText.Tidy(Place),
        Access = InputText.Tidy(Access),
        VideoLink = InputText.Tidy(VideoLink),
        Agenda = InputText.Tidy(Agenda),
        OrganiserName = InputText.Tidy(OrganiserName),
        OrganiserEmail = InputText.Tidy(OrganiserEmail),
        OrganiserPhone = InputText.Tidy(OrganiserPhone),
        Capacity = Capacity,
        AnswerBy = AnswerBy,
    };

    /// <summary>What a calendar shows of it. When any of this changes, those invited must be told.</summary>
    internal object OnCalendars => (Title, Date, StartTime, EndTime, Place, VideoLink, Description, Agenda, Access, OrganiserName, OrganiserEmail, OrganiserPhone);

    /// <summary>What decides whether somebody can come at all.</summary>
    internal object Hours => (Date, StartTime, EndTime);

    private static string Time(DateTimeOffset at) => SwedishTime.Local(at).ToString("HH:mm", CultureInfo.InvariantCulture);

    private static string? TidyTime(string? time) => InputText.TryTime(time, out var parsed) ? parsed?.ToString("HH:mm", CultureInfo.InvariantCulture) : null;
}

public sealed class MeetingContentValidator : AbstractValidator<MeetingContent>
{
    public const int MostPersons = 10_000;
    private const int MostSubjects = 50;

    public MeetingContentValidator()
    {
        RuleFor(content => content.MeetingKind).IsInEnum();
        RuleFor(content => content.MoreProcurementIds).Must(ids => ids.Count <= MostSubjects).WithErrorCode(SubjectProblems.TooManySubjects);
        RuleFor(content => content.LotIds).Must(ids => ids.Count <= MostSubjects).WithErrorCode(SubjectProblems.TooManySubjects);
        RuleFor(content => content.CpvCodes).Must(codes => codes.Count <= MostSubjects).WithErrorCode(SubjectProblems.TooManySubjects);
        RuleForEach(content => content.CpvCodes).Must(code => CpvCode.TryParse(code, out var parsed) && CpvCatalogue.Swedish.Contains(parsed)).WithErrorCode(SubjectProblems.UnknownCode);
        RuleFor(content => content.Title).NotEmpty().SingleLine(200).WithoutPersonalNumber();
        RuleFor(content => content.Description).ManyLines(4000).WithoutPersonalNumber();
        RuleFor(content => content.Date).NotNull();
        RuleFor(content => content.StartTime).NotEmpty().Must(time => InputText.TryTime(time, out _)).WithErrorCode(MeetingProblems.WrongTime);
        RuleFor(content => content.EndTime).NotEmpty().Must(time => InputText.TryTime(time, out _)).WithErrorCode(MeetingProblems.WrongTime);
        RuleFor(content => content.Place).SingleLine(300).WithoutPersonalNumber();
        RuleFor(content => content.Access).ManyLines(2000).WithoutPersonalNumber();
        RuleFor(content => content.VideoLink).SingleLine(400).WebAddress();
        RuleFor(content => content.Agenda).ManyLines(4000).WithoutPersonalNumber();
        RuleFor(content => content.OrganiserName).NotEmpty().SingleLine(200).WithoutPersonalNumber();
        RuleFor(content => content.OrganiserEmail).NotEmpty().SingleLine(254).Email();
        RuleFor(content => content.OrganiserPhone).SingleLine(40).PhoneNumber();
        RuleFor(content => content.Capacity).InclusiveBetween(1, MostPersons);
    }

    /// <summary>The fields that do not hold, one by one and against each other.</summary>
    internal Problem? Check(MeetingContent content)
    {
        List<FieldProblem> fields = [.. this.Problem(content)?.Fields ?? [], .. MeetingRules.Check(content)];
        return fields.Count == 0 ? null : new Problem(CommonProblems.Invalid, ProblemKind.Invalid) { Fields = fields };
    }
}

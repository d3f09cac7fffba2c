using FluentValidation;
using ReservedProcurement.Core.Problems;
using ReservedProcurement.Core.Register.OrganisationNumbers;

namespace ReservedProcurement.Core.Meetings.Series;

/// <summary>Meetings that belong together: one that comes back each year, or one on several dates.</summary>
public sealed record MeetingSeries
{
    public required Guid Id { get; init; }
    public required Guid AuthorityId { get; init; }
    public required string AuthorityName { get; init; }
    public Guid? UnitId { get; init; }
    public string? UnitName { get; init; }
    public required MeetingKind MeetingKind { get; init; }
    public required string Name { get; init; }
    public string? Description { get; init; }

    /// <summary>How many times a year at least; null when the dates are one whole, such as three evenings.</summary>
    public int? WishedFrom { get; init; }

    /// <summary>How many times a year at most.</summary>
    public int? WishedTo { get; init; }
    public required int Version { get; init; }

    /// <summary>For instance "1–2 gånger per år"; null without a wish.</summary>
    public string? Wish => (WishedFrom, WishedTo) switch
    {
        (null, _) => null,
        ({ } from, { } to) when to > from => $"{from}–{to} gånger per år",
        (1, _) => "1 gång per år",
        ({ } from, _) => $"{from} gånger per år",
    };

    internal MeetingSeriesContent Content => new()
    {
        MeetingKind = MeetingKind,
        Name = Name,
        UnitId = UnitId,
        Description = Description,
        WishedFrom = WishedFrom,
        WishedTo = WishedTo,
    };
}

/// <summary>What a person writes about a series.</summary>
public record MeetingSeriesContent
{
    public MeetingKind MeetingKind { get; init; } = MeetingKind.NetworkMeeting;
    public string Name { get; init; } = "";
    public Guid? UnitId { get; init; }
    public string? Description { get; init; }
    public int? WishedFrom { get; init; }
    public int? WishedTo { get; init; }

    internal MeetingSeriesContent Tidy() => new()
    {
        MeetingKind = MeetingKind,
        Name = InputText.Tidy(Name) ?? "",
        UnitId = UnitId,
        Description = InputText.Tidy(Description),
        WishedFrom = WishedFrom ?? WishedTo,
        WishedTo = WishedTo ?? WishedFrom,
    };
}

public sealed class MeetingSeriesValidator : AbstractValidator<MeetingSeriesContent>
{
    public const int MostAYear = 52;

    public MeetingSeriesValidator()
    {
        RuleFor(content => content.MeetingKind).IsInEnum();
        RuleFor(content => content.Name).NotEmpty().SingleLine(200).WithoutPersonalNumber();
        RuleFor(content => content.Description).ManyLines(4000).WithoutPersonalNumber();
        RuleFor(content => content.WishedFrom).InclusiveBetween(1, MostAYear);
        RuleFor(content => content.WishedTo).InclusiveBetween(1, MostAYear);
        RuleFor(content => content.WishedTo).Must((content, to) => to is null || content.WishedFrom is null || to >= content.WishedFrom).WithErrorCode(MeetingSeriesProblems.FewerThanFrom);
    }
}

/// <summary>One of the meetings of a series.</summary>
public sealed record Occasion
{
    public required Guid SeriesId { get; init; }
    public required Guid MeetingId { get; init; }
    public required string Title { get; init; }
    public required DateTimeOffset StartsAt { get; init; }
    public required DateTimeOffset EndsAt { get; init; }
    public string? Place { get; init; }
    public DateTimeOffset? CancelledAt { get; init; }
    public required int Invited { get; init; }
    public required int Answered { get; init; }
    public required int Coming { get; init; }
    public required int Version { get; init; }
}

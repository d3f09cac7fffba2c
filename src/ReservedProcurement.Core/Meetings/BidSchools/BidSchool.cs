using FluentValidation;
using ReservedProcurement.Core.Problems;
using ReservedProcurement.Core.Register.OrganisationNumbers;

namespace ReservedProcurement.Core.Meetings.BidSchools;

/// <summary>A programme that teaches enterprises to leave tenders, in modules that are held at meetings.</summary>
public sealed record BidSchool
{
    public required Guid Id { get; init; }
    public required Guid AuthorityId { get; init; }
    public required string AuthorityName { get; init; }
    public Guid? UnitId { get; init; }
    public string? UnitName { get; init; }
    public required string Name { get; init; }
    public string? Description { get; init; }
    public required int Version { get; init; }
}

/// <summary>One thing to learn, in its order, and the meetings where it is taught: one is enough to have learnt it.</summary>
public sealed record BidSchoolModule
{
    public required Guid Id { get; init; }
    public required Guid BidSchoolId { get; init; }
    public required int Position { get; init; }
    public required string Title { get; init; }
    public string? Learns { get; init; }
    public IReadOnlyList<ModuleMeeting> Meetings { get; init; } = [];
}

public sealed record ModuleMeeting
{
    public required Guid ModuleId { get; init; }
    public required Guid MeetingId { get; init; }
    public required string Title { get; init; }
    public required DateTimeOffset StartsAt { get; init; }
    public required DateTimeOffset EndsAt { get; init; }
    public DateTimeOffset? CancelledAt { get; init; }
}

/// <summary>What a person writes about a programme.</summary>
public record BidSchoolContent
{
    public string Name { get; init; } = "";
    public Guid? UnitId { get; init; }
    public string? Description { get; init; }

    internal BidSchoolContent Tidy() => new() { Name = InputText.Tidy(Name) ?? "", UnitId = UnitId, Description = InputText.Tidy(Description) };
}

/// <summary>What a person writes about a module.</summary>
public record ModuleContent
{
    public string Title { get; init; } = "";
    public string? Learns { get; init; }

    /// <summary>Its place among the modules, from 1; null last.</summary>
    public int? Position { get; init; }
    public IReadOnlyList<Guid> MeetingIds { get; init; } = [];
}

public sealed class BidSchoolValidator : AbstractValidator<BidSchoolContent>
{
    public BidSchoolValidator()
    {
        RuleFor(content => content.Name).NotEmpty().SingleLine(200).WithoutPersonalNumber();
        RuleFor(content => content.Description).ManyLines(4000).WithoutPersonalNumber();
    }
}

public sealed class ModuleValidator : AbstractValidator<ModuleContent>
{
    public const int MostModules = 30;

    public ModuleValidator()
    {
        RuleFor(content => content.Title).NotEmpty().SingleLine(200).WithoutPersonalNumber();
        RuleFor(content => content.Learns).ManyLines(2000).WithoutPersonalNumber();
        RuleFor(content => content.Position).InclusiveBetween(1, MostModules);
        RuleFor(content => content.MeetingIds).Must(ids => ids.Count <= 100).WithErrorCode(MeetingProblems.TooMany);
    }
}

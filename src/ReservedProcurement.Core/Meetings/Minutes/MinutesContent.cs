using FluentValidation;
using ReservedProcurement.Core.Language;
using ReservedProcurement.Core.Problems;
using ReservedProcurement.Core.Register.OrganisationNumbers;

namespace ReservedProcurement.Core.Meetings.Minutes;

/// <summary>One point of the agenda and what was said about it.</summary>
public sealed record MinutesSection(string Heading, string? Notes = null);

/// <summary>What a person writes of a meeting.</summary>
public record MinutesContent
{
    /// <summary>Diarienummer of the notes; without one that of the procurement.</summary>
    public string? CaseNumber { get; init; }

    /// <summary>Who was there for the authority, by role or unit.</summary>
    public string? FromUs { get; init; }

    /// <summary>Whether the organisations that came are listed by name.</summary>
    public bool NamesParties { get; init; } = true;

    public IReadOnlyList<MinutesSection> Sections { get; init; } = [];

    public IReadOnlyList<string> Decisions { get; init; } = [];

    /// <summary>What to begin with: a section for each point of the agenda, its time left out.</summary>
    public static MinutesContent For(Meeting meeting) => new()
    {
        Sections = [.. (meeting.Agenda ?? "").Split('\n').Select(MinutesRules.Heading).OfType<string>().Take(MinutesContentValidator.MostSections).Select(heading => new MinutesSection(heading, null))],
    };

    /// <summary>As it is stored: trimmed, sections without anything left out.</summary>
    internal MinutesContent Tidy() => new()
    {
        CaseNumber = InputText.Tidy(CaseNumber),
        FromUs = InputText.Tidy(FromUs),
        NamesParties = NamesParties,
        Sections = [.. Sections.Select(section => new MinutesSection(section.Heading?.Trim() ?? "", InputText.Tidy(section.Notes))).Where(section => section.Heading.Length > 0 || section.Notes is not null)],
        Decisions = [.. Decisions.Select(InputText.Tidy).OfType<string>()],
    };
}

public sealed class MinutesContentValidator : AbstractValidator<MinutesContent>
{
    public const int MostSections = 40;
    public const int MostDecisions = 50;
    public const int LongestDecision = 1000;

    private const int LongestNotes = 20_000;

    public MinutesContentValidator()
    {
        RuleFor(content => content.CaseNumber).SingleLine(100).WithoutPersonalNumber();
        RuleFor(content => content.FromUs).ManyLines(1000).WithoutPersonalNumber();
        RuleFor(content => content.Sections).Must(sections => sections.Count <= MostSections).WithErrorCode(AtMeetingProblems.TooManyLines).WithState(_ => new object?[] { SwedishNumber.Whole(MostSections) });
        RuleForEach(content => content.Sections).ChildRules(section =>
        {
            section.RuleFor(one => one.Heading).NotEmpty().When(one => !string.IsNullOrWhiteSpace(one.Notes));
            section.RuleFor(one => one.Heading).SingleLine(200).WithoutPersonalNumber();
            section.RuleFor(one => one.Notes).ManyLines(LongestNotes).WithoutPersonalNumber();
        });
        RuleFor(content => content.Decisions).Must(decisions => decisions.Count <= MostDecisions).WithErrorCode(AtMeetingProblems.TooManyLines).WithState(_ => new object?[] { SwedishNumber.Whole(MostDecisions) });
        RuleForEach(content => content.Decisions).ManyLines(LongestDecision).WithoutPersonalNumber();
    }
}

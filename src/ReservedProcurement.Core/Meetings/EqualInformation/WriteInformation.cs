using FluentValidation;
using ReservedProcurement.Core.Language;
using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Core.Problems;
using ReservedProcurement.Core.Register.OrganisationNumbers;

namespace ReservedProcurement.Core.Meetings.EqualInformation;

/// <summary>What a person writes about something that was said or shown.</summary>
public record WriteInformation
{
    /// <summary>In bytes.</summary>
    public const int LargestFile = 10 << 20;

    public string? Information { get; init; }
    public string? Link { get; init; }
    public byte[]? File { get; init; }
    public string? FileName { get; init; }

    /// <summary>The day it was given; without one the day of the meeting.</summary>
    public DateOnly? GivenOn { get; init; }

    /// <summary>For instance "de som var på mötet"; never names of persons.</summary>
    public string? GivenTo { get; init; }

    /// <summary>What is wrong with the file, or null; also when there is none.</summary>
    internal Result<string?> CheckFile()
    {
        if (File is null)
        {
            return (string?)null;
        }

        return FileProblems.Check(nameof(File), File, LargestFile) is { } problem
            ? problem
            : InformationFileRules.ContentType(nameof(File), SentFileName.Tidy(FileName ?? ""), File).Map(type => (string?)type);
    }

    internal Problem? CheckDay(DateTimeOffset now) => GivenOn > DateOnly.FromDateTime(SwedishTime.Local(now).DateTime) ? Problem.OnField(nameof(GivenOn), AtMeetingProblems.GivenLater) : null;

    /// <summary>Keeps the file, if there is one.</summary>
    internal async Task<InformationContent> KeepAsync(WriteTransaction write, Meeting meeting, string? contentType, Guid? earlierFile = null) => new()
    {
        Information = InputText.Tidy(Information)!,
        Link = InputText.Tidy(Link),
        FileId = contentType is null ? earlierFile : await InformationFiles.AddAsync(write, meeting.Id, FileName ?? "", contentType, File!),
        GivenOn = GivenOn ?? EarlierOf(meeting.Day, DateOnly.FromDateTime(SwedishTime.Local(write.Now).DateTime)),
        GivenTo = InputText.Tidy(GivenTo),
    };

    private static DateOnly EarlierOf(DateOnly one, DateOnly other) => one < other ? one : other;
}

public sealed class WriteInformationValidator : AbstractValidator<WriteInformation>
{
    public WriteInformationValidator()
    {
        RuleFor(content => content.Information).NotEmpty().ManyLines(4000).WithoutPersonalNumber();
        RuleFor(content => content.Link).SingleLine(400).WebAddress();
        RuleFor(content => content.GivenTo).SingleLine(300).WithoutPersonalNumber();
        RuleFor(content => content.FileName).Must(name => !PersonalNumbers.OccurIn(name)).WithErrorCode(Register.RegisterProblems.PersonalNumberInText).OverridePropertyName(nameof(WriteInformation.File));
    }
}

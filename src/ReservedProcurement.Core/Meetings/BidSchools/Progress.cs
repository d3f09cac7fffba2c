namespace ReservedProcurement.Core.Meetings.BidSchools;

/// <summary>What follows the lessons. It is noted by an officer.</summary>
public enum BidSchoolStep
{
    /// <summary>Has asked a question in a procurement or about one.</summary>
    Asked,
    FirstTender,
    FirstWin,
}

/// <summary>What an enterprise should be helped with next.</summary>
public enum BidSchoolNextStep
{
    Attend,
    Ask,
    Tender,
    Win,
    Done,
}

/// <summary>A step that an officer has noted, with its source.</summary>
public sealed record NotedStep
{
    public required Guid BidSchoolId { get; init; }
    public required Guid SocialEnterpriseId { get; init; }
    public required BidSchoolStep Step { get; init; }
    public required DateOnly TakenOn { get; init; }

    /// <summary>How it is known.</summary>
    public required string Source { get; init; }
    public Guid? ProcurementId { get; init; }
    public string? ProcurementTitle { get; init; }
    public required DateTimeOffset NotedAt { get; init; }
    public required string NotedByName { get; init; }
}

/// <summary>How far one enterprise has come.</summary>
public sealed record EnterpriseProgress
{
    public required Guid SocialEnterpriseId { get; init; }
    public required string Name { get; init; }

    /// <summary>The modules it has attended.</summary>
    public required IReadOnlySet<Guid> Attended { get; init; }
    public required IReadOnlyList<NotedStep> Steps { get; init; }
    public required BidSchoolNextStep NextStep { get; init; }

    /// <summary>The first module that it has not attended; null when it has attended all.</summary>
    public BidSchoolModule? NextModule { get; init; }

    public NotedStep? Of(BidSchoolStep step) => Steps.FirstOrDefault(noted => noted.Step == step);
}

/// <summary>How many enterprises have come to each step.</summary>
/// <param name="Reached">Invited to a meeting of the programme, or with a step noted.</param>
/// <param name="AttendedOne">At least one module.</param>
/// <param name="AttendedAll">All modules.</param>
/// <param name="Asked">Noted.</param>
/// <param name="Tendered">Noted; who has won has tendered.</param>
/// <param name="Won">Noted.</param>
public sealed record BidSchoolFigures(int Reached, int AttendedOne, int AttendedAll, int Asked, int Tendered, int Won);

internal static class ProgressRules
{
    public static EnterpriseProgress Of(Guid enterpriseId, string name, IReadOnlyList<BidSchoolModule> modules, IReadOnlySet<Guid> attended, IReadOnlyList<NotedStep> steps)
    {
        var nextModule = modules.OrderBy(module => module.Position).FirstOrDefault(module => !attended.Contains(module.Id));
        return new EnterpriseProgress
        {
            SocialEnterpriseId = enterpriseId,
            Name = name,
            Attended = attended,
            Steps = [.. steps.OrderBy(step => step.Step)],
            NextModule = nextModule,
            NextStep = Next([.. steps.Select(step => step.Step)], nextModule is not null),
        };
    }

    /// <summary>Who has left a tender needs no lesson in how to ask, and who has won is done.</summary>
    public static BidSchoolNextStep Next(IReadOnlyCollection<BidSchoolStep> steps, bool hasModulesLeft) =>
        steps.Contains(BidSchoolStep.FirstWin) ? BidSchoolNextStep.Done
        : steps.Contains(BidSchoolStep.FirstTender) ? BidSchoolNextStep.Win
        : hasModulesLeft ? BidSchoolNextStep.Attend
        : steps.Contains(BidSchoolStep.Asked) ? BidSchoolNextStep.Tender
        : BidSchoolNextStep.Ask;

    public static BidSchoolFigures Figures(IReadOnlyCollection<EnterpriseProgress> all, int modules) => new(
        all.Count,
        all.Count(one => one.Attended.Count > 0),
        all.Count(one => modules > 0 && one.NextModule is null),
        all.Count(one => one.Of(BidSchoolStep.Asked) is not null),
        all.Count(one => one.Of(BidSchoolStep.FirstTender) is not null || one.Of(BidSchoolStep.FirstWin) is not null),
        all.Count(one => one.Of(BidSchoolStep.FirstWin) is not null));
}

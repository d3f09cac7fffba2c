namespace ReservedProcurement.Core.Meetings.Subjects;

/// <summary>What a meeting is about: procurements, lots of them, and services by CPV code.</summary>
/// <param name="Procurements">The main one first.</param>
/// <param name="Lots">In the order of their procurements.</param>
/// <param name="CpvCodes">The eight digits, as chosen for the meeting itself.</param>
public sealed record MeetingSubjects(IReadOnlyList<SubjectProcurement> Procurements, IReadOnlyList<SubjectLot> Lots, IReadOnlyList<string> CpvCodes)
{
    public static readonly MeetingSubjects None = new([], [], []);

    public bool IsEmpty => Procurements.Count + Lots.Count + CpvCodes.Count == 0;
}

public sealed record SubjectProcurement
{
    public required Guid Id { get; init; }
    public required string CaseNumber { get; init; }
    public required string Title { get; init; }
}

public sealed record SubjectLot
{
    public required Guid Id { get; init; }
    public required Guid ProcurementId { get; init; }
    public required string ProcurementTitle { get; init; }
    public required int Number { get; init; }
    public required string Title { get; init; }
}

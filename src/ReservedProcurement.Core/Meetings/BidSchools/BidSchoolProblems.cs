using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.Core.Meetings.BidSchools;

/// <summary>Refusals about bid schools.</summary>
public static class BidSchoolProblems
{
    public const string TooManyModules = "bid-school.too-many-modules";
    public const string UnknownMeeting = "bid-school.unknown-meeting";
    public const string UnknownEnterprise = "bid-school.unknown-enterprise";
    public const string UnknownProcurement = "bid-school.unknown-procurement";
    public const string StepNoted = "bid-school.step-noted";
    public const string DayToCome = "bid-school.day-to-come";

    public static readonly Problem StepIsNoted = Problem.Of(StepNoted, ProblemKind.Refused);
}

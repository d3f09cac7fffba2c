namespace ReservedProcurement.Core.Problems;

/// <summary>Refusals that every capability can meet.</summary>
public static class CommonProblems
{
    public const string Invalid = "common.invalid";
    public const string NotFound = "common.not-found";
    public const string Forbidden = "common.forbidden";
    public const string Stale = "common.stale";
    public const string StaleUnknown = "common.stale-unknown";
    public const string Duplicate = "common.duplicate";
    public const string SettingNotUsable = "common.setting-not-usable";

    public static readonly Problem NoSuchRecord = Problem.Of(NotFound, ProblemKind.NotFound);
    public static readonly Problem NotAllowed = Problem.Of(Forbidden, ProblemKind.Forbidden);
}

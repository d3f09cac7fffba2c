using ReservedProcurement.Core.Meetings.Series;

namespace ReservedProcurement.Web.Pages.Meetings.Series;

/// <summary>How series read on their pages.</summary>
public static class SeriesText
{
    public const string List = "/moten/serier";

    /// <summary>For instance "1 av 1–2 i år"; without a wish only how many there are.</summary>
    public static string InYear(SeriesYear year, MeetingSeries series) => series.WishedFrom is null ? $"{year.Occasions}" : $"{year.Occasions} av {Wished(series)}";

    public static string Wished(MeetingSeries series) => series.WishedTo > series.WishedFrom ? $"{series.WishedFrom}–{series.WishedTo}" : $"{series.WishedFrom}";
}

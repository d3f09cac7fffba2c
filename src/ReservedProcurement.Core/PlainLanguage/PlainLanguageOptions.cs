namespace ReservedProcurement.Core.PlainLanguage;

public sealed class PlainLanguageOptions
{
    public const string Section = "PlainLanguage";
    public const int SlowestReading = 50;
    public const int FastestReading = 600;

    /// <summary>
    /// The speed that reading time is reckoned with. Adults reading everyday texts aloud in seventeen languages managed 184 words a minute on average
    /// (Trauzettel-Klosinski and Dietz, Investigative Ophthalmology and Visual Science, 2012). A tender is read that carefully, so the default is that, rounded down.
    /// </summary>
    public int WordsPerMinute { get; set; } = 180;
}

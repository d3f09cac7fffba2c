using ReservedProcurement.Core.Documents.Templates;
using ReservedProcurement.WordTemplates;

namespace ReservedProcurement.Web.Pages.Templates;

/// <summary>Words about templates and their versions.</summary>
internal static class TemplateText
{
    /// <summary>Nobody mends more at a time, and a page with thousands is slow to open.</summary>
    public const int MostFaults = 200;

    public static string Capital(string text) => text.Length == 0 ? text : char.ToUpper(text[0], Core.Language.Texts.Swedish) + text[1..];

    /// <summary>What a field holds, as its author thinks of it.</summary>
    public static string Kind(TemplateValueKind kind) => kind switch
    {
        TemplateValueKind.Text => "text",
        TemplateValueKind.RichText => "formaterad text",
        TemplateValueKind.WholeNumber or TemplateValueKind.DecimalNumber => "tal",
        TemplateValueKind.Money => "belopp",
        TemplateValueKind.Date => "datum",
        TemplateValueKind.Moment => "datum och klockslag",
        TemplateValueKind.Boolean => "ja eller nej",
        TemplateValueKind.Image => "bild",
        TemplateValueKind.List => "lista",
        _ => "",
    };

    public static string Faults(int count) => count == 1 ? "ett fel" : Core.Language.SwedishNumber.Whole(count) + " fel";

    /// <summary>Who made the version and when; the shipped one comes with the service.</summary>
    public static string Made(TemplateVersion version) => version is { CreatedAt: { } at, CreatedByName: { } name }
        ? $"{name}, {Core.Language.SwedishTime.DayAndTime(at)}"
        : "Kommer med tjänsten";
}

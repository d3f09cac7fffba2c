using ReservedProcurement.Core.Documents.ReturnedForms;
using ReservedProcurement.Core.Language;
using ReservedProcurement.Core.Procurements.Law;
using ReservedProcurement.Web.Display;

namespace ReservedProcurement.Web.Pages.Procurements.ReturnedForms;

internal static class ReturnedFormText
{
    public static string Summary(IReadOnlyList<ReturnedForm> forms)
    {
        var read = forms.Count(form => form.NotRead is null);
        var not = forms.Count - read;
        var first = read == 1 ? "1 formulär är läst." : $"{read} formulär är lästa.";
        return not == 0 ? first : $"{first} {(not == 1 ? "1 fil gick inte att läsa." : $"{not} filer gick inte att läsa.")}";
    }

    public static string Who(ReturnedForm form) => form.Supplier?.Name ?? form.FileName;

    public static string YesNo(bool yes) => yes ? "Ja" : "Nej";

    public static Tone Tone(FormRemark remark) => remark.Level == WarningLevel.Warning ? Display.Tone.Attention : Display.Tone.Neutral;

    public static string Level(FormRemark remark) => remark.Level == WarningLevel.Warning ? "Kontrollera" : "Att veta";

    public static string? Percent(decimal? share) => share is { } known ? $"{known.ToString("0.##", Texts.Swedish)}\u00a0procent" : null;

    public static string? Count(decimal? count) => count?.ToString("#,0.##", Texts.Swedish);

    public static string? Day(DateOnly? day) => day is { } known ? SwedishTime.Day(known) : null;

    public static string? Joined(params string?[] parts) => string.Join(", ", parts.Where(part => part is not null)) is { Length: > 0 } joined ? joined : null;
}

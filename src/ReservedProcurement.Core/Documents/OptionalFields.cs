namespace ReservedProcurement.Core.Documents;

/// <summary>Which of <see cref="DocumentFields"/> may be without value. A template needs a section around them; the table of fields for authors says the same.</summary>
public static class OptionalFields
{
    private static readonly string[] InAuthority = ["organisationsnummer", "postadress", "webbplats", "dataskydd", "logotyp"];

    private static readonly string[] InProcurement =
    [
        "beskrivning", "fragorSenast", "svarSenast", "anbudGiltigTill", "avtalsstart", "inlamning", "kontakt.telefon", "uppskattatVarde", "avtalssparr",
        "andelsprocent", "berakningssatt", "oreserveradeDelar", "langstaTid", "annonsdag", "odeladSkal", "punkt1Delar", "punkt2Delar", "andelsdelar", "karenstid", "varOchNar",
    ];

    private static readonly string[] InLot =
    [
        "beskrivning", "cpvKod", "cpvNamn", "cpvSiffror", "cpvFler", "nutsKod", "plats", "ort", "varde", "volym", "avtalstid", "forstaDag", "sistaDag", "optioner",
        "reservation.rubrik", "reservation.text", "reservation.motivering", "eforms.bt71Anm", "eforms.bt06", "eforms.bt775", "eforms.bt777",
    ];

    /// <summary>What is there whenever the document is written from a meeting.</summary>
    private static readonly string[] WithMeeting = ["titel", "slag", "nar", "organisationer", "personer", "version", "godkand", "publicerad", "sida"];

    private static readonly string[] InMeeting = ["plats", "franOss", "andring"];

    private static readonly string[] InDialogue = ["svar", "lank", "fil", "tillVem", "andring"];

    /// <summary>A value that is only there together with another, or when something is true.</summary>
    private static readonly (string Section, string[] Fields)[] Together =
    [
        ("delar.reserverad", ["delar.reservation.rubrik", "delar.reservation.text", "delar.eforms.bt06", "delar.eforms.bt775"]),
        ("delar.reservation.motivering", ["delar.eforms.bt777"]),
        ("delar.cpvKod", ["delar.cpvSiffror"]),
        ("mote.finns", [.. WithMeeting.Select(name => $"mote.{name}")]),
    ];

    /// <summary>By their whole names, such as <c>delar.krav.bevis</c>.</summary>
    public static IReadOnlySet<string> All { get; } = new HashSet<string>(
    [
        .. InAuthority.Select(name => $"myndighet.{name}"),
        "enhet.namn",
        .. InProcurement.Select(name => $"upphandling.{name}"),
        .. DocumentFields.Schema.Fields.Select(field => field.Path).Where(name => name.StartsWith("regler.", StringComparison.Ordinal)),
        "grunder.text", "grunder.kalla", "grunder.delkontrakt", "grunder.avtalsvillkor", "underlag.delkontrakt",
        .. InLot.Select(name => $"delar.{name}"),
        "delar.krav.syfte", "delar.krav.bevis",
        "upphandling.dialogsida", "punkter.text", "attgora.nar", "dialogmoten.plats",
        .. WithMeeting.Concat(InMeeting).Select(name => $"mote.{name}"),
        .. InDialogue.Select(name => $"dialog.{name}"),
    ], StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a field has its value wherever a section is shown. Both by their whole names.</summary>
    internal static bool Guards(string section, string field) =>
        string.Equals(section, field, StringComparison.OrdinalIgnoreCase)
        || Array.Exists(Together, known => string.Equals(known.Section, section, StringComparison.OrdinalIgnoreCase) && known.Fields.Contains(field, StringComparer.OrdinalIgnoreCase));
}

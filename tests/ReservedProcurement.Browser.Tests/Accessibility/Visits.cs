using ReservedProcurement.TestKit;

namespace ReservedProcurement.Browser.Tests.Accessibility;

/// <summary>Every page in the states it can be met in. A new page needs a line here: a test says which one is missing.</summary>
internal static class Visits
{
    public static IEnumerable<Visit> Empty =>
    [
        new("/"), new("/asf"), new("/upphandlingar"), new("/moten"), new("/cpv"), new("/administration/myndigheter"), new("/administration/anvandare"),
        new("/administration/anvandare/bjud-in"), new("/administration/utskick"), new("/administration/utskick/epost"), new("/konto"), new("/konto/api-nycklar"),
        new("/mallar"),
    ];

    public static IEnumerable<Visit> Filled =>
    [
        .. Anonymous("/logga-in", "/glomt-losenord", "/glomt-losenord?skickat=True", "{lank}", "/valj-losenord?syfte=invitation&kod=fel", "/logga-ut", "/status/404", "/fel", "/api/docs", "/tillganglighet"),
        new("/"), new("/status/403"), new("/finns-inte"),
        new("/asf"), new("/asf?sok=städ&sortera=name&riktning=fallande"), new("/asf?sok=finnsinte"), new("/asf/ny"), new("/asf/{asf}"), new("/asf/{asf}/andra"),
        new("/asf/{asf}/historik"), new("/asf/{asf}/ta-bort"), new("/asf/{asf}") { Role = "Läsare", As = "läsare" },
        new("/cpv"), new("/cpv?sok=städning"), new("/cpv?sok=finnsinte"), new("/cpv/77314000"),
        new("/upphandlingar"), new("/upphandlingar?sok=finnsinte"), new("/upphandlingar/ny"), new("/upphandlingar/{klar}"), new("/upphandlingar/{klar}/andra"),
        new("/upphandlingar/{klar}/delkontrakt"), new("/upphandlingar/{klar}/delkontrakt/nytt"), new("/upphandlingar/{klar}/delkontrakt/{delkontrakt}/andra"),
        new("/upphandlingar/{klar}/delkontrakt/{delkontrakt}/reservera"), new("/upphandlingar/{klar}/delkontrakt/{delkontrakt}/ta-bort"),
        new("/upphandlingar/{klar}/reservera"), new("/upphandlingar/{klar}/kopiera"), new("/upphandlingar/{klar}/regler"), new("/upphandlingar/{klar}/dokument"), new("/upphandlingar/{klar}/historik"),
        new("/upphandlingar/{klar}/formular"), new("/upphandlingar/{ny}/formular") { As = "påbörjad" },
        new("/upphandlingar/{klar}/klarsprak"), new("/upphandlingar/{klar}/klarsprak?dokument=upphandlingsforeskrifter") { As = "ett kort" }, new("/upphandlingar/{klar}/klarsprak/{jamfort}/ta-bort"),
        new("/upphandlingar/{klar}/klarsprak") { Role = "Läsare", As = "läsare" }, new("/upphandlingar/{halv}/klarsprak") { As = "halvvägs" }, new("/upphandlingar/{ny}/klarsprak") { As = "påbörjad" },
        new("/upphandlingar/{klar}") { Role = "Läsare", As = "läsare" }, new("/upphandlingar/{klar}/delkontrakt") { Role = "Läsare", As = "läsare" },
        new("/upphandlingar/{halv}") { As = "halvvägs" }, new("/upphandlingar/{halv}/delkontrakt") { As = "halvvägs" }, new("/upphandlingar/{halv}/dokument") { As = "halvvägs" },
        new("/upphandlingar/{ny}") { As = "påbörjad" }, new("/upphandlingar/{ny}/delkontrakt") { As = "påbörjad" }, new("/upphandlingar/{ny}/regler") { As = "påbörjad" },
        new("/mote/svar?{svar}") { Role = null, As = "obesvarad" }, new("/mote/svar?{svarat}&tack=ja") { Role = null, As = "besvarad" }, new("/mote/svar?kod=fel") { Role = null, As = "fel länk" },
        new("/moten"), new("/moten?sok=finnsinte"), new("/moten/nytt"), new("/moten/{mote}"), new("/moten/{mote}/andra"), new("/moten/{mote}/stall-in"),
        new("/moten/{mote}/inbjudna"), new("/moten/{mote}/inbjudna/{inbjuden}/svar"), new("/moten/{mote}/inbjudan"), new("/moten/{mote}/historik"), new("/moten/{mote}/bjud-in"),
        new("/moten/{mote}") { Role = "Läsare", As = "läsare" }, new("/moten/{mote}/inbjudna") { Role = "Läsare", As = "läsare" },
        new("/moten/{mote}/utskick"), new("/moten/{mote}/utskick/stoppa"), new("/moten/{mote}/utskick") { Role = "Läsare", As = "läsare" },
        new("/moten/{planerat}") { As = "planerat" }, new("/moten/{planerat}/inbjudna") { As = "planerat" },
        new("/moten/{planerat}/bjud-in") { Button = "Granska inbjudan", As = "granska" }, new("/moten/{varit}") { As = "har varit" }, new("/moten/{varit}/bjud-in") { As = "har varit" },
        new("/mallar"), new("/mallar/falt"), new("/mallar/{myndighet}/det-har-koper-vi"), new("/mallar/{myndighet}/det-har-koper-vi/version/1"),
        new("/mallar/{myndighet}/det-har-koper-vi/version/0"), new("/mallar/{myndighet}/det-har-koper-vi/ny"), new("/mallar/{myndighet}/det-har-koper-vi/historik"),
        new("/mallar/{myndighet}/upphandlingsforeskrifter/version/1"), new("/mallar/{myndighet}/upphandlingsforeskrifter/version/1/ta-bort"),
        new("/mallar/{myndighet}/avtalsutkast") { As = "utan egen" }, new("/mallar/{myndighet}/avtalsutkast/historik") { As = "utan egen" },
        new("/mallar") { Role = "Läsare", As = "läsare" }, new("/mallar/{myndighet}/upphandlingsforeskrifter/version/1") { Role = "Läsare", As = "läsare" },
        new("/mallar/{myndighet}/tilldelningsbeslut/ny") { File = ("Mallen som Wordfil", "beslut.docx", Meagre), Button = "Ladda upp och kontrollera", As = "sparad med varningar" },
        new("/konto"), new("/konto/losenord"), new("/konto/api-nycklar"), new("/konto/api-nycklar/ny"), new("/konto/api-nycklar/{nyckel}"),
        new("/administration"), new("/administration/myndigheter"), new("/administration/myndigheter/ny"), new("/administration/myndigheter/{myndighet}"),
        new("/administration/myndigheter/{myndighet}/andra"), new("/administration/myndigheter/{myndighet}/historik"), new("/administration/myndigheter/{myndighet}/utseende"),
        new("/administration/myndigheter/{myndighet}/enheter/ny"), new("/administration/myndigheter/{myndighet}/enheter/{enhet}"),
        new("/administration/anvandare"), new("/administration/anvandare?sok=finnsinte"), new("/administration/anvandare/bjud-in"), new("/administration/anvandare/{person}"),
        new("/administration/anvandare/{person}/andra"), new("/administration/anvandare/{person}/historik"),
        new("/administration/utskick"), new("/administration/utskick?lage=Parked"), new("/administration/utskick/epost"), new("/administration/utskick/epost/{brev}"),
    ];

    public static IEnumerable<Visit> Refused =>
    [
        Press("/logga-in", "Logga in", ("E-postadress", "ingen@exempelstad.example"), ("Lösenord", "fel")) with { Role = null },
        Press("/glomt-losenord", "Skicka länk") with { Role = null },
        Press("{lank}", "Spara lösenord och logga in", ("Nytt lösenord", "kort")) with { Role = null },
        Press("/asf/ny", "Spara", ("Organisationsnummer", "123"), ("Webbplats", "inte en adress")),
        Press("/asf/{asf}/andra", "Spara", ("Namn", "")),
        new("/asf?cpv=abc") { State = State.Refused },
        Press("/upphandlingar/ny", "Påbörja upphandlingen"),
        Press("/upphandlingar/{klar}/andra", "Spara", ("Titel", ""), ("Sista anbudsdag", "i morgon"), ("Planerad annonsering", "31/12")),
        Press("/upphandlingar/{klar}/delkontrakt/nytt", "Spara delkontraktet", ("Huvudsaklig CPV-kod", "12"), ("Uppskattat värde", "mycket")),
        Press("/upphandlingar/{klar}/delkontrakt/{delkontrakt}/andra", "Spara delkontraktet", ("Titel", ""), ("Kontraktets sista dag", "2020-01-01")),
        Press("/upphandlingar/{klar}/delkontrakt/{delkontrakt}/reservera", "Spara", ("Motivering", "")),
        Press("/upphandlingar/{klar}/kopiera", "Skapa kopian", ("Titel", "")),
        Press("/upphandlingar/{klar}/klarsprak", "Lägg till i jämförelsen"),
        Press("/upphandlingar/{klar}/reservera", "Spara för alla delkontrakt"),
        Press("/upphandlingar/{ny}/regler", "Spara valet"),
        Press("/mote/svar?{svar}", "Skicka svaret", ("Handledare och andra anställda", "många")) with { Role = null },
        Press("/moten/nytt", "Spara mötet", ("Dag", "i morgon"), ("Börjar", "tidigt")),
        Press("/moten/{mote}/andra", "Spara", ("Rubrik", "")),
        Press("/moten/{mote}/stall-in", "Ställ in mötet"),
        Press("/moten/{mote}/utskick/stoppa", "Stoppa mejlen"),
        Press("/moten/{mote}/inbjudna/{inbjuden}/svar", "Spara svaret", ("Deltagare", "många")),
        Press("/moten/{planerat}/bjud-in", "Granska inbjudan", ("Andra som bjuds in", "bara ett namn")),
        Press("/mallar/{myndighet}/avtalsutkast/ny", "Ladda upp och kontrollera"),
        Press("/mallar/{myndighet}/avtalsutkast/ny", "Ladda upp och kontrollera") with { File = ("Mallen som Wordfil", "avtal.docx", Faulty), As = "med fel i mallen" },
        Press("/konto/losenord", "Byt lösenord"),
        Press("/konto/api-nycklar/ny", "Skapa nyckel", ("Antal dagar", "en vecka")),
        Press("/administration/myndigheter/ny", "Lägg till", ("Organisationsnummer", "123"), ("Webbplats", "inte en adress")),
        Press("/administration/myndigheter/{myndighet}/andra", "Spara", ("Namn", "")),
        Press("/administration/myndigheter/{myndighet}/utseende", "Spara", ("Huvudfärg", "#FFD700")),
        Press("/administration/myndigheter/{myndighet}/enheter/ny", "Lägg till"),
        Press("/administration/myndigheter/{myndighet}/enheter/{enhet}", "Spara", ("Namn", "")),
        Press("/administration/anvandare/bjud-in", "Skicka inbjudan", ("E-postadress", "inte en adress")),
        Press("/administration/anvandare/{person}/andra", "Spara", ("Namn", "")),
    ];

    private static byte[] Meagre => MadeWordFile.OfText("Beslut om {{upphandling.titel}}");

    private static byte[] Faulty => MadeWordFile.OfText(
        "Avtal om {{upphandling.tittel}}, diarienummer {{upphandling.diarienummer}}.",
        "{{#delar}}Delkontrakt {{nr}}: {{titel}}",
        "Värdet är {{upphandling.uppskattatVarde|pund}} och sista dagen är {{upphandling.anbudSenast.",
        "Köparen är {{myndighet.namm}}.");

    private static IEnumerable<Visit> Anonymous(params string[] paths) => paths.Select(path => new Visit(path) { Role = null });

    private static Visit Press(string path, string button, params (string Label, string Text)[] typed) => new(path) { State = State.Refused, Button = button, Typed = typed };
}

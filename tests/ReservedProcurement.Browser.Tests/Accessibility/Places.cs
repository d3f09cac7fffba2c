using ReservedProcurement.Browser.Tests.Running;

namespace ReservedProcurement.Browser.Tests.Accessibility;

/// <summary>Where the demonstration's records are, found by following links as a person would.</summary>
internal sealed class Places
{
    private readonly Dictionary<string, string> _byName = [];

    public static async Task<Places> FindAsync(WebProgram program, Visitor administrator)
    {
        var places = new Places();
        await places.TakeAsync(administrator, "asf", "/asf", "Grönt & Rent Exempelstad");
        await places.TakeAsync(administrator, "ny", "/upphandlingar", "Skanning av byggnadsritningar");
        await places.TakeAsync(administrator, "halv", "/upphandlingar", "Skötsel av parker och gångvägar");
        await places.TakeAsync(administrator, "klar", "/upphandlingar", "Arbetsträningsplatser");
        await places.TakeAsync(administrator, "delkontrakt", places.Of("/upphandlingar/{klar}/delkontrakt"), "Ändra delkontrakt 1", fromEnd: 2);
        await places.TakeAsync(administrator, "jamfort", places.Of("/upphandlingar/{klar}/klarsprak"), "Ta bort Förfrågningsunderlag 2024 (påhittat).docx", fromEnd: 2);
        await places.TakeAsync(administrator, "mote", "/moten", "Dialogmöte om lokalvård");
        await places.TakeAsync(administrator, "planerat", "/moten", "Frukost om vårens upphandlingar");
        await places.TakeAsync(administrator, "varit", "/moten", "Anbudsskola: ditt första anbud");
        await places.TakeAsync(administrator, "rundabord", "/moten", "Rundabordssamtal om tvätt och textil");
        await places.TakeAsync(administrator, "grupp", "/moten/grupper", "Stödorganisationer");
        await places.TakeAsync(administrator, "inbjuden", places.Of("/moten/{mote}/inbjudna"), "Notera svar från Systuan Tråd och Trassel", fromEnd: 2);
        await places.TakeAsync(administrator, "mejl", "/moten/inkorg", "SV: Inbjudan: Dialogmöte om lokalvård");
        await places.TakeAsync(administrator, "studs", "/moten/inkorg", "Mejlet till Kooperativet Kaffepausen kom inte fram");
        await places.TakeAsync(administrator, "forslag", "/moten/inkorg", "Ny tid föreslagen: Dialogmöte om lokalvård");
        await places.TakeAsync(administrator, "okant", "/moten/inkorg", "Fråga om städning");
        await places.TakeAsync(administrator, "dialogmote", "/moten", "Dialogmöte om arbetsträning");
        await places.TakeAsync(administrator, "fraga", places.Of("/moten/{dialogmote}/fragor"), "Ändra svaret på: Får deltagare byta slags arbete under tiden?");
        await places.TakeAsync(administrator, "uppgift", places.Of("/moten/{dialogmote}/lika-information"), "Rätta eller dra tillbaka uppgiften: Bild som visar var platserna ligger.", fromEnd: 2);
        await places.TakeAsync(administrator, "dialogkod", places.Of("/moten/{dialogmote}/lika-information"), "Visa den öppna sidan");
        await places.TakeAsync(administrator, "foljt", "/moten", "Nätverksträff för sociala företag");
        places._byName["{enkat}"] = new Uri(await Mailbox.LinkToAsync(program, "kontakt5@pahittat.example", path: "/mote/enkat")).Query.TrimStart('?');
        places._byName["{enkatsvar}"] = new Uri(await Mailbox.LinkToAsync(program, "kontakt1@pahittat.example", path: "/mote/enkat")).Query.TrimStart('?');
        places._byName["{svar}"] = new Uri(await Mailbox.LinkToAsync(program, "kontakt@kooperativetkaffepausen.example", "Dialogmöte om lokalvård")).Query.TrimStart('?');
        places._byName["{svarat}"] = new Uri(await Mailbox.LinkToAsync(program, "kontakt@grntrentexempelstad.example", "Dialogmöte om lokalvård")).Query.TrimStart('?');
        places._byName["{dagsvar}"] = new Uri(await Mailbox.LinkToAsync(program, "kontakt@kooperativetkaffepausen.example", "Vilken dag passar? Dialogmöte")).Query.TrimStart('?');
        places._byName["{dagsvarat}"] = new Uri(await Mailbox.LinkToAsync(program, "kontakt@pixelpapper.example", "Vilken dag passar? Dialogmöte")).Query.TrimStart('?');
        places._byName["{seriesvar}"] = new Uri(await Mailbox.LinkToAsync(program, "kontakt@systuantrdochtrassel.example", "Räkna på ett anbud")).Query.TrimStart('?');
        await places.TakeAsync(administrator, "dagfraga", "/moten/datumforfragningar", "Dialogmöte om trädgårdsskötsel");
        await places.TakeAsync(administrator, "dagvald", "/moten/datumforfragningar", "Besök hos Andra Varvet Återbruk");
        await places.TakeAsync(administrator, "tillfragad", places.Of("/moten/datumforfragningar/{dagfraga}"), "Notera svar från Pixel & Papper");
        await places.TakeAsync(administrator, "serie", "/moten/serier", "Nätverksträff för ASF");
        await places.TakeAsync(administrator, "kvallar", "/moten/serier", "Räkna på ett anbud, tre kvällar");
        await places.TakeAsync(administrator, "skola", "/moten/anbudsskola", "Anbudsskola för ASF");
        await places.TakeAsync(administrator, "del", places.Of("/moten/anbudsskola/{skola}"), "1. Läsa en upphandling");
        await places.TakeAsync(administrator, "person", "/administration/anvandare", "Ulla Upphandlare");
        await places.TakeAsync(administrator, "myndighet", "/administration/myndigheter", "Exempelstads kommun");
        await places.TakeAsync(administrator, "motesslag", places.Of("/administration/myndigheter/{myndighet}/motesslag"), "Rundabordssamtal");
        await places.TakeAsync(administrator, "enhet", places.Of("/administration/myndigheter/{myndighet}"), "Tekniska nämnden");

        await administrator.GoAsync("/konto/api-nycklar/ny");
        await administrator.FillAsync("Namn", "Ekonomisystemet");
        await administrator.PressAsync("Skapa nyckel");
        await places.TakeAsync(administrator, "nyckel", "/konto/api-nycklar", "Ekonomisystemet");

        var (email, _) = program.DemoAccount("Rapportör");
        await using var forgetful = await Visitor.ComeToAsync(program);
        await forgetful.GoAsync("/glomt-losenord");
        await forgetful.FillAsync("E-postadress", email);
        await forgetful.PressAsync("Skicka länk");
        places._byName["{lank}"] = new Uri(await Mailbox.LinkToAsync(program, email)).PathAndQuery;
        await places.TakeAsync(administrator, "brev", "/administration/utskick/epost", "Välj ett nytt lösenord");
        return places;
    }

    /// <summary>The address with real ids in place of the names in braces.</summary>
    public string Of(string path) => _byName.Aggregate(path, (address, place) => address.Replace(place.Key, place.Value, StringComparison.Ordinal));

    private async Task TakeAsync(Visitor visitor, string name, string list, string link, int fromEnd = 1)
    {
        await visitor.GoAsync(list);
        await visitor.FollowAsync(link);
        _byName[$"{{{name}}}"] = new Uri(visitor.Page.Url).AbsolutePath.Split('/')[^fromEnd];
    }
}

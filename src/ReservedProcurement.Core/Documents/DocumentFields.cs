using ReservedProcurement.WordTemplates;

namespace ReservedProcurement.Core.Documents;

/// <summary>The fields that a template for a procurement can use. A test holds it together with <see cref="DocumentModel"/>: neither may have a field that the other lacks.</summary>
public static class DocumentFields
{
    public static TemplateSchema Schema { get; } = TemplateSchema.Create(fields => fields
        .Text("myndighet.namn", "Den upphandlande myndighetens namn")
        .Text("myndighet.organisationsnummer", "Myndighetens organisationsnummer, NNNNNN-NNNN")
        .Text("myndighet.postadress", "Myndighetens postadress")
        .Text("myndighet.webbplats", "Myndighetens webbplats")
        .Text("enhet.namn", "Nämnd, förvaltning eller avdelning som köper")
        .Text("upphandling.diarienummer", "Diarienummer")
        .Text("upphandling.titel", "Upphandlingens titel")
        .Text("upphandling.beskrivning", "Vad upphandlingen gäller, kort")
        .Text("upphandling.forfarande", "Vilket slags upphandling det är")
        .Text("upphandling.forfarandeText", "En mening om vilka regler som gäller, med paragraf")
        .Date("upphandling.fragorSenast", "Sista dag att ställa frågor")
        .Date("upphandling.svarSenast", "Sista dag för svar på frågor")
        .Date("upphandling.anbudSenast", "Sista dag att lämna anbud")
        .Text("upphandling.anbudSenastTid", "Klockslag sista dagen, till exempel 23.59")
        .Date("upphandling.anbudGiltigTill", "Den dag som anbudet måste gälla till")
        .Date("upphandling.avtalsstart", "Planerad avtalsstart")
        .Text("upphandling.inlamning", "Hur anbudet lämnas in")
        .Text("upphandling.kontakt.namn", "Kontaktpersonens namn")
        .Text("upphandling.kontakt.epost", "Kontaktpersonens e-postadress")
        .Text("upphandling.kontakt.telefon", "Kontaktpersonens telefon")
        .Boolean("upphandling.reserverad", "Sant när minst ett delkontrakt är reserverat")
        .Boolean("upphandling.heltReserverad", "Sant när alla delkontrakt är reserverade")
        .Boolean("upphandling.delvisReserverad", "Sant när några men inte alla delkontrakt är reserverade")
        .Boolean("upphandling.punkt1", "Sant när ett delkontrakt är reserverat enligt 4 kap. 18 § första stycket 1 LOU")
        .Boolean("upphandling.punkt2", "Sant när ett delkontrakt är reserverat enligt 4 kap. 18 § första stycket 2 LOU")
        .Money("upphandling.uppskattatVarde", "Uppskattat värde för alla delkontrakt, exkl. moms")
        .Text("upphandling.avtalssparr", "En mening om avtalsspärr")
        .Text("upphandling.utvardering", "Hur anbud väljs")
        .WholeNumber("upphandling.andelsprocent", "Andelskravet i procent. Saknas när inget delkontrakt är reserverat enligt 4 kap. 18 § LOU")
        .Text("upphandling.berakningssatt", "Myndighetens egen regel för hur andelen räknas")
        .WholeNumber("upphandling.antalDelar", "Antal delkontrakt")
        .List("delar", "Delkontrakten", lot => lot
            .WholeNumber("nr", "Delkontraktets nummer")
            .Text("titel", "Delkontraktets titel")
            .Text("beskrivning", "Vad delkontraktet gäller")
            .Text("cpvKod", "CPV-kod")
            .Text("cpvNamn", "CPV-kodens svenska namn")
            .Text("plats", "Var tjänsten utförs eller varan levereras")
            .Money("varde", "Uppskattat värde, exkl. moms")
            .Text("volym", "Ungefärlig volym")
            .Text("avtalstid", "Avtalets första och sista dag")
            .Text("optioner", "Optioner och förlängningar")
            .Boolean("reserverad", "Sant när delkontraktet är reserverat")
            .Boolean("andelskrav", "Sant när delkontraktet är reserverat enligt 4 kap. 18 § LOU, så att andelskravet gäller")
            .Text("reservation.rubrik", "Vad reservationen heter")
            .Text("reservation.text", "Lagens villkor för reservationen")
            .Text("reservation.motivering", "Varför delkontraktet är reserverat")
            .WholeNumber("antalKrav", "Antal krav")
            .List("krav", "Kraven", requirement => requirement
                .WholeNumber("nr", "Kravets nummer")
                .Text("text", "Kravet")
                .Text("syfte", "Varför kravet finns")
                .Text("bevis", "Hur leverantören visar att kravet är uppfyllt")
                .Boolean("ska", "Sant för skakrav, falskt för börkrav")
                .Text("typ", "Ska eller Bör")))
        .List("bilagor", "Det som ska bifogas anbudet", attachment => attachment
            .Text("text", "Vad som ska bifogas"))
        .Date("dokument.datum", "Den dag dokumentet skrevs")
        .Text("dokument.mall", "Mallens namn")
        .Text("dokument.mallversion", "Mallens version"));
}

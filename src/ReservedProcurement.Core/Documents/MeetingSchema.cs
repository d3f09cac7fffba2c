using ReservedProcurement.WordTemplates;

namespace ReservedProcurement.Core.Documents;

/// <summary>The fields of meetings: what was said at one, and all that was told in the dialogue before a procurement.</summary>
internal static class MeetingSchema
{
    public static TemplateSchemaBuilder AddMeetings(this TemplateSchemaBuilder fields) => fields
        .Boolean("upphandling.harDialog", "Ja när något från möten om upphandlingen är publicerat")
        .Text("upphandling.dialogsida", "Adressen till den öppna sidan med allt som har lämnats i dialogen")
        .Boolean("mote.finns", "Ja när dokumentet skrivs från ett möte med anteckningar. Annars fyller du i mötet i Word")
        .Text("mote.titel", "Mötets rubrik")
        .Text("mote.slag", "Slag av möte, till exempel Dialogmöte")
        .Text("mote.nar", "Dag och tid")
        .Text("mote.plats", "Plats eller videolänk")
        .Text("mote.franOss", "Vilka som var med från myndigheten, som roller eller enheter")
        .WholeNumber("mote.organisationer", "Så många organisationer som kom")
        .WholeNumber("mote.personer", "Så många personer som kom från dem")
        .WholeNumber("mote.version", "Vilken version av anteckningarna det är")
        .Text("mote.andring", "Vad som har ändrats sedan förra versionen")
        .Text("mote.godkand", "Vem som har läst och godkänt anteckningarna")
        .Date("mote.publicerad", "Den dag anteckningarna publicerades")
        .Text("mote.sida", "Adressen till den öppna sidan om mötet")
        .List("parter", "De organisationer som kom", party => party
            .Text("namn", "Organisationens namn")
            .WholeNumber("personer", "Antal personer"))
        .List("punkter", "Det som sades, punkt för punkt", section => section
            .Text("rubrik", "Punkten")
            .Text("text", "Det som sades"))
        .List("beslut", "Det som bestämdes", decision => decision
            .WholeNumber("nr", "Beslutets nummer")
            .Text("text", "Beslutet"))
        .List("attgora", "Det som någon har lovat att göra", toDo => toDo
            .Text("vad", "Vad som ska göras")
            .Text("vem", "Den roll eller organisation som gör det")
            .Date("nar", "Senast när"))
        .List("dialogmoten", "De möten om upphandlingen som något är publicerat från", meeting => meeting
            .Text("titel", "Mötets rubrik")
            .Text("slag", "Slag av möte")
            .Text("nar", "Dag och tid")
            .Text("plats", "Plats eller videolänk")
            .WholeNumber("inbjudna", "Så många som var inbjudna")
            .WholeNumber("kom", "Så många organisationer som kom"))
        .List("dialog", "Allt som har sagts, visats och besvarats, i ordning", entry => entry
            .WholeNumber("nr", "Uppgiftens nummer")
            .Text("motet", "Mötets rubrik")
            .Text("slag", "Om det sades, visades eller är en fråga")
            .Text("text", "Det som sades eller visades, eller frågan")
            .Text("svar", "Svaret på frågan")
            .Text("lank", "Adressen till det som visades")
            .Text("fil", "Namnet på filen som visades")
            .Date("dag", "Den dag det först lämnades")
            .Text("tillVem", "Till vem det först lämnades")
            .Date("publicerad", "Den dag alla fick veta det")
            .WholeNumber("version", "Vilken version av uppgiften det är")
            .Text("andring", "Varför uppgiften har ändrats eller dragits tillbaka")
            .Boolean("utgar", "Ja när uppgiften inte gäller längre"));
}

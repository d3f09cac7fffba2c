using ReservedProcurement.WordTemplates.Packaging;
using ReservedProcurement.WordTemplates.Syntax;
using ReservedProcurement.WordTemplates.Values;

namespace ReservedProcurement.WordTemplates.Checking;

/// <summary>Faults and notes as Swedish sentences, all in one place.</summary>
internal static class FaultSentences
{
    public static string For(TemplateFault fault)
    {
        var sentence = Sentence(fault);
        var place = PlaceOf(fault.Part, fault.Paragraph);
        var context = fault.Context.Length == 0 || sentence.Contains(fault.Context, StringComparison.Ordinal) ? "" : $" Texten där: \"{fault.Context}\".";
        return place.Length == 0 ? sentence + context : $"{place}: {sentence}{context}";
    }

    public static string For(TemplateNote note)
    {
        var times = note.Count > 1 ? $" ({note.Count} gånger)" : "";
        var sentence = note.Code switch
        {
            TemplateNoteCode.AttachedTemplateRemoved => $"Kopplingen till mallen \"{note.Subject}\" togs bort.",
            TemplateNoteCode.BookmarkRemoved => $"Bokmärket \"{note.Subject}\" togs bort, eftersom det började och slutade i olika avsnitt.",
            TemplateNoteCode.CharactersDropped => $"Fältet \"{note.Subject}\" innehöll tecken som inte kan stå i ett dokument. De togs bort{times}.",
            TemplateNoteCode.ValueMissing => $"Fältet \"{note.Subject}\" saknade värde{times}.",
            TemplateNoteCode.FormatIgnored => $"Formatet passade inte för \"{note.Subject}\". Värdet skrevs utan format{times}.",
            TemplateNoteCode.LinkRemoved => $"Länken i fältet \"{note.Subject}\" var ingen webb- eller e-postadress och togs bort{times}.",
            TemplateNoteCode.ImageLeftOut => $"Bilden i fältet \"{note.Subject}\" kunde inte visas och togs bort{times}.",
            _ => throw new ArgumentOutOfRangeException(nameof(note), note.Code, null),
        };
        var place = PlaceOf(note.Part, null);
        return place.Length == 0 ? sentence : $"{place}: {sentence}";
    }

    /// <summary>The place as an author knows it: which part of the document, and which paragraph.</summary>
    public static string PlaceOf(string part, int? paragraph)
    {
        var name = part switch
        {
            "" => "",
            "word/document.xml" => "Dokumentet",
            _ when part.StartsWith("word/header", StringComparison.OrdinalIgnoreCase) => "Sidhuvudet",
            _ when part.StartsWith("word/footer", StringComparison.OrdinalIgnoreCase) => "Sidfoten",
            "word/footnotes.xml" => "Fotnoterna",
            "word/endnotes.xml" => "Slutnoterna",
            "word/comments.xml" => "Kommentarerna",
            _ when Relationships.IsRelationshipPart(part) => PlaceOf(Relationships.OwnerOf(part), null),
            _ when part.StartsWith("docProps/", StringComparison.OrdinalIgnoreCase) => "Dokumentegenskaperna",
            _ => part,
        };
        return paragraph is > 0 && name.Length > 0 ? $"{name}, stycke {paragraph}" : name;
    }

    public static string Sentence(TemplateFault fault)
    {
        var subject = fault.Subject;
        var suggestion = fault.Suggestion is { Length: > 0 } meant ? $" Menade du \"{meant}\"?" : "";
        return fault.Code switch
        {
            TemplateFaultCode.NotAZip => "Filen är inget Word-dokument (.docx).",
            TemplateFaultCode.LegacyWordFile => "Filen är i Words gamla format. Öppna den i Word och spara den som .docx.",
            TemplateFaultCode.EncryptedFile => "Filen är skyddad med lösenord. Ta bort lösenordet och försök igen.",
            TemplateFaultCode.BrokenZip => "Filen är skadad eller ofullständig.",
            TemplateFaultCode.UnsafeEntryName => $"Filen innehåller ett otillåtet namn: \"{subject}\".",
            TemplateFaultCode.TooLarge => "Filen är för stor eller packar upp till för mycket.",
            TemplateFaultCode.NotAWordDocument => "Filen är inget Word-dokument, trots att den är packad som ett.",
            TemplateFaultCode.BrokenPart => "Delen går inte att läsa. Filen är troligen skadad.",
            TemplateFaultCode.TooDeepNesting => "Innehållet är nästlat för djupt.",
            TemplateFaultCode.Macros => "Dokumentet innehåller makron. Spara det som .docx utan makron.",
            TemplateFaultCode.ExternalContent => $"Dokumentet hämtar innehåll utifrån: \"{subject}\". Infoga innehållet i dokumentet i stället.",
            TemplateFaultCode.EmbeddedObject => "Dokumentet innehåller ett inbäddat objekt eller en inbäddad fil. Ta bort det.",
            TemplateFaultCode.ActiveControl => "Dokumentet innehåller en ActiveX-kontroll eller ett tilläggsprogram. Ta bort det.",
            TemplateFaultCode.ImportedDocument => "Dokumentet importerar ett annat dokument. Klistra in innehållet i stället.",
            TemplateFaultCode.ActiveFieldCode => $"Word-fältkoden \"{subject}\" kör eller hämtar något. Ta bort den.",
            TemplateFaultCode.SignedFile => "Dokumentet är digitalt signerat. Spara en kopia utan signatur.",
            TemplateFaultCode.UnclosedTag => "Ett fält börjar med {{ men slutar inte med }} i samma stycke.",
            TemplateFaultCode.StrayEndOfTag => "Här står }} utan något {{ före.",
            TemplateFaultCode.MalformedTag when subject.Length == 0 => "Mellan {{ och }} står inget fältnamn.",
            TemplateFaultCode.MalformedTag when subject.StartsWith("svar:", StringComparison.OrdinalIgnoreCase) =>
                $"\"{subject}\" kan inte skrivas som text. En svarsruta är en innehållskontroll i Word, med {subject} som tagg och utan klamrar.",
            TemplateFaultCode.MalformedTag => $"\"{subject}\" är inget giltigt fältnamn.",
            TemplateFaultCode.UnknownFormat => $"Formatet i \"{subject}\" finns inte.{suggestion} Giltiga format är {string.Join(", ", ValueFormats.Names)}.",
            TemplateFaultCode.UnclosedSection => $"Avsnittet \"{subject}\" saknar slut. Skriv {{{{/{subject}}}}} där det ska sluta.",
            TemplateFaultCode.UnopenedSection => $"Här slutar avsnittet \"{subject}\", men det har ingen början.",
            TemplateFaultCode.CrossedSections => $"Avsnittet \"{subject}\" slutar innan \"{fault.Suggestion}\", som började inuti det, har slutat.",
            TemplateFaultCode.SectionCrossesStructure => $"Avsnittet \"{subject}\" börjar och slutar på ställen som inte kan upprepas tillsammans, till exempel i och utanför en tabell.",
            TemplateFaultCode.SectionNotAtEdge => $"Avsnittet \"{subject}\" går över flera stycken. Sätt dess början och slut i egna stycken.",
            TemplateFaultCode.FieldNotAllowedHere when subject.Length > 0 => $"Här kan bara värden stå, inte avsnittet \"{subject}\".",
            TemplateFaultCode.FieldNotAllowedHere => "Ett fält står på ett ställe som inte kan fyllas i, till exempel i ett diagram.",
            TemplateFaultCode.TooDeepSections => $"Avsnittet \"{subject}\" ligger i för många andra avsnitt.",
            TemplateFaultCode.ListInsideItself => $"Listan \"{subject}\" upprepas inuti sig själv. Ta bort det inre avsnittet.",
            TemplateFaultCode.TooManyRepetitions => "Avsnitten upprepas så många gånger att dokumentet blir för stort. Kontrollera listor som ligger i varandra.",
            TemplateFaultCode.CounterOutsideList => $"\"{subject}\" går bara att använda inuti en lista.",
            TemplateFaultCode.FieldInDeletedText => "Ett fält står i text som är borttagen med spårade ändringar. Godkänn eller avvisa ändringen.",
            TemplateFaultCode.FieldInFieldCode => "Ett fält står inuti en av Words egna fältkoder. Flytta det därifrån.",
            TemplateFaultCode.AnswerTagTooLong when AnswerTag.IsLegacy(subject) => $"Formulärfältet \"{subject}\" får ett för långt namn när varje post i listan får sitt nummer: Word tillåter {AnswerTag.LongestLegacy} tecken. Byt det mot en innehållskontroll med taggen \"svar:{AnswerTag.NameOf(subject)}\".",
            TemplateFaultCode.AnswerTagTooLong when fault.Suggestion is "0" => $"Svarsrutan \"{subject}\" ligger i listor vars namn redan fyller taggen: Word tillåter {AnswerTag.Longest} tecken. Flytta rutan till en yttre lista.",
            TemplateFaultCode.AnswerTagTooLong => $"Svarsrutans tagg \"{subject}\" är för lång. Korta den till högst {fault.Suggestion} tecken. Namnen på avsnitten runt rutan räknas också.",
            TemplateFaultCode.UnknownField => $"Fältet \"{subject}\" finns inte.{suggestion}",
            TemplateFaultCode.FieldOutsideList => $"Fältet \"{subject}\" hör till listan \"{fault.Suggestion}\" och måste stå inuti den.",
            TemplateFaultCode.ListUsedAsValue => $"\"{subject}\" är en lista. Skriv {{{{#{subject}}}}} … {{{{/{subject}}}}} runt det som ska upprepas.",
            TemplateFaultCode.GroupUsedAsValue => $"\"{subject}\" är en grupp av fält. Skriv vilket av dem du menar.",
            TemplateFaultCode.ImageUsedAsText => $"\"{subject}\" är en bild och kan inte stå som text. Infoga en bild och skriv {{{{{subject}}}}} som dess alternativtext.",
            TemplateFaultCode.ImageExpected => $"Här ska en bild stå, men \"{subject}\" är ingen bild.",
            TemplateFaultCode.UnsupportedImage => $"Bilden i \"{subject}\" är varken PNG, JPEG eller GIF. Spara den som PNG.",
            TemplateFaultCode.ImageTooLarge => $"Bilden i \"{subject}\" är större än 10 MB. Förminska den.",
            TemplateFaultCode.FormatDoesNotFit => $"Formatet passar inte för \"{subject}\"{(fault.Suggestion is { } kind ? $", som är av slaget {kind}" : "")}.",
            TemplateFaultCode.MissingValue => $"Fältet \"{subject}\" saknar värde.",
            TemplateFaultCode.LinkNotAllowed => $"Länken till \"{subject}\" leder varken till en webbsida, en e-postadress eller ett telefonnummer. Ta bort länken eller byt adress.",
            TemplateFaultCode.UnsafeLink => $"Värdet i \"{subject}\" kan inte bli en länk. Det måste vara en webb- eller e-postadress.",
            _ => throw new ArgumentOutOfRangeException(nameof(fault), fault.Code, null),
        };
    }
}

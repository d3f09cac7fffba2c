using ReservedProcurement.Core.PlainLanguage;
using ReservedProcurement.Core.PlainLanguage.Measuring;

namespace ReservedProcurement.Core.Tests.PlainLanguage;

public sealed class SentenceTests
{
    [TestCase("Har ni frågor? Ring oss! Vi svarar.", 3)]
    [TestCase("Enligt 4 kap. 18 § LOU gäller detta.", 1)]
    [TestCase("Enligt 4 kap. LOU gäller detta.", 1)]
    [TestCase("Det kan vara t.ex. Avesta eller Borås.", 1)]
    [TestCase("Anbudet har pris m.m. Avtalet gäller i två år.", 2)]
    [TestCase("Anbudet har pris m. m. och en plan.", 1)]
    [TestCase("Priset är 3.5 kronor. Det gäller.", 2)]
    [TestCase("1. Leverantören har en plan.", 1)]
    [TestCase("1.2.3 Leverantören har en plan. Den följs.", 2)]
    [TestCase("Ring A. Andersson. Hon svarar.", 2)]
    [TestCase("Leverantören har en egen bil. Avtalet gäller.", 2)]
    [TestCase("Anbudet är av annan art. Det avvisas.", 2)]
    [TestCase("Se bil. 2 för mer.", 1)]
    [TestCase("Det gäller fr.o.m. den 1 jan. 2027 och framåt.", 1)]
    [TestCase("Hon sade: ”Det är klart.” Sedan gick hon.", 2)]
    [TestCase("Rad ett\nRad två", 2)]
    [TestCase("Raden bryts\nmitt i meningen.", 1)]
    [TestCase("", 0)]
    [TestCase(" \n ", 0)]
    public void In_Text_GivesItsSentences(string text, int sentences) => Assert.That(Sentences.In(text), Has.Count.EqualTo(sentences));

    [TestCase("och/eller", new[] { "och", "eller" })]
    [TestCase("e-post, 2026-03-14 (§ 18).", new[] { "e-post", "2026-03-14", "§", "18" })]
    [TestCase("Se https://exempelstad.example/a/b?c=d nu", new[] { "Se", "https://exempelstad.example/a/b?c=d", "nu" })]
    [TestCase("{{delar.titel | text}} köps", new[] { "delar.titel | text", "köps" })]
    [TestCase("{{ öppen och mer", new[] { "öppen", "och", "mer" })]
    public void In_Text_GivesItsWords(string text, string[] words) => Assert.That(Words.In(text), Is.EqualTo(words));

    [TestCase("Leverantören ska ha en handledare.", true, false)]
    [TestCase("Anbudet måste vara på svenska.", true, false)]
    [TestCase("Leverantören bör ha en egen lokal.", false, true)]
    [TestCase("Leverantören ska svara och bör ringa.", true, false)]
    [TestCase("Vad ska du göra?", false, false)]
    [TestCase("Här står vad avtalet ska gälla.", false, false)]
    [TestCase("Den som ska utföra uppdraget har körkort.", false, false)]
    [TestCase("Vi frågar för att det ska bli rätt.", false, false)]
    [TestCase("Skriv vilken bilaga vi ska läsa.", false, false)]
    [TestCase("Nu ska vi läsa anbuden.", false, false)]
    [TestCase("När avtalet är skrivet ska leverantören ringa.", true, false)]
    [TestCase("Skallig är den som bor här.", false, false)]
    public void Requirement_IsToldBySkaMasteAndBor(string sentence, bool isMust, bool isShould)
    {
        var figures = PlainLanguageRules.Measure([new TextParagraph(TextKind.Body, sentence)], 1, true, 180).Figures;

        Assert.That((figures.MustSentences, figures.ShouldSentences), Is.EqualTo((isMust ? 1 : 0, isShould ? 1 : 0)));
    }

    [Test]
    public void Requirement_BelowItsHeading_IsCountedOnceWhateverItsWords()
    {
        var figures = PlainLanguageRules.Measure(
            [
                new(TextKind.Heading, "Ska-krav"),
                new(TextKind.Heading, "Krav", RowPart.First), new(TextKind.Heading, "Syfte", RowPart.Other),
                new(TextKind.TableCell, "Städning sker varje vardag.", RowPart.First), new(TextKind.TableCell, "Det ska vara rent.", RowPart.Other),
                new(TextKind.TableCell, "Leverantören ska ringa och ska svara.", RowPart.First), new(TextKind.TableCell, "Kunden måste nå någon. Svaret ska komma.", RowPart.Other),
                new(TextKind.ListItem, "Egen bil"),
                new(TextKind.Body, "Leverantören ska ha körkort."),
                new(TextKind.Heading, "Börkrav"),
                new(TextKind.ListItem, "Elbil"),
                new(TextKind.Heading, "Övrigt"),
                new(TextKind.ListItem, "Frågor"),
            ],
            1,
            true,
            180).Figures;

        // Two rows, a list item, a sentence outside them, and two more sentences in the second row.
        Assert.That((figures.MustSentences, figures.ShouldSentences), Is.EqualTo((6, 1)));
    }

    [TestCase("Anbudet skickas i dag.", "skickas")]
    [TestCase("Avtalet tecknades i går.", "tecknades")]
    [TestCase("Anbudet har öppnats nu.", "öppnats")]
    [TestCase("Priset ändras och räknas upp.", "ändras", "räknas")]
    [TestCase("Avtalet upphör när det sägs upp.", "sägs")]
    [TestCase("Anbudet blev antaget.", "blev antaget")]
    [TestCase("Leverantören kan bli utesluten.", "bli utesluten")]
    [TestCase("Beslutet fattas av nämnden.", "fattas")]
    public void Passive_IsFound(string sentence, params string[] passives) =>
        Assert.That(PassiveVoice.In(Words.In(sentence)).Select(found => found.Words), Is.EqualTo(passives));

    [TestCase("Det finns en plan och vi hoppas på svar.")]
    [TestCase("Leverantörernas och deltagarnas personal trivs.")]
    [TestCase("Här står Annas bord, hos Lukas.")]
    [TestCase("Vi träffas på en plats med kaffe.")]
    [TestCase("Det fattas en underskrift.")]
    [TestCase("Hon blev glad när det blev vår.")]
    [TestCase("Kommunens insats behövs alltid, tack vare dess resultat.")]
    public void Passive_DeponentsGenitivesAndNouns_AreNotTaken(string sentence) => Assert.That(PassiveVoice.In(Words.In(sentence)), Is.Empty);

    [Test]
    public void Officialese_IsFoundInItsForms_TheLongestExpressionFirst()
    {
        var found = Officialese.In(Words.In("Leverantören tillser att kostnader hänförliga till avtalet erhålls. ERHÅLLA!"));

        Assert.That(found.Select(entry => (entry.Word, entry.Plain)), Is.EqualTo(new[]
        {
            ("tillse", "se till"), ("hänförlig till", "som hör till"), ("erhålla", "få"), ("erhålla", "få"),
        }));
    }

    [Test]
    public void Officialese_EveryEntry_HasAPlainAlternativeThatIsNotOnTheListItself()
    {
        var entries = LanguageData.Lines("officialese.txt").Select(line => line.Split('=')).ToList();

        Assert.That(entries, Has.Count.GreaterThan(200));
        Assert.That(entries, Has.All.Length.EqualTo(2));
        Assert.That(entries.Select(entry => entry[1].Trim()), Has.None.Empty);
        Assert.That(entries.SelectMany(entry => entry[0].Split(',')).Select(form => form.Trim()), Is.Unique);
    }
}

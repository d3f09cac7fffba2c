using System.Text.Json.Nodes;

namespace ReservedProcurement.WordTemplates.Benchmarks.Workload;

internal sealed record Requirement(int Number, string Text, string Purpose, string Proof);

internal sealed record Lot(int Number, string Title, string Description, string Cpv, string Place, string Volume, long ValueOre, DateOnly Start, Requirement[] Requirements);

/// <summary>A procurement with so many lots of four requirements each, as our model and as the JSON that the peers read.</summary>
internal sealed class PackData
{
    private static readonly (string Name, string Value)[] Facts =
    [
        ("myndighet.namn", "Exempelstads kommun"), ("myndighet.organisationsnummer", "212000-0000"), ("enhet.namn", "Enheten för inköp"),
        ("upphandling.diarienummer", "EX 2027/118"), ("upphandling.titel", "Parkskötsel och städning"), ("upphandling.forfarande", "Förenklat förfarande"),
        ("upphandling.inlamning", "Anbudet lämnas i kommunens upphandlingssystem."), ("upphandling.utvardering", "Vi antar det anbud som har lägst pris."),
        ("kontakt.namn", "Kim Exempelsson"), ("kontakt.epost", "kim@exempelstad.example"), ("kontakt.telefon", "010-000 00 00"),
    ];

    private static readonly DateOnly TendersUntil = new(2027, 2, 19);
    private readonly Lot[] _lots;

    public PackData(int lots)
    {
        var prose = new Prose(seed: 11);
        _lots = [.. Enumerable.Range(1, lots).Select(number => MakeLot(number, prose))];
    }

    public TemplateModel ToModel() => TemplateModel.Create(model =>
    {
        foreach (var (name, value) in Facts)
        {
            model.Add(name, value);
        }

        model.Add("upphandling.anbudSenast", TendersUntil);
        model.Add("upphandling.antalDelar", _lots.Length);
        model.AddMoney("upphandling.varde", _lots.Sum(lot => lot.ValueOre));
        model.AddList("delar", _lots, (group, lot) => group
            .Add("nr", lot.Number)
            .Add("titel", lot.Title)
            .Add("beskrivning", lot.Description)
            .Add("cpv", lot.Cpv)
            .Add("plats", lot.Place)
            .Add("volym", lot.Volume)
            .AddMoney("varde", lot.ValueOre)
            .Add("start", lot.Start)
            .AddList("krav", lot.Requirements, (row, requirement) => row
                .Add("nr", requirement.Number)
                .Add("text", requirement.Text)
                .Add("syfte", requirement.Purpose)
                .Add("bevis", requirement.Proof)));
    });

    /// <summary>The same values ready to print: the peers need not format numbers, money or dates.</summary>
    public JsonObject ToJson()
    {
        var json = new JsonObject();
        foreach (var (name, value) in Facts)
        {
            json[EngineSyntax.Flat(name)] = value;
        }

        json["upphandling_anbudSenast"] = LongDate(TendersUntil);
        json["upphandling_antalDelar"] = _lots.Length.ToString(Swedish);
        json["upphandling_varde"] = Money(_lots.Sum(lot => lot.ValueOre));
        json["delar"] = new JsonArray([.. _lots.Select(lot => new JsonObject
        {
            ["nr"] = lot.Number.ToString(Swedish),
            ["titel"] = lot.Title,
            ["beskrivning"] = lot.Description,
            ["cpv"] = lot.Cpv,
            ["plats"] = lot.Place,
            ["volym"] = lot.Volume,
            ["varde"] = Money(lot.ValueOre),
            ["start"] = LongDate(lot.Start),
            ["krav"] = new JsonArray([.. lot.Requirements.Select(requirement => new JsonObject
            {
                ["nr"] = requirement.Number.ToString(Swedish),
                ["text"] = requirement.Text,
                ["syfte"] = requirement.Purpose,
                ["bevis"] = requirement.Proof,
            })]),
        })]);
        return json;
    }

    private static System.Globalization.CultureInfo Swedish { get; } = System.Globalization.CultureInfo.GetCultureInfo("sv-SE");

    private static Lot MakeLot(int number, Prose prose) => new(
        number,
        prose.Item(),
        prose.Sentences(2),
        $"77{prose.Number(1_000_000):000000}-{prose.Number(10)} Skötsel",
        $"Exempelstad, område {prose.Number(400) + 1}",
        $"{prose.Number(9_000) + 100} timmar per år",
        (prose.Number(900_000) + 50_000) * 100L,
        new DateOnly(2027, 5, 1).AddDays(prose.Number(300)),
        [.. Enumerable.Range(1, 4).Select(index => new Requirement(index, prose.Sentence(), prose.Sentence(), prose.Item()))]);

    private static string Money(long ore) => (ore / 100).ToString("#,0", Swedish).Replace(' ', '\u00A0') + "\u00A0kr";

    private static string LongDate(DateOnly date) => date.ToString("d MMMM yyyy", Swedish);
}

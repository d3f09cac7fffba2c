namespace ReservedProcurement.WordTemplates.Benchmarks.Workload;

/// <summary>Plain Swedish sentences without end, the same ones in every run, so that text compresses as text does.</summary>
internal sealed class Prose(int seed)
{
    private static readonly string[] Subjects =
    [
        "Leverantören", "Vår kontaktperson", "Den som lämnar anbud", "Arbetsledaren", "Kommunens enhet för inköp", "Personalen på plats",
        "Den som ansvarar för uppdraget", "Varje arbetslag", "Beställaren", "En handledare", "Företagets ledning", "Mottagaren av tjänsten",
    ];

    private static readonly string[] Actions =
    [
        "ska planera", "följer upp", "beskriver kort", "svarar för", "redovisar varje kvartal", "stämmer av", "ska kunna visa upp",
        "dokumenterar", "utför med egen personal", "går igenom", "tar ansvar för", "lämnar underlag om",
    ];

    private static readonly string[] Objects =
    [
        "skötseln av gräsytor och planteringar", "städningen av lokaler och trapphus", "arbetsmiljön och den egna skyddsutrustningen",
        "introduktionen av nya medarbetare", "kvaliteten i det utförda arbetet", "transporter till och från arbetsplatsen",
        "avvikelser och hur de har rättats", "handledningen av dem som arbetstränar", "beställningar utanför ordinarie tid",
        "kemikalier, avfall och återbruk", "de maskiner och verktyg som behövs", "tider, lokaler och nycklar",
    ];

    private static readonly string[] Conditions =
    [
        "enligt schemat i bilagan", "minst en gång i månaden", "innan avtalet börjar gälla", "utan extra kostnad för beställaren",
        "senast fem arbetsdagar i förväg", "tillsammans med de sysselsatta", "på ett sätt som är lätt att förstå", "under hela avtalstiden",
        "när beställaren frågar efter det", "med hänsyn till dem som vistas där", "så att driften inte störs", "i den ordning som har avtalats",
    ];

    private readonly Random _random = new(seed);

    public string Sentence() => $"{Pick(Subjects)} {Pick(Actions)} {Pick(Objects)} {Pick(Conditions)}.";

    public string Sentences(int count) => string.Join(' ', Enumerable.Range(0, count).Select(_ => Sentence()));

    public string Item()
    {
        var text = Pick(Objects);
        return string.Concat(text[..1].ToUpperInvariant(), text.AsSpan(1), ", ", Pick(Conditions));
    }

    public int Number(int below) => _random.Next(below);

    public string Hex() => _random.Next(0x10000000, 0x7FFFFFFF).ToString("X8", System.Globalization.CultureInfo.InvariantCulture);

    private string Pick(string[] words) => words[_random.Next(words.Length)];
}

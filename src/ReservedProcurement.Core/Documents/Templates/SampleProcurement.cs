using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Procurements;
using ReservedProcurement.Core.Procurements.Lots;
using ReservedProcurement.Core.Reference;

namespace ReservedProcurement.Core.Documents.Templates;

/// <summary>
/// A procurement that does not exist, of a municipality that does not exist, to show what a template becomes.
/// It is advertised below the threshold, so that most rules have something to say, and has lots that are reserved and one that is not.
/// </summary>
internal static class SampleProcurement
{
    public static Authority Authority { get; } = new()
    {
        Id = Guid.Empty,
        Name = "Exempelstads kommun",
        OrganisationNumber = "2120009994",
        PostalAddress = "Exempelgatan 1\n999 99 Exempelstad",
        Website = "https://www.exempelstad.example",
        DataProtectionEmail = "dataskyddsombud@exempelstad.example",
        Version = 1,
    };

    /// <summary>With days that lie ahead of <paramref name="today"/>, so that the law's sentences and amounts are those of now.</summary>
    public static Procurement Of(DateOnly today)
    {
        var notice = today.AddDays(7);
        var start = FirstOfMonth(notice.AddDays(120));
        return new Procurement
        {
            Id = Guid.Empty,
            AuthorityId = Guid.Empty,
            AuthorityName = Authority.Name,
            UnitName = "Arbetsmarknadsförvaltningen",
            CaseNumber = "EXEMPEL 1",
            Title = "Exempel: arbetsträning, trädgård och lunch",
            Description = "Det här är en påhittad upphandling som visar hur mallen blir. Exempelstads kommun köper platser för arbetsträning, skötsel av grönytor, lunch till möten och tvätt av arbetskläder.",
            Regime = Regime.Chapter19,
            ContactName = "Påhittad Person",
            ContactEmail = "upphandling@exempelstad.example",
            ContactPhone = "070-174 06 05",
            PublishOn = notice,
            QuestionsUntil = notice.AddDays(14),
            AnswersBy = notice.AddDays(20),
            TendersUntil = notice.AddDays(30),
            TendersUntilTime = "23:59",
            TendersValidUntil = notice.AddDays(150),
            ContractStartsOn = start,
            HowToSubmit = "Skicka anbudet till upphandling@exempelstad.example. Skriv diarienumret i ämnesraden.",
            Evaluation = "Vi väljer det anbud som uppfyller alla ska-krav och har lägst pris. Varje delkontrakt bedöms för sig.",
            CountingRule = "Vi räknar alla som arbetar i verksamheten den dag anbudet lämnas, oavsett hur många timmar de arbetar.",
            CreatedAt = DateTimeOffset.UnixEpoch,
            Version = 1,
            Lots =
            [
                Lot(1, "Arbetsträning med handledare", ["85312510", "80530000"], 60_000_000, start, ReservationBasis.SocialIntegrationSupplier) with
                {
                    Description = "Tio platser för arbetsträning för personer som står långt från arbetsmarknaden.",
                    Volume = "Tio platser om i snitt 20 timmar i veckan",
                    Requirements =
                    [
                        Must(1, "Det finns en handledare på plats varje dag.", "Deltagarna ska ha någon att fråga.", "Kort beskrivning av bemanningen"),
                        Must(2, "Verksamheten ligger högst 30 minuter med buss från Exempelstads centrum.", "Deltagarna ska kunna ta sig dit utan bil.", "Adress till verksamheten"),
                        Should(3, "Deltagarna kan prova minst två slags arbete.", "Fler ska hitta något som passar dem."),
                    ],
                },
                Lot(2, "Skötsel av grönytor", ["77314000"], 90_000_000, start, ReservationBasis.SocialIntegrationSupplier) with
                {
                    Description = "Gräsklippning och rensning i tre parker.",
                    Volume = "Ungefär 12 000 kvadratmeter gräs",
                    Requirements =
                    [
                        Must(1, "Gräset klipps minst var tionde dag från maj till september.", "Parkerna ska gå att använda hela sommaren.", "Plan för klippningen"),
                    ],
                },
                Lot(3, "Lunch och fika till möten", ["55520000"], 25_000_000, start, ReservationBasis.ShelteredEmploymentProgramme) with
                {
                    Description = "Smörgåsar, lunch och fika till kommunens möten, levererade till stadshuset.",
                    Volume = "Ungefär 150 beställningar om året",
                    Requirements =
                    [
                        Must(1, "Det finns alltid ett vegetariskt val.", "Alla ska kunna äta.", "Exempel på en meny"),
                    ],
                },
                Lot(4, "Tvätt av arbetskläder", ["98310000"], 20_000_000, start, ReservationBasis.None) with
                {
                    Description = "Tvätt och enklare lagning av arbetskläder en gång i veckan.",
                    Volume = "Ungefär 80 plagg i veckan",
                    Requirements =
                    [
                        Must(1, "Kläderna är tillbaka inom fem arbetsdagar.", "Personalen ska ha rena kläder varje vecka.", "Beskrivning av hämtning och lämning"),
                    ],
                },
            ],
        };
    }

    private static DateOnly FirstOfMonth(DateOnly day) => new(day.Year, day.Month, 1);

    private static Lot Lot(int number, string title, IReadOnlyList<string> cpv, long valueOre, DateOnly start, ReservationBasis basis) => new()
    {
        Id = Guid.Empty,
        Number = number,
        Title = title,
        Cpv = [.. cpv.Select(code => new CpvInput(CpvCode.Parse(code), null))],
        NutsCode = "SE332",
        EstimatedValueOre = valueOre,
        ContractStart = start,
        ContractEnd = start.AddYears(2).AddDays(-1),
        Options = "Kan förlängas med ett år i taget, högst två år.",
        ReservationBasis = basis,
        Justification = basis == ReservationBasis.None ? null : "Fler som står långt från arbetsmarknaden ska få en väg till arbete.",
    };

    private static Requirement Must(int number, string wording, string purpose, string proof) =>
        new() { Number = number, RequirementKind = RequirementKind.Must, Wording = wording, Purpose = purpose, Proof = proof };

    private static Requirement Should(int number, string wording, string purpose) =>
        new() { Number = number, RequirementKind = RequirementKind.Should, Wording = wording, Purpose = purpose, Proof = "Beskrivning i anbudet" };
}

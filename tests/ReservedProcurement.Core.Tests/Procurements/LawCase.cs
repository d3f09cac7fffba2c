using CsCheck;
using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Core.Procurements;
using ReservedProcurement.Core.Procurements.Lots;
using ReservedProcurement.Core.Reference;
using ReservedProcurement.TestKit;

namespace ReservedProcurement.Core.Tests.Procurements;

/// <summary>Procurements and lots as values, for rules that need no database, with the dated values that the product ships.</summary>
internal static class LawCase
{
    public const string Annex2 = "85312510-7";
    public const string GroundCare = "77314000-4";
    public const string FruitBaskets = "03222000-3";
    public const string Carpentry = "45421000-4";

    public static readonly DateOnly Date = new(2026, 10, 1);
    public static readonly DateOnly BeforeAllAmounts = new(2020, 1, 1);

    public static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);

    public static async Task<DatedValueSet> ShippedValuesAsync()
    {
        await using var installation = await TestInstallation.CreateAsync();
        return await installation.Database.ReadAsync(DatedValues.LoadAsync, CancellationToken.None);
    }

    public static Lot Lot(string? cpv, long? ore, ReservationBasis basis = ReservationBasis.None, int number = 1) => new()
    {
        Id = NewId.Create(TimeProvider.System),
        Number = number,
        Title = "Arbetsträning",
        Description = "Tio platser.",
        NutsCode = "SE332",
        Cpv = cpv is null ? [] : [CpvInput.TryParse(cpv, out var input, out _) ? input : throw new ArgumentException(cpv)],
        EstimatedValueOre = ore,
        ContractStart = new DateOnly(2027, 1, 1),
        ContractEnd = new DateOnly(2028, 12, 31),
        ReservationBasis = basis,
        Justification = basis == ReservationBasis.None ? null : "Fler ska kunna få en väg till arbete.",
    };

    /// <summary>Complete apart from what a test takes away.</summary>
    public static Procurement Procurement(Regime? regime, params IEnumerable<Lot> lots) => new()
    {
        Id = NewId.Create(TimeProvider.System),
        AuthorityId = NewId.Create(TimeProvider.System),
        AuthorityName = "Exempelstads kommun",
        CaseNumber = "EXK 2026/1",
        Title = "Arbetsträningsplatser",
        Description = "Platser för arbetsträning.",
        Regime = regime,
        ContactName = "Åsa Exempel",
        ContactEmail = "asa.exempel@exempelstad.se",
        QuestionsUntil = new DateOnly(2026, 10, 15),
        AnswersBy = new DateOnly(2026, 10, 20),
        TendersUntil = new DateOnly(2026, 11, 2),
        TendersUntilTime = "23:59",
        TendersValidUntil = new DateOnly(2027, 2, 28),
        HowToSubmit = "Med e-post.",
        Evaluation = "Lägst pris.",
        CountingRule = "Antal personer den dag anbudet lämnas.",
        CreatedAt = new DateTimeOffset(2026, 9, 14, 7, 30, 0, TimeSpan.Zero),
        Version = 1,
        Lots = [.. lots.Select((lot, index) => lot with { Number = index + 1 })],
    };
}

using ReservedProcurement.Core.Procurements.Lots;
using ReservedProcurement.Core.Reference;

namespace ReservedProcurement.Web.Pages.Procurements;

/// <summary>A lot as its form holds it while somebody is still writing: rows may be blank, and a search for CPV codes may be under way.</summary>
public sealed class LotForm
{
    public int Version { get; set; }
    public string? Title { get; set; }
    public string? Description { get; set; }
    public string? CodeText { get; set; }
    public string? MainCpv { get; set; }
    public List<string?> ExtraCpv { get; set; } = [];
    public string? NutsCode { get; set; }
    public string? MunicipalityCode { get; set; }
    public long? EstimatedValueOre { get; set; }
    public string? Volume { get; set; }
    public DateOnly? ContractStart { get; set; }
    public DateOnly? ContractEnd { get; set; }
    public string? Options { get; set; }
    public List<RequirementForm> Requirements { get; set; } = [];

    public IReadOnlyList<CpvEntry> FoundCodes { get; private set; } = [];

    public void FindCodes() => FoundCodes = CpvCatalogue.Swedish.Search(CodeText, take: 12);

    public static LotForm Of(Lot lot, int version) => new()
    {
        Version = version,
        Title = lot.Title,
        Description = lot.Description,
        MainCpv = lot.MainCpv?.ToString(),
        ExtraCpv = [.. lot.ExtraCpv.Select(cpv => cpv.ToString())],
        NutsCode = lot.NutsCode,
        MunicipalityCode = lot.MunicipalityCode,
        EstimatedValueOre = lot.EstimatedValueOre,
        Volume = lot.Volume,
        ContractStart = lot.ContractStart,
        ContractEnd = lot.ContractEnd,
        Options = lot.Options,
        Requirements = [.. lot.Requirements.Select(requirement => new RequirementForm
        {
            RequirementKind = requirement.RequirementKind,
            Wording = requirement.Wording,
            Purpose = requirement.Purpose,
            Proof = requirement.Proof,
        })],
    };

    public LotContent ToContent() => new()
    {
        Title = Title ?? "",
        Description = Description,
        MainCpv = MainCpv,
        ExtraCpv = [.. ExtraCpv.Select(code => code ?? "")],
        NutsCode = NutsCode,
        MunicipalityCode = MunicipalityCode,
        EstimatedValueOre = EstimatedValueOre,
        Volume = Volume,
        ContractStart = ContractStart,
        ContractEnd = ContractEnd,
        Options = Options,
        Requirements = [.. Requirements.Select(requirement => new RequirementContent
        {
            RequirementKind = requirement.RequirementKind,
            Wording = requirement.Wording ?? "",
            Purpose = requirement.Purpose,
            Proof = requirement.Proof,
        })],
    };
}

public sealed class RequirementForm
{
    public RequirementKind RequirementKind { get; set; }
    public string? Wording { get; set; }
    public string? Purpose { get; set; }
    public string? Proof { get; set; }
}

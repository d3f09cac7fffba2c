using ReservedProcurement.Core.Register;

namespace ReservedProcurement.TestKit;

public static class SocialEnterprises
{
    /// <summary>Luhn-correct numbers from series that are not in use: of an economic association, a limited company and a sole trader.</summary>
    public const string EconomicAssociationNumber = "799999-0018";

    public const string LimitedCompanyNumber = "599999-0004";

    public const string SoleTraderNumber = "800101-0001";

    /// <summary>An enterprise of which the register lacks nothing.</summary>
    public static SocialEnterpriseContent Complete { get; } = new()
    {
        Name = "Kooperativet Exempelvik",
        OrganisationNumber = EconomicAssociationNumber,
        MunicipalityCode = "2580",
        Website = "https://www.exempelvik.se",
        Description = "Ett påhittat företag som sköter om parker och serverar fika.",
        Contacts = [new ContactContent { Name = "Testa Exempelsson", Role = "Verksamhetsledare", Email = "testa@exempelvik.se", Phone = "070-123 45 67" }],
        ServiceAreas =
        [
            new ServiceAreaContent { Kind = ServiceAreaKind.Offers, Description = "Gräsklippning och rensning", CpvCodes = ["77314000-4"] },
            new ServiceAreaContent { Kind = ServiceAreaKind.WantsToGrowInto, Description = "Lunchservering", CpvCodes = ["55330000-2"] },
        ],
    };

    /// <summary>Adds an enterprise with no more than a name, or with what <paramref name="change"/> says.</summary>
    public static async Task<SavedSocialEnterprise> AddSocialEnterpriseAsync(
        this TestInstallation installation, Func<SocialEnterpriseContent, SocialEnterpriseContent>? change = null)
    {
        var content = new SocialEnterpriseContent { Name = "Kooperativet Exempelvik", IsAnotherOrganisation = true };
        var result = await installation.Get<AddSocialEnterpriseHandler>().HandleAsync(
            TestActors.InstallationAdministrator, new AddSocialEnterprise(change?.Invoke(content) ?? content), CancellationToken.None);
        return result.Value;
    }

    public static async Task<SocialEnterprise> GetSocialEnterpriseAsync(this TestInstallation installation, Guid id) =>
        (await installation.Get<GetSocialEnterpriseHandler>().HandleAsync(TestActors.InstallationAdministrator, new GetSocialEnterprise(id), CancellationToken.None)).Value;
}

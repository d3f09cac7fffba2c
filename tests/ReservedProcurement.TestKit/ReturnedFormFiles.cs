using ReservedProcurement.Core.Documents;

namespace ReservedProcurement.TestKit;

/// <summary>Forms written for a procurement, and filled in by made-up suppliers.</summary>
public static class ReturnedFormFiles
{
    /// <summary>A time after the last day for tenders of <see cref="TestProcurements.CompleteProcurement"/>.</summary>
    public static readonly DateTimeOffset AfterTheDeadline = new(2026, 11, 3, 8, 0, 0, TimeSpan.Zero);

    /// <summary>Writes the shipped form and gives it blank.</summary>
    public static async Task<byte[]> WriteFormAsync(this TestInstallation installation, TestAuthority authority, Guid procurementId, ShippedTemplate template)
    {
        var pack = (await installation.Get<WriteDocumentPackHandler>().HandleAsync(authority.ProcurementOfficer, new WriteDocumentPack(procurementId, [template.Key]), CancellationToken.None)).Must();
        return (await installation.Get<GetDocumentFileHandler>().HandleAsync(authority.ProcurementOfficer, pack.Documents.Single().Id, CancellationToken.None)).Must().Content;
    }

    /// <summary>A tender for the first lot that lacks nothing.</summary>
    public static FilledForm Tender(byte[] blank) => Supplier(blank)
        .Tick("delar.1.lamnas", "delar.1.krav.1.uppfylls")
        .Type("delar.1.pris", "450 000 kr")
        .Type("delar.1.prisenhet", "Per år")
        .Type("delar.1.krav.1.kravsvar", "Två handledare är på plats varje dag.");

    /// <summary>A declaration for the first lot that lacks nothing: 5 of 12.</summary>
    public static FilledForm Declaration(byte[] blank) => Supplier(blank)
        .Tick("delar.1.delkontrakt", "syfte-integration", "lofte-nu", "lofte-avtalstid", "lofte-andring", "lofte-arligen", "lofte-underlag")
        .Type("syfte-dokument", "Stadgar")
        .Type("syfte-paragraf", "2 §")
        .Type("matdatum", "2026-10-30")
        .Type("sysselsatta", "12")
        .Type("malgrupp", "5")
        .Type("andel", "41,7")
        .Type("rakneenhet", "Personer");

    private static FilledForm Supplier(byte[] blank) => new FilledForm(blank)
        .Type("foretag", "Kooperativet Exempelvik")
        .Type("organisationsnummer", SocialEnterprises.EconomicAssociationNumber)
        .Type("kontakt", "Testa Exempelsson")
        .Type("epost", "testa@exempelvik.se")
        .Type("datum", "2026-11-01")
        .Type("undertecknare", "Testa Exempelsson");
}

using ReservedProcurement.Core.Language;
using ReservedProcurement.Core.Procurements;

namespace ReservedProcurement.Core.Documents.ReturnedForms;

/// <summary>Reads a declaration, and counts the share again.</summary>
internal static class DeclarationReading
{
    private static readonly (string Name, string Text)[] Promises =
    [
        ("lofte-nu", "Villkoren är uppfyllda när anbudet lämnas."),
        ("lofte-avtalstid", "Villkoren är uppfyllda under hela avtalet."),
        ("lofte-andring", "Köparen får veta genast om något ändras."),
        ("lofte-arligen", "Köparen får en ny försäkran varje år."),
        ("lofte-underlag", "Köparen får se underlag på begäran."),
    ];

    /// <param name="form">The form.</param>
    /// <param name="procurement">What it was written from.</param>
    /// <param name="supplier">Who answers.</param>
    /// <param name="required">The percentage that the law requires on the procurement's date.</param>
    /// <param name="today">No count can be of a later day.</param>
    /// <param name="remarks">What somebody should look at is added here.</param>
    public static ReturnedDeclaration Read(FormReading form, Procurement procurement, ReturnedSupplier supplier, int? required, DateOnly today, List<FormRemark> remarks)
    {
        var declaration = new ReturnedDeclaration
        {
            Supplier = supplier,
            Lots = Lots(form, procurement, remarks),
            IsForIntegration = form.IsTicked("syfte-integration"),
            IsShelteredWorkshop = form.IsTicked("syfte-skyddad-verkstad"),
            IsWithinProgramme = form.IsTicked("syfte-program"),
            PurposeDocument = form.Text("syfte-dokument", "dokumentet som visar syftet"),
            PurposeParagraph = form.Text("syfte-paragraf"),
            PurposeDocumentDate = form.Day("syfte-datum"),
            PurposeText = form.Text("syfte-text"),
            Share = Share(form, required, today, remarks),
            CertifiedBy = form.Text("intygas-av"),
            Promises = [.. Promises.Where(promise => form.Asks(promise.Name)).Select(promise => new ReturnedPromise(promise.Text, form.IsTicked(promise.Name)))],
            Signature = SupplierReading.Signature(form),
        };
        if (!declaration.IsForIntegration && !declaration.IsShelteredWorkshop && !declaration.IsWithinProgramme)
        {
            remarks.Add(FormRemark.Warn(ReturnedFormSentences.PurposeMissing));
        }

        if (declaration.Promises.Count(promise => !promise.IsGiven) is > 0 and var missing)
        {
            remarks.Add(FormRemark.Warn(ReturnedFormSentences.PromisesMissing, missing, declaration.Promises.Count));
        }

        return declaration;
    }

    private static List<int> Lots(FormReading form, Procurement procurement, List<FormRemark> remarks)
    {
        List<int> lots = [.. form.Items("delar").Where(item => item.Reading.IsTicked("delkontrakt")).Select(item => item.Number)];
        if (lots.Where(number => number < 1 || number > procurement.Lots.Count).ToList() is { Count: > 0 } unknown)
        {
            remarks.Add(TenderReading.LotUnknown(unknown));
        }

        if (lots.Count == 0)
        {
            remarks.Add(FormRemark.Warn(ReturnedFormSentences.NoLotChosen));
        }

        return lots;
    }

    private static ReturnedShare Share(FormReading form, int? required, DateOnly today, List<FormRemark> remarks)
    {
        if (!form.Asks("sysselsatta"))
        {
            return new ReturnedShare();
        }

        var share = IntegrationShareCount.Of(form.Number("sysselsatta", "antal som sysselsätts"), form.Number("malgrupp", "antal i målgruppen"), required) with
        {
            Stated = form.Number("andel", "andelen"),
            MeasuredOn = form.Day("matdatum", "vilken dag siffrorna gäller"),
            CountedIn = form.Text("rakneenhet", "hur ni har räknat"),
            Method = form.Text("raknesatt"),
        };
        remarks.AddRange(Remarks(share, form, today));
        return share;
    }

    private static IEnumerable<FormRemark> Remarks(ReturnedShare share, FormReading form, DateOnly today)
    {
        if ((share.Occupied is null && form.Raw("sysselsatta") is not null) || (share.TargetGroup is null && form.Raw("malgrupp") is not null))
        {
            yield return FormRemark.Warn(ReturnedFormSentences.CountsNotRead);
        }
        else if (share is { Occupied: not null, TargetGroup: not null, Computed: null })
        {
            yield return FormRemark.Warn(ReturnedFormSentences.CountsImpossible);
        }

        if (share.Required is null)
        {
            yield return FormRemark.Note(ReturnedFormSentences.RequiredShareUnknown);
        }
        else if (share.IsReached == false)
        {
            yield return FormRemark.Warn(ReturnedFormSentences.ShareTooLow, Percent(share.Computed!.Value), share.Required);
        }

        if (share.Stated is null && form.Raw("andel") is not null)
        {
            yield return FormRemark.Warn(ReturnedFormSentences.ShareNotRead);
        }
        else if (IntegrationShareCount.Differs(share))
        {
            yield return FormRemark.Warn(ReturnedFormSentences.ShareDiffers, Percent(share.Stated!.Value), Percent(share.Computed!.Value));
        }

        if (share.MeasuredOn > today)
        {
            yield return FormRemark.Warn(ReturnedFormSentences.MeasuredLater);
        }
    }

    private static string Percent(decimal share) => share.ToString("0.##", Texts.Swedish);
}

using ReservedProcurement.Core.Language;
using ReservedProcurement.Core.Register.OrganisationNumbers;

namespace ReservedProcurement.Core.Documents.ReturnedForms;

/// <summary>Reads who answers and who signed: the same questions in all forms.</summary>
internal static class SupplierReading
{
    public const string NumberName = "organisationsnummer";

    /// <param name="form">The form.</param>
    /// <param name="maySeePersonalNumbers">As in the register: a sole trader's number is for those who keep the register.</param>
    /// <param name="remarks">What somebody should look at is added here.</param>
    public static ReturnedSupplier Supplier(FormReading form, bool maySeePersonalNumbers, List<FormRemark> remarks)
    {
        var written = form.Raw(NumberName);
        var isNumber = OrganisationNumber.TryParse(written, out var number, out var error);
        var supplier = new ReturnedSupplier
        {
            Name = form.Text("foretag", "företagets namn"),
            OrganisationNumber = isNumber && (maySeePersonalNumbers || !number.IsPersonalData) ? number.ToString() : null,
            NumberIsHidden = isNumber && number.IsPersonalData && !maySeePersonalNumbers,
            OrganisationNumberText = isNumber ? null : form.Text(NumberName),
            PostalAddress = form.Text("postadress"),
            ContactName = form.Text("kontakt", "kontaktperson"),
            Email = form.Text("epost"),
            Phone = form.Text("telefon"),
            ContactDetails = form.Text("kontaktvag", "e-post och telefon"),
        };
        form.Require(form.Asks(NumberName), written is not null, "organisationsnummer");
        form.Require(form.Asks("epost") && form.Asks("telefon"), supplier.Email is not null || supplier.Phone is not null, "e-post eller telefon");
        if (written is not null && !isNumber)
        {
            remarks.Add(FormRemark.Warn(ReturnedFormSentences.WrongOrganisationNumber, Texts.Name(error)));
        }
        else if (isNumber && number.IsPersonalData)
        {
            remarks.Add(FormRemark.Note(ReturnedFormSentences.SoleTrader));
        }

        return supplier;
    }

    public static ReturnedSignature Signature(FormReading form) =>
        new(form.Text("ort"), form.Day("datum", "datum för underskriften"), form.Text("undertecknare", "namn på den som skriver under"), form.Text("roll"));
}

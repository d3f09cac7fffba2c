using ReservedProcurement.Core.Procurements;
using ReservedProcurement.WordTemplates;

namespace ReservedProcurement.Core.Documents.ReturnedForms;

/// <summary>What to look at in how a form was read, and in forms side by side.</summary>
internal static class ReturnedFormsTogether
{
    public static IEnumerable<FormRemark> OfReading(FormAnswers answers, RecognisedForm form, Procurement procurement)
    {
        if (form.IsFoundByLikeness)
        {
            yield return FormRemark.Warn(ReturnedFormSentences.FoundByLikeness);
        }

        var given = answers.All.Where(answer => answer.IsAnswered).ToList();
        if (given.Count(answer => answer.IsNameFoundByPlace) is > 0 and var byPlace)
        {
            yield return FormRemark.Warn(ReturnedFormSentences.FoundByPlace, byPlace, given.Count);
        }

        if (form.Document.ProcurementVersion != procurement.Version)
        {
            yield return FormRemark.Note(ReturnedFormSentences.Outdated);
        }
    }

    /// <summary>The forms with what shows only when all are seen.</summary>
    public static IEnumerable<ReturnedForm> Remark(IReadOnlyList<ReturnedForm> forms, Procurement procurement)
    {
        var declared = forms.Where(form => form.Declaration is not null).Select(form => form.Supplier!.OrganisationNumber).OfType<string>().ToHashSet();
        var twice = forms.Where(form => form.Supplier?.OrganisationNumber is not null).GroupBy(Same).Where(same => same.Count() > 1).Select(same => same.Key).ToHashSet();
        foreach (var form in forms)
        {
            List<FormRemark> more = [];
            if (form.Supplier?.OrganisationNumber is { } number)
            {
                if (twice.Contains(Same(form)))
                {
                    more.Add(FormRemark.Warn(ReturnedFormSentences.SameFormTwice, form.MadeFrom!.Title));
                }

                if (form.Tender is { } tender && TenderReading.NeedsDeclaration(tender, procurement) && !declared.Contains(number))
                {
                    more.Add(FormRemark.Note(ReturnedFormSentences.DeclarationMissing));
                }
            }

            yield return form.With(more);
        }
    }

    private static (string? Number, bool IsTender) Same(ReturnedForm form) => (form.Supplier!.OrganisationNumber, form.Tender is not null);
}

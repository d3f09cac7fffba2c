namespace ReservedProcurement.Core.Documents.ReturnedForms;

/// <summary>The codes of what somebody should look at in a returned form.</summary>
public static class ReturnedFormSentences
{
    public const string FoundByLikeness = "returned-forms.remark.found-by-likeness";
    public const string Outdated = "returned-forms.remark.outdated";
    public const string FoundByPlace = "returned-forms.remark.found-by-place";
    public const string PersonalNumberHidden = "returned-forms.remark.personal-number-hidden";
    public const string SameFormTwice = "returned-forms.remark.same-form-twice";
    public const string DeclarationMissing = "returned-forms.remark.declaration-missing";

    public const string AnswersMissing = "returned-forms.remark.answers-missing";
    public const string WrongOrganisationNumber = "returned-forms.remark.wrong-organisation-number";
    public const string SoleTrader = "returned-forms.remark.sole-trader";

    public const string NoLotChosen = "returned-forms.remark.no-lot-chosen";
    public const string LotUnknown = "returned-forms.remark.lot-unknown";
    public const string LotAnswersMissing = "returned-forms.remark.lot-answers-missing";
    public const string LotNotTicked = "returned-forms.remark.lot-not-ticked";
    public const string PriceNotRead = "returned-forms.remark.price-not-read";
    public const string RequirementsNotMet = "returned-forms.remark.requirements-not-met";
    public const string RequirementUnknown = "returned-forms.remark.requirement-unknown";
    public const string ConditionNotMet = "returned-forms.remark.condition-not-met";

    public const string PurposeMissing = "returned-forms.remark.purpose-missing";
    public const string PromisesMissing = "returned-forms.remark.promises-missing";
    public const string CountsNotRead = "returned-forms.remark.counts-not-read";
    public const string CountsImpossible = "returned-forms.remark.counts-impossible";
    public const string ShareTooLow = "returned-forms.remark.share-too-low";
    public const string ShareDiffers = "returned-forms.remark.share-differs";
    public const string ShareNotRead = "returned-forms.remark.share-not-read";
    public const string RequiredShareUnknown = "returned-forms.remark.required-share-unknown";
    public const string MeasuredLater = "returned-forms.remark.measured-later";
}

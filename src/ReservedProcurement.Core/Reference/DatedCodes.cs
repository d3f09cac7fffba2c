namespace ReservedProcurement.Core.Reference;

/// <summary>The codes of the dated values that the program asks for. Amounts are without VAT.</summary>
public static class DatedCodes
{
    /// <summary>Threshold for goods and services of a municipality and others that are no central authority, 5 kap. 1 § LOU.</summary>
    public const string ThresholdSubCentral = "threshold.lou.goods-services.sub-central";

    public const string ThresholdCentral = "threshold.lou.goods-services.central";
    public const string ThresholdWorks = "threshold.lou.works";
    public const string ThresholdAnnex2 = "threshold.lou.annex-2";

    /// <summary>Below this a direktupphandling is allowed, 19 a kap. 2 § LOU.</summary>
    public const string DirectAwardLimit = "direct-award.lou.limit";

    public const string DirectAwardLimitAnnex2 = "direct-award.lou.limit.annex-2";

    /// <summary>Above this a direktupphandling must be documented, 19 a kap. 11 § LOU.</summary>
    public const string DirectAwardDocumentation = "direct-award.lou.documentation-above";

    /// <summary>From this a direktupphandling must be followed by an efterannons, 19 a kap. 13 § LOU.</summary>
    public const string DirectAwardAwardNotice = "direct-award.lou.award-notice-from";

    /// <summary>A lot below this may be left out of a procurement above the threshold, 5 kap. 8 § LOU.</summary>
    public const string SmallLot = "small-lot.lou.goods-services";

    /// <summary>… as long as such lots together are at most this share of all.</summary>
    public const string SmallLotShare = "small-lot.lou.share";

    /// <summary>Services without a stated total count as the monthly value times this, 5 kap. 13 § LOU.</summary>
    public const string OpenEndedServiceMonths = "valuation.lou.services.months";

    public const string StandstillElectronic = "standstill.electronic";
    public const string StandstillOtherMeans = "standstill.other-means";
    public const string StandstillVoluntaryNotice = "standstill.voluntary-notice";

    /// <summary>Further information must be given at the latest this many days before the last day for tenders.</summary>
    public const string AnswerQuestions = "questions.answer-before-deadline";

    public const string AnswerQuestionsAccelerated = "questions.answer-before-deadline.accelerated";
    public const string ReasonsOnRequest = "reasons-on-request";
    public const string TenderPeriodOpen = "tender-period.open";
    public const string TenderPeriodOpenElectronic = "tender-period.open.electronic-tenders";
    public const string TenderPeriodOpenPriorNotice = "tender-period.open.prior-notice";
    public const string TenderPeriodOpenAccelerated = "tender-period.open.accelerated";
    public const string DocumentationFinished = "documentation.finished";
    public const string AwardNotice = "award-notice.sent";

    /// <summary>Andelskravet: at least this share of those occupied, 4 kap. 18 § second paragraph LOU.</summary>
    public const string IntegrationShare = "reservation.lou-4-18.integration-share";

    /// <summary>The longest term of a contract reserved under 19 kap. 25 § LOU.</summary>
    public const string PublicServiceMissionTerm = "reservation.lou-19-25.longest-term";

    /// <summary>… and the time during which the same organisation may not be given another for the same service.</summary>
    public const string PublicServiceMissionPause = "reservation.lou-19-25.pause";

    /// <summary>The sentence on what a reservation rests on, such as <c>reservation.lou-4-18-1.below-threshold</c>.</summary>
    public static string LegalBasis(string basis, string regime) => $"reservation.{basis}.{regime}";

    /// <summary>The sentence on which rules a procurement follows, such as <c>regime.annex-2</c>.</summary>
    public static string Regime(string regime) => $"regime.{regime}";

    /// <summary>What a reservation means in plain words, such as <c>reservation.lou-4-18-1.plain</c>.</summary>
    public static string PlainBasis(string basis) => $"reservation.{basis}.plain";

    /// <summary>The same as a condition of the contract, such as <c>reservation.lou-19-25.contract</c>. Only the grounds of 19 kap. have one: that of 4 kap. 18 § is in the template.</summary>
    public static string ContractCondition(string basis) => $"reservation.{basis}.contract";

    /// <summary>The paragraph that a rule stands in, such as <c>section.answers.below-threshold</c>.</summary>
    public static string Section(string rule, string regime) => $"section.{rule}.{regime}";

    /// <summary>How tenders are opened.</summary>
    public static string Opening(string regime) => $"opening.{regime}";

    /// <summary>What holds for a dialogue before the procurement.</summary>
    public static string Dialogue(string regime) => $"dialogue.{regime}";

    /// <summary>The code that an eForms field takes for a ground, such as <c>eforms.bt-71.lou-4-18-1</c>.</summary>
    public static string EForms(string field, string basis) => $"eforms.{field}.{basis}";

    /// <summary>The rules whose paragraph differs between the regimes.</summary>
    public static class Rules
    {
        public const string Answers = "answers";
        public const string Reasons = "reasons";
        public const string Documentation = "documentation";
        public const string AwardNotice = "award-notice";
        public const string JointTender = "joint-tender";
        public const string Capacity = "capacity";
    }

    public static class Bases
    {
        /// <summary>No reservation.</summary>
        public const string None = "none";

        /// <summary>Any reservation, where a value is the same for all.</summary>
        public const string Reserved = "reserved";

        /// <summary>4 kap. 18 § first paragraph 1: sheltered workshops and suppliers whose main purpose is integration.</summary>
        public const string IntegrationSupplier = "lou-4-18-1";

        /// <summary>4 kap. 18 § first paragraph 2: performance within a programme for sheltered employment.</summary>
        public const string ShelteredProgramme = "lou-4-18-2";

        public const string PublicServiceMission = "lou-19-25";
        public const string NonProfitOrganisation = "lou-19-25a";
    }

    public static class Regimes
    {
        public const string AboveThreshold = "above-threshold";
        public const string BelowThreshold = "below-threshold";
        public const string Annex2 = "annex-2";

        /// <summary>Services of bilaga 2 together with others, where those of bilaga 2 are the largest part.</summary>
        public const string Annex2Mixed = "annex-2-mixed";
        public const string DirectAward = "direct-award";
    }
}

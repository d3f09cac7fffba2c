using ReservedProcurement.Core.Language;
using ReservedProcurement.Core.Procurements;
using ReservedProcurement.Core.Procurements.Law;
using ReservedProcurement.Core.Procurements.Lots;

namespace ReservedProcurement.Core.Documents.ReturnedForms;

/// <summary>Reads a tender: the form of its own, and the one that is part of the single document.</summary>
internal static class TenderReading
{
    private const int MostNamed = 20;

    public static ReturnedTender Read(FormReading form, Procurement procurement, ReturnedSupplier supplier, List<FormRemark> remarks)
    {
        var lots = form.Items("delar").Where(item => item.Reading.Asks("pris") || item.Reading.Raw("pris") is not null).Select(item => Lot(item.Number, item.Reading, procurement, remarks)).ToList();
        if (lots.Where(lot => lot.Title is null).Select(lot => lot.Number).ToList() is { Count: > 0 } unknown)
        {
            remarks.Add(LotUnknown(unknown));
        }

        if (!lots.Any(lot => lot.IsTendered))
        {
            remarks.Add(FormRemark.Warn(ReturnedFormSentences.NoLotChosen));
        }

        var conditions = Conditions(form, procurement, lots, remarks);
        var tender = new ReturnedTender
        {
            Supplier = supplier,
            IsJoint = form.Asks("gemensamt") ? form.IsTicked("gemensamt") : null,
            JointWith = form.Text("grupp"),
            Lots = lots,
            MeetsAllMustRequirements = form.Asks("skakrav") ? form.IsTicked("skakrav") : null,
            Conditions = conditions,
            Evaluation = form.Text("utvardering"),
            OthersCapacity = form.Text("andras-resurser"),
            Subcontractors = form.Text("underleverantorer"),
            Confidential = form.Text("sekretess"),
            Signature = SupplierReading.Signature(form),
        };
        form.Require(tender.IsJoint == true, tender.JointWith is not null, "vilka som lämnar anbudet tillsammans");
        form.Require(tender.MeetsAllMustRequirements == false, isAnswered: false, "att alla ska-krav uppfylls");
        return tender;
    }

    public static FormRemark LotUnknown(IReadOnlyList<int> numbers) =>
        FormRemark.Warn(ReturnedFormSentences.LotUnknown, string.Join(", ", numbers.Take(MostNamed).Select(number => number.ToString(Texts.Swedish))) + (numbers.Count > MostNamed ? " …" : ""));

    private static ReturnedLot Lot(int place, FormReading form, Procurement procurement, List<FormRemark> remarks)
    {
        // The form's lots are numbered as they stand in the procurement, whose own numbers always run from 1.
        var lot = procurement.Lots.ElementAtOrDefault(place - 1);
        var price = form.Raw("pris") is { } written ? ReturnedPrice.Read(written) with { Text = form.Text("pris")! } : null;
        var isTendered = form.IsTicked("lamnas") || form.IsTicked("delkontrakt");
        var read = new ReturnedLot
        {
            Number = lot?.Number ?? place,
            Title = lot?.Title,
            IsTendered = isTendered,
            Price = price,
            Unit = form.Text("prisenhet") ?? price?.Unit,
            Comment = form.Text("priskommentar"),
            IsFoundByPlace = form.IsFoundByPlace,
            Requirements = [.. form.Items("krav").Select(item => Requirement(item.Number, item.Reading, lot))],
        };
        if (isTendered)
        {
            form.Require(isAsked: true, price is not null, "pris");
            form.Require(form.Asks("prisenhet"), read.Unit is not null, "vad priset gäller");
            Remark(read, form, remarks);
        }
        else if (price is not null)
        {
            remarks.Add(FormRemark.Warn(ReturnedFormSentences.LotNotTicked, read.Number));
        }

        return read;
    }

    private static void Remark(ReturnedLot lot, FormReading form, List<FormRemark> remarks)
    {
        if (form.Missing.Count > 0)
        {
            remarks.Add(FormRemark.Warn(ReturnedFormSentences.LotAnswersMissing, lot.Number, string.Join(", ", form.Missing)));
        }

        if (lot.Price is { Ore: null })
        {
            remarks.Add(FormRemark.Warn(ReturnedFormSentences.PriceNotRead, lot.Number));
        }

        var notMet = lot.Requirements.Where(requirement => requirement is { RequirementKind: RequirementKind.Must, IsMet: false }).Select(requirement => requirement.Number.ToString(Texts.Swedish)).ToList();
        if (notMet.Count > 0)
        {
            remarks.Add(FormRemark.Warn(ReturnedFormSentences.RequirementsNotMet, lot.Number, string.Join(", ", notMet)));
        }

        if (lot.Title is not null && lot.Requirements.Where(requirement => requirement.RequirementKind is null).Select(requirement => requirement.Number.ToString(Texts.Swedish)).ToList() is { Count: > 0 } unknown)
        {
            remarks.Add(FormRemark.Warn(ReturnedFormSentences.RequirementUnknown, lot.Number, string.Join(", ", unknown)));
        }
    }

    private static ReturnedRequirement Requirement(int place, FormReading form, Lot? lot)
    {
        var requirement = lot?.Requirements.ElementAtOrDefault(place - 1);
        return new ReturnedRequirement
        {
            Number = requirement?.Number ?? place,
            RequirementKind = requirement?.RequirementKind,
            Wording = requirement?.Wording,
            IsMet = form.IsTicked("uppfylls"),
            Answer = form.Text("kravsvar"),
            IsFoundByPlace = form.IsFoundByPlace,
        };
    }

    /// <summary>The grounds stand in the form in the order of the procurement's documents; those of 4 kap. 18 § have a declaration of their own.</summary>
    private static List<ReturnedCondition> Conditions(FormReading form, Procurement procurement, List<ReturnedLot> lots, List<FormRemark> remarks)
    {
        var grounds = ReservationGrounds.BasesOf(procurement);
        List<ReturnedCondition> conditions = [];
        foreach (var (number, reading) in form.Items("grunder").Where(item => item.Reading.Asks("villkor") || item.Reading.IsTicked("villkor")))
        {
            ReservationBasis? basis = number >= 1 && number <= grounds.Count ? grounds[number - 1] : null;
            var condition = new ReturnedCondition(basis is { } known ? Texts.Name(known) : null, reading.IsTicked("villkor"), reading.Text("villkor-underlag"));
            conditions.Add(condition);
            var concerns = lots.Any(lot => lot.IsTendered && procurement.Lots.Any(own => own.Number == lot.Number && own.ReservationBasis == basis));
            if (concerns && !condition.IsMet)
            {
                remarks.Add(FormRemark.Warn(ReturnedFormSentences.ConditionNotMet));
            }
        }

        return conditions;
    }

    /// <summary>Whether the tender needs a declaration on the share.</summary>
    public static bool NeedsDeclaration(ReturnedTender tender, Procurement procurement) => tender.TenderedLots.Any(lot =>
        procurement.Lots.Any(own => own.Number == lot.Number && ReservationRules.HasIntegrationShare(own.ReservationBasis)));
}

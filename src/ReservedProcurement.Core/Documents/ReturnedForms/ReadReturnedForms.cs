using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Language;
using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Core.Problems;
using ReservedProcurement.Core.Procurements;
using ReservedProcurement.Core.Reference;
using ReservedProcurement.Core.Register.OrganisationNumbers;
using ReservedProcurement.WordTemplates;

namespace ReservedProcurement.Core.Documents.ReturnedForms;

public sealed record FileToRead(string Name, byte[] Content);

/// <summary>Reads tenders and declarations that came back filled in. Nothing of them is kept, and nothing of them is written to a log.</summary>
public sealed record ReadReturnedForms(Guid ProcurementId, IReadOnlyList<FileToRead> Files)
{
    public const int MostAtOnce = 20;

    /// <summary>In bytes, of each file.</summary>
    public const int LargestFile = 10 << 20;
}

/// <summary>A file that cannot be read tells why in its own place, and stops none of the others.</summary>
public sealed class ReadReturnedFormsHandler(Database database, GetProcurementHandler procurements, ListDocumentsHandler documents)
{
    private const string RegisteredSql = "select Id, Name from SocialEnterprises where OrganisationNumberKey = @OrganisationNumberKey";

    public async Task<Result<ReturnedForms>> HandleAsync(Actor actor, ReadReturnedForms request, CancellationToken cancellationToken)
    {
        var found = await procurements.HandleAsync(actor, request.ProcurementId, cancellationToken);
        if (!found.Succeeded)
        {
            return found.Problem;
        }

        var review = found.Value;
        if (!review.MayEdit)
        {
            return CommonProblems.NotAllowed;
        }

        if (ReturnedFormProblems.WhileTendersComeIn(review.Procurement, database.Clock.GetUtcNow()) is { } tooEarly)
        {
            return tooEarly;
        }

        if (request.Files.Count is 0 or > ReadReturnedForms.MostAtOnce)
        {
            return request.Files.Count == 0
                ? ReturnedFormProblems.OnFiles(ReturnedFormProblems.NoFileChosen)
                : ReturnedFormProblems.OnFiles(ReturnedFormProblems.TooManyAtOnce, ReadReturnedForms.MostAtOnce);
        }

        var packs = await documents.HandleAsync(actor, review.Procurement.Id, cancellationToken);
        if (!packs.Succeeded)
        {
            return packs.Problem;
        }

        var values = await database.ReadAsync(DatedValues.LoadAsync, cancellationToken);
        var written = new WrittenForms(database, [.. packs.Value.SelectMany(pack => pack.Documents)]);
        List<ReturnedForm> forms = [];
        foreach (var file in request.Files)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var form = await ReadAsync(file, written, review, values, actor.MayAnywhere(Permission.EditRegister), cancellationToken);
            forms.Add(form with { FileName = PersonalNumbers.Hide(SentFileName.Tidy(file.Name)) });
        }

        return new ReturnedForms
        {
            ProcurementId = review.Procurement.Id,
            CaseNumber = review.Procurement.CaseNumber,
            Forms = [.. ReturnedFormsTogether.Remark(forms, review.Procurement)],
        };
    }

    private async Task<ReturnedForm> ReadAsync(FileToRead file, WrittenForms written, ProcurementReview review, DatedValueSet values, bool maySeePersonalNumbers, CancellationToken cancellationToken)
    {
        if (file.Content.Length is 0 or > ReadReturnedForms.LargestFile)
        {
            return NotRead(file.Content.Length == 0
                ? ReturnedFormProblems.OfFile(ReturnedFormProblems.FileEmpty)
                : ReturnedFormProblems.OfFile(ReturnedFormProblems.FileTooLarge, SwedishNumber.Size(file.Content.Length), SwedishNumber.Size(ReadReturnedForms.LargestFile)));
        }

        try
        {
            var named = FormReader.Read(file.Content);
            var id = WrittenForms.IdOf(named);
            var form = id is { } known ? await written.FindAsync(known, cancellationToken) : await written.MostLikeAsync(file.Content, named, cancellationToken);
            if (form is null)
            {
                // A number of another procurement is never passed over for likeness: the forms of all procurements are alike.
                return NotRead(ReturnedFormProblems.OfFile(id is null ? ReturnedFormProblems.NotRecognised : ReturnedFormProblems.OtherProcurement));
            }

            var title = ShippedTemplates.Find(form.Document.TemplateKey)?.Title ?? form.Document.FileName;
            if (!WrittenForms.IsForm(form.Document))
            {
                return NotRead(ReturnedFormProblems.OfFile(ReturnedFormProblems.NotAForm, title));
            }

            var answers = FormReader.Read(file.Content, form.Content);
            var read = Read(new FormReading(answers, FormReader.Read(form.Content)), form, title, review, values, maySeePersonalNumbers);
            return await WithRegisterAsync(read.With(ReturnedFormsTogether.OfReading(answers, form, review.Procurement)), answers, cancellationToken);
        }
        catch (WordTemplateException exception)
        {
            return NotRead(ReturnedFormProblems.OfFile(ReturnedFormProblems.FileNotReadable, exception.Faults[0].Message));
        }
    }

    private ReturnedForm Read(FormReading reading, RecognisedForm form, string title, ProcurementReview review, DatedValueSet values, bool maySeePersonalNumbers)
    {
        List<FormRemark> remarks = [];
        var supplier = SupplierReading.Supplier(reading, maySeePersonalNumbers, remarks);
        var isDeclaration = form.Document.TemplateKey == ShippedTemplates.ReservationDeclaration.Key;
        var read = new ReturnedForm
        {
            FileName = "",
            MadeFrom = new FormOrigin(form.Document.Id, form.Document.TemplateKey, title, form.Document.CreatedAt, form.IsFoundByLikeness),
            Tender = isDeclaration ? null : TenderReading.Read(reading, review.Procurement, supplier, remarks),
            Declaration = isDeclaration
                ? DeclarationReading.Read(reading, review.Procurement, supplier, values.Percent(DatedCodes.IntegrationShare, review.LawDate), SwedishTime.Today(database.Clock), remarks)
                : null,
        };
        if (reading.Missing.Count > 0)
        {
            remarks.Insert(0, FormRemark.Warn(ReturnedFormSentences.AnswersMissing, string.Join(", ", reading.Missing)));
        }

        if (reading.HidesPersonalNumber)
        {
            remarks.Add(FormRemark.Note(ReturnedFormSentences.PersonalNumberHidden));
        }

        return read.With(remarks);
    }

    private async Task<ReturnedForm> WithRegisterAsync(ReturnedForm form, FormAnswers answers, CancellationToken cancellationToken)
    {
        if (!OrganisationNumber.TryParse(answers.Find(SupplierReading.NumberName)?.Text, out var number) || form.Supplier is not { NumberIsHidden: false } supplier)
        {
            return form;
        }

        var registered = await database.ReadAsync(
            session => session.SingleOrDefaultAsync<RegisteredEnterprise>(RegisteredSql, new { OrganisationNumberKey = number.Digits }), cancellationToken);
        var known = supplier with { Registered = registered };
        return form with
        {
            Tender = form.Tender is { } tender ? tender with { Supplier = known } : null,
            Declaration = form.Declaration is { } declaration ? declaration with { Supplier = known } : null,
        };
    }

    private static ReturnedForm NotRead(string sentence) => new() { FileName = "", NotRead = sentence };
}

using ReservedProcurement.Core.Language;
using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.Core.Procurements;

/// <summary>Writes what a person has told of a procurement, with the columns that follow from it.</summary>
internal static class WriteProcurement
{
    private const string InsertSql = """
        insert into Procurements (Id, AuthorityId, UnitId, CaseNumber, CaseNumberKey, Title, TitleKey, Description,
            ContactName, ContactEmail, ContactPhone, PublishOn, QuestionsUntil, AnswersBy, TendersUntil, TendersUntilTime, TendersValidUntil, ContractStartsOn,
            HowToSubmit, Evaluation, CountingRule, UndividedReason, StartYear, CreatedAt, Version)
        values (@Id, @AuthorityId, @UnitId, @CaseNumber, @CaseNumberKey, @Title, @TitleKey, @Description,
            @ContactName, @ContactEmail, @ContactPhone, @PublishOn, @QuestionsUntil, @AnswersBy, @TendersUntil, @TendersUntilTime, @TendersValidUntil, @ContractStartsOn,
            @HowToSubmit, @Evaluation, @CountingRule, @UndividedReason, @StartYear, @CreatedAt, 1)
        """;

    private const string OpenUnitSql = "select count(*) from Units where Id = @UnitId and AuthorityId = @AuthorityId and IsClosed = 0";

    private const string UpdateSql = """
        update Procurements
        set UnitId = @UnitId, CaseNumber = @CaseNumber, CaseNumberKey = @CaseNumberKey, Title = @Title, TitleKey = @TitleKey, Description = @Description,
            ContactName = @ContactName, ContactEmail = @ContactEmail, ContactPhone = @ContactPhone,
            PublishOn = @PublishOn, QuestionsUntil = @QuestionsUntil, AnswersBy = @AnswersBy, TendersUntil = @TendersUntil, TendersUntilTime = @TendersUntilTime,
            TendersValidUntil = @TendersValidUntil, ContractStartsOn = @ContractStartsOn, HowToSubmit = @HowToSubmit, Evaluation = @Evaluation,
            CountingRule = @CountingRule, UndividedReason = @UndividedReason, StartYear = @StartYear
        where Id = @Id
        """;

    /// <summary>Why the unit cannot be chosen, or null.</summary>
    public static async Task<Problem?> CheckUnitAsync(WriteTransaction write, Guid authorityId, ProcurementContent content) =>
        content.UnitId is { } unitId && await write.SingleAsync<int>(OpenUnitSql, new { UnitId = unitId, AuthorityId = authorityId }) == 0
            ? Problem.OnField(nameof(content.UnitId), ProcurementProblems.UnknownUnit)
            : null;

    public static Task InsertAsync(WriteTransaction write, Guid id, Guid authorityId, ProcurementContent content) =>
        write.ExecuteAsync(InsertSql, new Row(content) { Id = id, AuthorityId = authorityId, CreatedAt = write.Now });

    public static Task UpdateAsync(WriteTransaction write, Procurement procurement, ProcurementContent content) =>
        write.ExecuteAsync(UpdateSql, new Row(content) { Id = procurement.Id, AuthorityId = procurement.AuthorityId, CreatedAt = procurement.CreatedAt });

    private sealed record Row(ProcurementContent Content) : ProcurementContent(Content)
    {
        public required Guid Id { get; init; }
        public required Guid AuthorityId { get; init; }
        public required DateTimeOffset CreatedAt { get; init; }
        public string CaseNumberKey => SwedishText.Key(CaseNumber);
        public string TitleKey => SwedishText.Key(Title);

        /// <summary>The year a procurement is listed under: that of its notice, and until one is planned, that it was begun.</summary>
        public int StartYear => PublishOn?.Year ?? SwedishTime.Local(CreatedAt).Year;
    }
}

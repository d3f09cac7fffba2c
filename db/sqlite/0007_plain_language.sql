-- The figures of a document that was measured for comparison; the document itself is never stored.
create table PlainLanguageComparisons (
    Id text not null primary key,
    ProcurementId text not null references Procurements (Id),
    Name text not null,
    TemplateKey text,
    Words integer not null,
    WordsInSentences integer not null,
    Sentences integer not null,
    LongWords integer not null,
    LongSentences integer not null,
    Officialese integer not null,
    Passives integer not null,
    MustSentences integer not null,
    ShouldSentences integer not null,
    Pages integer not null,
    PagesAreEstimated integer not null,
    MeasuredAt text not null,
    MeasuredByName text not null
) strict;
create index IX_PlainLanguageComparisons_Procurement on PlainLanguageComparisons (ProcurementId, MeasuredAt);

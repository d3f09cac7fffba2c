-- The figures of a document that was measured for comparison; the document itself is never stored.
create table PlainLanguageComparisons (
    Id uniqueidentifier not null,
    ProcurementId uniqueidentifier not null,
    Name nvarchar(200) not null,
    TemplateKey nvarchar(100),
    Words int not null,
    WordsInSentences int not null,
    Sentences int not null,
    LongWords int not null,
    LongSentences int not null,
    Officialese int not null,
    Passives int not null,
    MustSentences int not null,
    ShouldSentences int not null,
    Pages int not null,
    PagesAreEstimated bit not null,
    MeasuredAt datetimeoffset(6) not null,
    MeasuredByName nvarchar(200) not null,
    constraint PK_PlainLanguageComparisons primary key (Id),
    constraint FK_PlainLanguageComparisons_Procurements foreign key (ProcurementId) references Procurements (Id)
);
create index IX_PlainLanguageComparisons_Procurement on PlainLanguageComparisons (ProcurementId, MeasuredAt);

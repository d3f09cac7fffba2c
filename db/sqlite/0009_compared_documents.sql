-- Figures of a municipality's ordinary documents, to compare the simplified ones with. The files themselves are not kept.
-- Shown holds the longest sentences and the words on the plain-language list as JSON.
create table ComparedDocuments (
    Id text not null primary key,
    ProcurementId text not null references Procurements (Id),
    FileName text not null,
    Size integer not null check (Size >= 0),
    Sha256 text not null,
    Words integer not null,
    WordsInSentences integer not null,
    Sentences integer not null,
    LongWords integer not null,
    LongSentences integer not null,
    Officialese integer not null,
    Passives integer not null,
    MustSentences integer not null,
    ShouldSentences integer not null,
    Pages integer not null check (Pages >= 1),
    PagesAreEstimated integer not null,
    Shown text not null,
    AddedAt text not null,
    AddedByName text not null
) strict;
create unique index UX_ComparedDocuments_Procurement_Sha256 on ComparedDocuments (ProcurementId, Sha256);

-- Figures of a municipality's ordinary documents, to compare the simplified ones with. The files themselves are not kept.
-- Shown holds the longest sentences and the words on the plain-language list as JSON.
create table ComparedDocuments (
    Id uniqueidentifier not null,
    ProcurementId uniqueidentifier not null,
    FileName nvarchar(200) not null,
    Size int not null,
    Sha256 nvarchar(64) not null,
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
    Shown nvarchar(max) not null,
    AddedAt datetimeoffset(6) not null,
    AddedByName nvarchar(200) not null,
    constraint PK_ComparedDocuments primary key (Id),
    constraint FK_ComparedDocuments_Procurements foreign key (ProcurementId) references Procurements (Id),
    constraint CK_ComparedDocuments_Size check (Size >= 0),
    constraint CK_ComparedDocuments_Pages check (Pages >= 1)
);
create unique index UX_ComparedDocuments_Procurement_Sha256 on ComparedDocuments (ProcurementId, Sha256);

create table Procurements (
    Id uniqueidentifier not null,
    AuthorityId uniqueidentifier not null,
    UnitId uniqueidentifier null,
    CaseNumber nvarchar(50) not null,
    CaseNumberKey nvarchar(100) collate Latin1_General_BIN2 not null,
    Title nvarchar(200) not null,
    TitleKey nvarchar(400) collate Latin1_General_BIN2 not null,
    Description nvarchar(4000) null,
    Regime nvarchar(40) null,
    RegimeReason nvarchar(2000) null,
    RegimeProposed nvarchar(40) null,
    ContactName nvarchar(200) null,
    ContactEmail nvarchar(254) null,
    ContactPhone nvarchar(40) null,
    PublishOn date null,
    QuestionsUntil date null,
    AnswersBy date null,
    TendersUntil date null,
    TendersUntilTime nvarchar(5) null,
    TendersValidUntil date null,
    ContractStartsOn date null,
    HowToSubmit nvarchar(2000) null,
    Evaluation nvarchar(4000) null,
    CountingRule nvarchar(2000) null,
    UndividedReason nvarchar(2000) null,
    StartYear int not null,
    CreatedAt datetimeoffset(6) not null,
    Version int not null,
    constraint PK_Procurements primary key (Id),
    constraint FK_Procurements_Authorities foreign key (AuthorityId) references Authorities (Id),
    constraint FK_Procurements_Units foreign key (UnitId) references Units (Id),
    constraint CK_Procurements_Regime check (Regime in ('AboveThreshold', 'Chapter19', 'Annex2', 'Chapter19a')),
    constraint CK_Procurements_RegimeProposed check (RegimeProposed in ('AboveThreshold', 'Chapter19', 'Annex2', 'Chapter19a'))
);
create unique index UX_Procurements_Authority_CaseNumberKey on Procurements (AuthorityId, CaseNumberKey);

create table Lots (
    Id uniqueidentifier not null,
    ProcurementId uniqueidentifier not null,
    Number int not null,
    Title nvarchar(200) not null,
    Description nvarchar(4000) null,
    NutsCode nvarchar(5) null,
    MunicipalityCode nvarchar(4) null,
    EstimatedValueOre bigint null,
    Volume nvarchar(1000) null,
    ContractStart date null,
    ContractEnd date null,
    Options nvarchar(2000) null,
    ReservationBasis nvarchar(40) not null,
    Justification nvarchar(2000) null,
    constraint PK_Lots primary key (Id),
    constraint FK_Lots_Procurements foreign key (ProcurementId) references Procurements (Id),
    constraint CK_Lots_Number check (Number >= 1),
    constraint CK_Lots_EstimatedValueOre check (EstimatedValueOre >= 0),
    constraint CK_Lots_ReservationBasis check (ReservationBasis in ('None', 'SocialIntegrationSupplier', 'ShelteredEmploymentProgramme', 'PublicServiceMission', 'NonProfitOrganisation'))
);
create unique index UX_Lots_Procurement_Number on Lots (ProcurementId, Number);

-- Position 0 is the main code. The check digit is kept as it was typed, since most have none that can be verified.
create table LotCpvCodes (
    LotId uniqueidentifier not null,
    Position int not null,
    Code nvarchar(8) not null,
    CheckDigit nvarchar(1) null,
    constraint PK_LotCpvCodes primary key (LotId, Position),
    constraint FK_LotCpvCodes_Lots foreign key (LotId) references Lots (Id)
);
create index IX_LotCpvCodes_Code on LotCpvCodes (Code);

create table LotRequirements (
    LotId uniqueidentifier not null,
    Number int not null,
    RequirementKind nvarchar(40) not null,
    Wording nvarchar(2000) not null,
    Purpose nvarchar(1000) null,
    Proof nvarchar(1000) null,
    constraint PK_LotRequirements primary key (LotId, Number),
    constraint FK_LotRequirements_Lots foreign key (LotId) references Lots (Id),
    constraint CK_LotRequirements_RequirementKind check (RequirementKind in ('Must', 'Should'))
);

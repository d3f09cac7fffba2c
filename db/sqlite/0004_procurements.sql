create table Procurements (
    Id text not null primary key,
    AuthorityId text not null references Authorities (Id),
    UnitId text null references Units (Id),
    CaseNumber text not null,
    CaseNumberKey text not null,
    Title text not null,
    TitleKey text not null,
    Description text null,
    Regime text null,
    RegimeReason text null,
    RegimeProposed text null,
    ContactName text null,
    ContactEmail text null,
    ContactPhone text null,
    PublishOn text null,
    QuestionsUntil text null,
    AnswersBy text null,
    TendersUntil text null,
    TendersUntilTime text null,
    TendersValidUntil text null,
    ContractStartsOn text null,
    HowToSubmit text null,
    Evaluation text null,
    CountingRule text null,
    UndividedReason text null,
    StartYear integer not null,
    CreatedAt text not null,
    Version integer not null,
    check (Regime in ('AboveThreshold', 'Chapter19', 'Annex2', 'Chapter19a')),
    check (RegimeProposed in ('AboveThreshold', 'Chapter19', 'Annex2', 'Chapter19a'))
) strict;
create unique index UX_Procurements_Authority_CaseNumberKey on Procurements (AuthorityId, CaseNumberKey);

create table Lots (
    Id text not null primary key,
    ProcurementId text not null references Procurements (Id),
    Number integer not null,
    Title text not null,
    Description text null,
    NutsCode text null,
    MunicipalityCode text null,
    EstimatedValueOre integer null,
    Volume text null,
    ContractStart text null,
    ContractEnd text null,
    Options text null,
    ReservationBasis text not null,
    Justification text null,
    check (Number >= 1),
    check (EstimatedValueOre >= 0),
    check (ReservationBasis in ('None', 'SocialIntegrationSupplier', 'ShelteredEmploymentProgramme', 'PublicServiceMission', 'NonProfitOrganisation'))
) strict;
create unique index UX_Lots_Procurement_Number on Lots (ProcurementId, Number);

-- Position 0 is the main code. The check digit is kept as it was typed, since most have none that can be verified.
create table LotCpvCodes (
    LotId text not null references Lots (Id),
    Position integer not null,
    Code text not null,
    CheckDigit text null,
    primary key (LotId, Position)
) strict;
create index IX_LotCpvCodes_Code on LotCpvCodes (Code);

create table LotRequirements (
    LotId text not null references Lots (Id),
    Number integer not null,
    RequirementKind text not null,
    Wording text not null,
    Purpose text null,
    Proof text null,
    primary key (LotId, Number),
    check (RequirementKind in ('Must', 'Should'))
) strict;

-- Short sentences. Suppliers read what the law says of who may tender; each sentence is at most 24 words and says the same as before.
-- Each sentence of 2026 and later is the new one. A row that began on 2026-01-01 keeps that day.
update DatedValues set ValidTo = '2025-12-31' where ValidTo is null and Code in (
    'reservation.lou-4-18-1.above-threshold',
    'reservation.lou-4-18-1.below-threshold',
    'reservation.lou-4-18-1.annex-2',
    'reservation.lou-4-18-2.above-threshold',
    'reservation.lou-4-18-2.below-threshold',
    'reservation.lou-4-18-2.annex-2',
    'reservation.lou-19-25.annex-2',
    'reservation.lou-19-25.contract',
    'regime.above-threshold',
    'regime.below-threshold',
    'regime.annex-2',
    'regime.direct-award');

update DatedValues set ValidTo = '2026-01-01' where ValidTo is null and Code in (
    'reservation.lou-19-25a.annex-2',
    'reservation.lou-19-25.plain');

insert into DatedValues (Id, Code, Kind, ValueNumber, ValueText, ValidFrom, ValidTo, Source, Verified)
values
    ('019B76DA-A800-72E6-8A95-55A572E63AC7', 'reservation.lou-4-18-1.above-threshold', 'Text', null,
        N'Deltagandet är reserverat enligt 4 kap. 18 § första stycket 1 lagen om offentlig upphandling (LOU). Paragrafen svarar mot artikel 20 i direktiv 2014/24/EU. Bara skyddade verkstäder och vissa andra leverantörer får lämna anbud. De andra ska ha social och yrkesmässig integration som sitt främsta syfte. Det gäller integration av personer med funktionsnedsättning eller av personer som har svårt att komma in på arbetsmarknaden.',
        '2026-01-01', null, N'4 kap. 18 § LOU', 1),
    ('019B76DA-A800-73D4-9F3B-A0D07D50E092', 'reservation.lou-4-18-1.below-threshold', 'Text', null,
        N'Upphandlingen görs enligt 19 kap. lagen om offentlig upphandling (LOU). Där gäller inte 4 kap. 18 § direkt. Myndigheten har valt att ställa samma villkor som i 4 kap. 18 § första stycket 1. Bara skyddade verkstäder och vissa andra leverantörer får lämna anbud. De andra ska ha social och yrkesmässig integration som sitt främsta syfte. Det gäller integration av personer med funktionsnedsättning eller av personer som har svårt att komma in på arbetsmarknaden. Villkoret är ett krav på leverantören enligt 19 kap. 9 § 2. Det ska stämma med principerna i 19 kap. 2 §.',
        '2026-01-01', null, N'4 kap. 18 § LOU står inte bland de kapitel som gäller enligt 19 kap. 1 § LOU. Att reservation ändå får göras är Upphandlingsmyndighetens vägledning (Nya upphandlingsregler 1 februari 2022), inte lagtext', 0),
    ('019B76DA-A800-77E7-97AD-75554BA41700', 'reservation.lou-4-18-1.annex-2', 'Text', null,
        N'Upphandlingen gäller en tjänst enligt bilaga 2 till lagen om offentlig upphandling (LOU). Den görs enligt 19 kap. LOU. Där gäller inte 4 kap. 18 § direkt. Myndigheten har valt att ställa samma villkor som i 4 kap. 18 § första stycket 1. Bara skyddade verkstäder och vissa andra leverantörer får lämna anbud. De andra ska ha social och yrkesmässig integration som sitt främsta syfte. Det gäller integration av personer med funktionsnedsättning eller av personer som har svårt att komma in på arbetsmarknaden. Villkoret är ett krav på leverantören enligt 19 kap. 9 § 2. Det ska stämma med principerna i 19 kap. 2 §.',
        '2026-01-01', null, N'4 kap. 18 § LOU står inte bland de kapitel som gäller enligt 19 kap. 1 § LOU. Att reservation ändå får göras är Upphandlingsmyndighetens vägledning (Nya upphandlingsregler 1 februari 2022), inte lagtext', 0),
    ('019B76DA-A800-7E30-A323-E63440F91904', 'reservation.lou-4-18-2.above-threshold', 'Text', null,
        N'Kontraktet ska utföras inom ett program för skyddad anställning. Det följer av 4 kap. 18 § första stycket 2 lagen om offentlig upphandling (LOU). Paragrafen svarar mot artikel 20 i direktiv 2014/24/EU.',
        '2026-01-01', null, N'4 kap. 18 § LOU', 1),
    ('019B76DA-A800-7B11-8530-ACC185A8BB9B', 'reservation.lou-4-18-2.below-threshold', 'Text', null,
        N'Upphandlingen görs enligt 19 kap. lagen om offentlig upphandling (LOU). Där gäller inte 4 kap. 18 § direkt. Myndigheten har valt att ställa samma villkor som i 4 kap. 18 § första stycket 2. Kontraktet ska utföras inom ett program för skyddad anställning. Villkoret ska stämma med principerna i 19 kap. 2 §.',
        '2026-01-01', null, N'4 kap. 18 § LOU står inte bland de kapitel som gäller enligt 19 kap. 1 § LOU. Att reservation ändå får göras är Upphandlingsmyndighetens vägledning (Nya upphandlingsregler 1 februari 2022), inte lagtext', 0),
    ('019B76DA-A800-7C32-9DDA-F1ABF796EF6E', 'reservation.lou-4-18-2.annex-2', 'Text', null,
        N'Upphandlingen gäller en tjänst enligt bilaga 2 till lagen om offentlig upphandling (LOU). Den görs enligt 19 kap. LOU. Där gäller inte 4 kap. 18 § direkt. Myndigheten har valt att ställa samma villkor som i 4 kap. 18 § första stycket 2. Kontraktet ska utföras inom ett program för skyddad anställning. Villkoret ska stämma med principerna i 19 kap. 2 §.',
        '2026-01-01', null, N'4 kap. 18 § LOU står inte bland de kapitel som gäller enligt 19 kap. 1 § LOU. Att reservation ändå får göras är Upphandlingsmyndighetens vägledning (Nya upphandlingsregler 1 februari 2022), inte lagtext', 0),
    ('019B76DA-A800-7CFA-92B4-33413CC60842', 'reservation.lou-19-25.annex-2', 'Text', null,
        N'Deltagandet är reserverat enligt 19 kap. 25 § lagen om offentlig upphandling (LOU). Bara vissa organisationer får lämna anbud. Organisationen ska ha till syfte att utföra ett offentligt uppdrag som är knutet till tjänsten. Den ska återinvestera sin vinst i det syftet. Den ska styras eller ägas av personalen, eller med aktiv medverkan av personal, användare eller berörda. Kontraktet får gälla i högst tre år.',
        '2026-01-01', null, N'19 kap. 25 § LOU, lydelse enligt SFS 2021:1110', 1),
    ('019B76DA-A800-7BC1-A935-33AD81FB5892', 'reservation.lou-19-25a.annex-2', 'Text', null,
        N'Deltagandet är reserverat enligt 19 kap. 25 a § lagen om offentlig upphandling (LOU). Bara idéburna organisationer vars allmännyttiga syfte bidrar till tjänstens ändamål får lämna anbud. De får bara göra sådana värdeöverföringar som 8 § lagen (2022:900) om registrering av idéburna organisationer tillåter. Staten, en region eller en kommun får inte ha ett rättsligt bestämmande inflytande över dem.',
        '2026-01-02', null, N'19 kap. 25 a § LOU, lydelse enligt SFS 2022:902', 1),
    ('019B76DA-A800-7CF7-B375-4C87B75ECFB5', 'reservation.lou-19-25.plain', 'Text', null,
        N'Bara vissa organisationer får lämna anbud. Ni ska ha till syfte att utföra ett offentligt uppdrag som hör till tjänsten. Vinsten ska gå tillbaka till uppdraget. Personalen, användarna eller andra berörda ska vara med och äga eller styra. Har ni fått ett avtal för samma tjänst enligt samma paragraf de senaste tre åren? Då kan ni inte få ett nytt.',
        '2026-01-02', null, N'19 kap. 25 § LOU. Återgivet med enklare ord, inte granskat av jurist', 0),
    ('019B76DA-A800-743D-857B-67C7F9C6245A', 'reservation.lou-19-25.contract', 'Text', null,
        N'Leverantören ska ha till syfte att utföra ett offentligt uppdrag som hör till tjänsten. Vinsten ska gå tillbaka till uppdraget. Personalen, användarna eller andra berörda ska vara med och äga eller styra.',
        '2026-01-01', null, N'19 kap. 25 § LOU. Återgivet med enklare ord som villkor i avtalet, inte granskat av jurist', 0),
    ('019B76DA-A800-7386-B89B-97ED588DF122', 'regime.above-threshold', 'Text', null,
        N'Värdet når tröskelvärdet. Upphandlingen gäller inte en tjänst enligt bilaga 2. Därför följer den de direktivstyrda reglerna i LOU (1 kap. 4 § och 5 kap. 1 § LOU).',
        '2026-01-01', null, N'1 kap. 4 § LOU, lydelse enligt SFS 2021:1110', 1),
    ('019B76DA-A800-792B-AD35-99954502DF36', 'regime.below-threshold', 'Text', null,
        N'Värdet är lägre än tröskelvärdet. Upphandlingen annonseras och följer därför 19 kap. LOU (1 kap. 4 § och 19 kap. 1 § LOU).',
        '2026-01-01', null, N'1 kap. 4 § och 19 kap. 1 § LOU, lydelse enligt SFS 2021:1110 och 2023:815', 1),
    ('019B76DA-A800-7B56-A8D4-48051D658320', 'regime.annex-2', 'Text', null,
        N'Upphandlingen gäller en tjänst enligt bilaga 2. Därför följer den 19 kap. LOU oavsett värde (1 kap. 4 § och 19 kap. 1 § LOU).',
        '2026-01-01', null, N'1 kap. 4 § och 19 kap. 1 § LOU, lydelse enligt SFS 2021:1110 och 2023:815', 1),
    ('019B76DA-A800-77A3-97EF-CB49AF164BB5', 'regime.direct-award', 'Text', null,
        N'Värdet är lägre än gränsen för direktupphandling. Därför får upphandlingen göras utan annons enligt 19 a kap. LOU (19 a kap. 2 § LOU).',
        '2026-01-01', null, N'19 a kap. 1–2 §§ LOU, lydelse enligt SFS 2021:1110 och 2023:815', 1);

-- Whom to ask about personal data; the documents say it.
alter table Authorities add DataProtectionEmail nvarchar(254) null;
alter table Authorities add DataProtectionPhone nvarchar(40) null;

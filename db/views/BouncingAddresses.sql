-- Addresses that mail does not arrive at: refused for good once, or given up three times, with nothing heard from them since.
create view BouncingAddresses as
select b.AddressKey, b.Reason, b.BouncedAt
from (
    select AddressKey, Reason, BouncedAt,
        row_number() over (partition by AddressKey order by BouncedAt desc, IncomingMailId desc) as Latest,
        sum(case Severity when 'Permanent' then 3 when 'Temporary' then 1 else 0 end) over (partition by AddressKey) as Weight
    from MailBounces
    where ClearedAt is null and Severity <> 'Delayed'
) b
where b.Latest = 1 and b.Weight >= 3

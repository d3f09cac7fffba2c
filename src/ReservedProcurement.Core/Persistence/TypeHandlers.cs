using System.Data;
using System.Globalization;
using Dapper;

namespace ReservedProcurement.Core.Persistence;

/// <summary>How the types that SQLite lacks travel through Dapper; the same handlers serve SQL Server.</summary>
internal static class TypeHandlers
{
    private static int _registered;

    public static void Register()
    {
        if (Interlocked.Exchange(ref _registered, 1) == 1)
        {
            return;
        }

        SqlMapper.RemoveTypeMap(typeof(Guid));
        SqlMapper.RemoveTypeMap(typeof(DateTimeOffset));
        SqlMapper.RemoveTypeMap(typeof(DateOnly));
        SqlMapper.AddTypeHandler(new GuidHandler());
        SqlMapper.AddTypeHandler(new InstantHandler());
        SqlMapper.AddTypeHandler(new DateHandler());
    }

    private sealed class GuidHandler : SqlMapper.TypeHandler<Guid>
    {
        // The value is passed on untouched: list parameters bypass this handler, and both must be written alike.
        public override void SetValue(IDbDataParameter parameter, Guid value) => parameter.Value = value;

        public override Guid Parse(object value) => value is Guid guid ? guid : Guid.Parse((string)value, CultureInfo.InvariantCulture);
    }

    private sealed class InstantHandler : SqlMapper.TypeHandler<DateTimeOffset>
    {
        // Always UTC and whole microseconds: text in SQLite then sorts by time, and no engine rounds what was compared before.
        public override void SetValue(IDbDataParameter parameter, DateTimeOffset value) => parameter.Value = Instants.ToStored(value);

        public override DateTimeOffset Parse(object value) => value is DateTimeOffset instant
            ? instant.ToUniversalTime()
            : DateTimeOffset.Parse((string)value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);
    }

    private sealed class DateHandler : SqlMapper.TypeHandler<DateOnly>
    {
        public override void SetValue(IDbDataParameter parameter, DateOnly value)
        {
            parameter.DbType = DbType.Date;
            parameter.Value = value;
        }

        public override DateOnly Parse(object value) => value switch
        {
            DateOnly date => date,
            DateTime time => DateOnly.FromDateTime(time),
            _ => DateOnly.ParseExact((string)value, "yyyy-MM-dd", CultureInfo.InvariantCulture),
        };
    }
}

public static class Instants
{
    /// <summary>The instant as it is stored: UTC, whole microseconds.</summary>
    public static DateTimeOffset ToStored(DateTimeOffset value)
    {
        var utc = value.ToUniversalTime();
        return utc.AddTicks(-(utc.Ticks % TimeSpan.TicksPerMicrosecond));
    }
}

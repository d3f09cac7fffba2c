using Microsoft.Extensions.DependencyInjection;
using ReservedProcurement.Core.Procurements.Lots;

namespace ReservedProcurement.Core.Procurements;

public static class ProcurementServices
{
    public static IServiceCollection AddProcurements(this IServiceCollection services) => services
        .AddSingleton<ProcurementContentValidator>()
        .AddSingleton<CreateProcurementHandler>()
        .AddSingleton<CopyProcurementHandler>()
        .AddSingleton<ChangeProcurementHandler>()
        .AddSingleton<DecideRegimeHandler.Validator>()
        .AddSingleton<DecideRegimeHandler>()
        .AddSingleton<GetProcurementHandler>()
        .AddSingleton<FindProcurementsHandler.Validator>()
        .AddSingleton<FindProcurementsHandler>()
        .AddSingleton<ExportProcurementsHandler>()
        .AddSingleton<GetLotHandler>()
        .AddSingleton<LotContentValidator>()
        .AddSingleton<AddLotHandler>()
        .AddSingleton<ChangeLotHandler>()
        .AddSingleton<RemoveLotHandler>()
        .AddSingleton<ReservationValidator>()
        .AddSingleton<ReserveLotHandler>()
        .AddSingleton<ReserveAllLotsHandler>();
}

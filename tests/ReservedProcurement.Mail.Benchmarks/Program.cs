using System.Globalization;
using ReservedProcurement.Mail.Benchmarks;

switch (args)
{
    case ["sink", var milliseconds]:
        await new SinkServer(TimeSpan.FromMilliseconds(Number(milliseconds))).RunAsync();
        break;
    case ["profile", var receivers, var connections]:
        await Measurement.ProfileAsync(Number(receivers), Number(connections));
        break;
    case [] or [_]:
        await Measurement.PrintAsync(args is [var many] ? Number(many) : 10_000);
        break;
    case ["server", var port, var receivers, var connections]:
        await Measurement.AgainstAsync(Number(port), Number(receivers), Number(connections));
        break;
    default:
        await Console.Error.WriteLineAsync("Use: [receivers] | server <port> <receivers> <connections> | profile <receivers> <connections>");
        return 1;
}

return 0;

static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

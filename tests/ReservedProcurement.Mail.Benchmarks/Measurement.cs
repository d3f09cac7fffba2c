using System.Diagnostics;
using System.Globalization;

namespace ReservedProcurement.Mail.Benchmarks;

/// <summary>The product beside a plain loop, by turns in one run, so that the ratio holds also on a busy machine.</summary>
internal static class Measurement
{
    private const int Composed = 500;
    private const int Rounds = 5;
    private const int Few = 50;
    private const int Megabyte = 1024 * 1024;

    private static readonly (int AnswerMilliseconds, int[] Connections)[] Cases = [(0, [1, 2]), (5, [1, 2, 4, 8])];

    public static async Task PrintAsync(int receivers)
    {
        Console.WriteLine("| server answers after | connections | plain loop as the library connects, mails/s | plain loop without delay, mails/s | product, mails/s | ÷ plain loop | per connection | heap before, most, MB |");
        Console.WriteLine("| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
        foreach (var (answer, connections) in Cases)
        {
            using var sink = StartSink(answer, out var port);
            try
            {
                foreach (var lanes in connections)
                {
                    await PrintRowAsync(port, receivers, lanes, $"{answer} ms");
                }
            }
            finally
            {
                sink.Kill();
            }
        }
    }

    /// <summary>A real server: what <c>tests/README.md</c> does with Postfix.</summary>
    public static Task AgainstAsync(int port, int receivers, int connections) => PrintRowAsync(port, receivers, connections, "Postfix");

    /// <summary>Nothing but the product's sending over and over, for a profiler.</summary>
    public static async Task ProfileAsync(int receivers, int connections)
    {
        using var sink = StartSink(0, out var port);
        try
        {
            await using var sender = new Sender(port, connections);
            await sender.InviteAsync(receivers, 0);
            for (var round = 0; round < Rounds; round++)
            {
                var took = await sender.DispatchAsync();
                var sent = await sender.StartOverAsync();
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{sent / took.TotalSeconds:F0} mails/s"));
            }
        }
        finally
        {
            sink.Kill();
        }
    }

    private static async Task PrintRowAsync(int port, int receivers, int connections, string server)
    {
        await using var sender = new Sender(port, connections);
        var messages = await sender.InviteAsync(receivers, Composed);
        var inLoop = Math.Max(1, receivers / Rounds);
        await sender.PlainLoopAsync(messages, Math.Min(inLoop, Composed), noDelay: true);

        // So slow that a few mails tell.
        var asMade = Few / (await sender.PlainLoopAsync(messages, Few, noDelay: false)).TotalSeconds;
        var (plain, product, most) = (new List<double>(), new List<double>(), 0L);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        using (var watch = new Timer(_ => most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: false)), null, TimeSpan.Zero, TimeSpan.FromMilliseconds(100)))
        {
            for (var round = 0; round < Rounds; round++)
            {
                plain.Add(inLoop / (await sender.PlainLoopAsync(messages, inLoop, noDelay: true)).TotalSeconds);
                var took = await sender.DispatchAsync();
                var sent = await sender.StartOverAsync();
                if (sent != receivers)
                {
                    throw new InvalidOperationException($"{sent} of {receivers} were sent.");
                }

                product.Add(sent / took.TotalSeconds);
            }
        }

        var ratio = Median(product) / Median(plain);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {server} | {connections} | {asMade:F0} | {Median(plain):F0} | {Median(product):F0} | {ratio:F2} | {ratio / connections:F2} | {before / Megabyte}, {most / Megabyte} |"));
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

    private static Process StartSink(int answerMilliseconds, out int port)
    {
        var sink = Process.Start(new ProcessStartInfo("dotnet", [typeof(Measurement).Assembly.Location, "sink", answerMilliseconds.ToString(CultureInfo.InvariantCulture)]) { RedirectStandardOutput = true })!;
        port = int.Parse(sink.StandardOutput.ReadLine()!, CultureInfo.InvariantCulture);
        return sink;
    }
}

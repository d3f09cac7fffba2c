using System.Globalization;
using BenchmarkDotNet.Running;
using ReservedProcurement.WordTemplates.Benchmarks;
using ReservedProcurement.WordTemplates.Benchmarks.Measuring;
using ReservedProcurement.WordTemplates.Benchmarks.Workload;

switch (args)
{
    case []:
        ResultTable.Print(withPeers: false);
        break;
    case ["peers"]:
        ResultTable.Print(withPeers: true);
        break;
    case [ColdStart.FillCommand, var template, var output, var lots]:
        ColdStart.Fill(template, output, int.Parse(lots, CultureInfo.InvariantCulture));
        break;
    case [ColdStart.RezipCommand, var document, var output]:
        ColdStart.Rezip(document, output);
        break;
    case ["write", var folder]:
        Directory.CreateDirectory(folder);
        foreach (var syntax in EngineSyntax.Peers.Prepend(EngineSyntax.Ours))
        {
            File.WriteAllBytes(Path.Combine(folder, syntax.Name + ".docx"), PackTemplate.For(syntax));
        }

        File.WriteAllText(Path.Combine(folder, "5.json"), new PackData(lots: 5).ToJson().ToJsonString());
        ColdStart.Fill(Path.Combine(folder, EngineSyntax.Ours.Name + ".docx"), Path.Combine(folder, "filled.docx"), lots: 5);
        break;
    case ["repeat", var lots, var seconds]:
        Profiling.Repeat(int.Parse(lots, CultureInfo.InvariantCulture), TimeSpan.FromSeconds(int.Parse(seconds, CultureInfo.InvariantCulture)));
        break;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(FillBenchmarks).Assembly).Run(args);
        break;
}

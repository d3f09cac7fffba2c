using ReservedProcurement.WordTemplates;
using ReservedProcurement.WordTemplates.Benchmarks.Measuring;
using ReservedProcurement.WordTemplates.Benchmarks.Workload;

switch (args)
{
    case ["quick", ..]:
        foreach (var lots in new[] { 5, 50, 500, 5_000 })
        {
            Console.WriteLine(RatioTable.Measure(lots));
        }

        break;
    case ["profile", var lots, var seconds]:
        {
            using var bench = new Workbench(int.Parse(lots, System.Globalization.CultureInfo.InvariantCulture));
            var until = Environment.TickCount64 + (1000 * int.Parse(seconds, System.Globalization.CultureInfo.InvariantCulture));
            while (Environment.TickCount64 < until)
            {
                bench.Fill();
            }

            break;
        }
    case ["write", var folder]:
        foreach (var syntax in EngineSyntax.Peers.Prepend(EngineSyntax.Ours))
        {
            File.WriteAllBytes(Path.Combine(folder, syntax.Name + ".docx"), PackTemplate.For(syntax));
        }

        using (var file = File.Create(Path.Combine(folder, "filled.docx")))
        {
            WordTemplate.Compile(PackTemplate.For(EngineSyntax.Ours)).Fill(new PackData(5).ToModel(), file);
        }

        break;
}

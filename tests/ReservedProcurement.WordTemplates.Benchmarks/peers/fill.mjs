// Fills a template with one engine, again and again for a while, and prints the CPU time of one fill.
//   node fill.mjs <engine> <template.docx> <data.json> <output.docx> <seconds>
// With 0 seconds it fills once and prints nothing: the work of a process that starts, fills one document and ends.
import { readFileSync, writeFileSync } from "node:fs";

const [engine, templatePath, dataPath, outputPath, seconds] = process.argv.slice(2);
const template = readFileSync(templatePath);
const data = JSON.parse(readFileSync(dataPath, "utf8"));

const engines = {
  async docxtemplater() {
    const [{ default: PizZip }, { default: Docxtemplater }] = [await import("pizzip"), await import("docxtemplater")];
    return () => {
      const document = new Docxtemplater(new PizZip(template), { paragraphLoop: true, linebreaks: true });
      document.render(data);
      return document.toBuffer({ compression: "DEFLATE" });
    };
  },
  async "easy-template-x"() {
    const { TemplateHandler } = await import("easy-template-x");
    const handler = new TemplateHandler();
    return () => handler.process(template, data);
  },
  async "docx-templates"() {
    const { createReport } = await import("docx-templates");
    return () => createReport({ template, data, cmdDelimiter: "+++", noSandbox: true, maximumWalkingDepth: 1e9 });
  },
  async carbone() {
    const { default: carbone } = await import("carbone");
    return () => new Promise((resolve, reject) =>
      carbone.render(templatePath, data, { lang: "sv-se" }, (error, result) => error ? reject(error) : resolve(result)));
  },
};

const fill = await engines[engine]();
let output = await fill();
writeFileSync(outputPath, output);
if (Number(seconds) > 0) {
  const until = performance.now() + 1000 * Number(seconds);
  const times = [];
  while (performance.now() < until || times.length < 3) {
    const before = process.cpuUsage();
    await fill();
    const spent = process.cpuUsage(before);
    times.push((spent.user + spent.system) / 1000);
  }
  times.sort((a, b) => a - b);
  console.log(times[times.length >> 1]);
}
process.exit(0);

using ReservedProcurement.WordTemplates;

namespace ReservedProcurement.Core.PlainLanguage.WordFiles;

/// <summary>The file cannot be read as a Word document. What is wrong is told with the template engine's own words.</summary>
internal sealed class UnreadableWordFileException(TemplateFaultCode code) : Exception(new TemplateFault(code).Message);

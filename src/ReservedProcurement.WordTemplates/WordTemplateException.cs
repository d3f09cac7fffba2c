namespace ReservedProcurement.WordTemplates;

/// <summary>A template cannot be used, or cannot be filled with these values. Carries every fault found, not only the first.</summary>
public sealed class WordTemplateException : Exception
{
    /// <summary>Creates the exception from the faults found.</summary>
    public WordTemplateException(IReadOnlyList<TemplateFault> faults)
        : base(string.Join(Environment.NewLine, faults.Select(fault => fault.Message)))
    {
        Faults = faults;
    }

    internal WordTemplateException(TemplateFaultCode code, string part = "", string subject = "")
        : this([new TemplateFault(code, part, Subject: subject)])
    {
    }

    /// <summary>What is wrong, in the order of the document.</summary>
    public IReadOnlyList<TemplateFault> Faults { get; }
}

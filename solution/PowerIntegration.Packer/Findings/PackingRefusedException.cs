namespace PowerIntegration.Packer.Findings;

/// <summary>A package cannot be made; the findings say why.</summary>
public sealed class PackingRefusedException : Exception
{
    /// <summary>Says why.</summary>
    public PackingRefusedException(IReadOnlyList<Finding> findings)
        : base(string.Join('\n', findings)) => Findings = findings;

    /// <summary>Says nothing; for serializers and their like.</summary>
    public PackingRefusedException()
        : this([]) { }

    /// <summary>Says why in a sentence without a file.</summary>
    public PackingRefusedException(string message)
        : base(message) => Findings = [];

    /// <summary>Says why in a sentence, with the exception behind it.</summary>
    public PackingRefusedException(string message, Exception innerException)
        : base(message, innerException) => Findings = [];

    /// <summary>What is in the way.</summary>
    public IReadOnlyList<Finding> Findings { get; }
}

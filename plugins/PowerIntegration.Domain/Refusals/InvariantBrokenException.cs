namespace PowerIntegration.Domain.Refusals;

/// <summary>An invariant did not hold: a defect of the program, not of the data.</summary>
public sealed class InvariantBrokenException : InvalidOperationException
{
    private const string Prefix = "Internal check failed: ";

    /// <summary>Makes the exception without a sentence.</summary>
    public InvariantBrokenException() { }

    /// <summary>Makes the exception from the sentence that did not hold.</summary>
    public InvariantBrokenException(string sentence)
        : base(Prefix + sentence) { }

    /// <summary>Makes the exception from the sentence that did not hold and its cause.</summary>
    public InvariantBrokenException(string sentence, Exception innerException)
        : base(Prefix + sentence, innerException) { }
}

namespace PowerIntegration.Domain.Refusals;

/// <summary>Something that must always hold did not: a fault of the program, never of the data.</summary>
public sealed class InvariantBrokenException : InvalidOperationException
{
    /// <summary>Makes the exception without a sentence.</summary>
    public InvariantBrokenException() { }

    /// <summary>Makes the exception of the sentence that did not hold.</summary>
    public InvariantBrokenException(string sentence)
        : base("This must always hold and did not: " + sentence) { }

    /// <summary>Makes the exception of the sentence that did not hold and what led to it.</summary>
    public InvariantBrokenException(string sentence, Exception innerException)
        : base("This must always hold and did not: " + sentence, innerException) { }
}

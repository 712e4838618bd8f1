namespace PowerIntegration.Gateway.Problems;

/// <summary>An operation cannot continue; the caller reads the message.</summary>
public class IntegrationException : Exception
{
    /// <summary>Refuses with a kind of <see cref="ProblemCatalog"/> and a sentence that names record, field, value and next step.</summary>
    public IntegrationException(ProblemKind kind, string sentence, Exception? innerException = null)
        : base(sentence, innerException) => Kind = kind;

    /// <summary>The kind of problem.</summary>
    public ProblemKind Kind { get; }
}

namespace PowerIntegration.Local.Expressions;

/// <summary>An expression that cannot be read or evaluated; the message names the function, the argument and the value.</summary>
public sealed class ExpressionException : Exception
{
    /// <summary>Fails without a sentence; for serializers only.</summary>
    public ExpressionException() { }

    /// <summary>Fails with a sentence.</summary>
    public ExpressionException(string message)
        : base(message) { }

    /// <summary>Fails with a sentence and its cause.</summary>
    public ExpressionException(string message, Exception innerException)
        : base(message, innerException) { }
}

namespace PowerIntegration.Local.Connectors;

/// <summary>A connector call or definition that this runtime refuses; the message names the connector, the operation and the part.</summary>
public sealed class ConnectorRefusalException : Exception
{
    /// <summary>Refuses without a sentence; for serializers only.</summary>
    public ConnectorRefusalException() { }

    /// <summary>Refuses with a sentence.</summary>
    public ConnectorRefusalException(string message)
        : base(message) { }

    /// <summary>Refuses with a sentence and its cause.</summary>
    public ConnectorRefusalException(string message, Exception innerException)
        : base(message, innerException) { }
}

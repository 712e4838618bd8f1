namespace PowerIntegration.Local.Connectors;

/// <summary>The operations of one of Microsoft's connectors that this runtime implements, and those that it knows and does not.</summary>
/// <param name="connector">The connector's name in a sentence.</param>
/// <param name="implemented">Required and optional parameters by operation.</param>
/// <param name="known">Operations of the connector that are not implemented.</param>
internal sealed class OperationTable(
    string connector,
    IReadOnlyDictionary<string, (string[] Required, string[] Optional)> implemented,
    params string[] known
)
{
    /// <summary>Checks the keys of a call.</summary>
    /// <exception cref="ConnectorRefusalException">The operation or a parameter is unknown or not implemented, or a parameter is missing.</exception>
    public void Check(string operationId, IReadOnlyCollection<string> keys)
    {
        if (!implemented.TryGetValue(operationId, out var operation))
        {
            var what = known.Contains(operationId) ? "is not implemented by this runtime" : "does not exist, or this runtime does not know it";
            throw new ConnectorRefusalException(
                $"The {connector} connector's operation '{operationId}' {what}. Implemented are: {string.Join(", ", implemented.Keys)}."
            );
        }

        if (operation.Required.FirstOrDefault(name => !keys.Contains(name)) is { } missing)
        {
            throw new ConnectorRefusalException($"The {connector} connector's operation '{operationId}' needs '{missing}' and did not get it.");
        }

        if (keys.FirstOrDefault(key => !operation.Required.Contains(key) && !operation.Optional.Contains(key)) is { } unknown)
        {
            throw new ConnectorRefusalException(
                $"The {connector} connector's operation '{operationId}' has no parameter '{unknown}', or this runtime does not implement it."
            );
        }
    }
}

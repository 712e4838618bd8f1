namespace PowerIntegration.Local.Connectors;

/// <summary>The operations of the Dataverse connector that this runtime implements, with their parameters.</summary>
internal static class DataverseOperations
{
    /// <summary>The trigger.</summary>
    public const string Trigger = "SubscribeWebhookTrigger";

    /// <summary>The prefix of column values and action parameters.</summary>
    public const string ItemPrefix = "item/";

    private static readonly Dictionary<string, Operation> Known = new(StringComparer.Ordinal)
    {
        ["ListRecords"] = new(["entityName"], ["$select", "$filter", "$orderby", "$top", "$expand", "fetchXml", "$skiptoken"], false),
        ["GetItem"] = new(["entityName", "recordId"], ["$select", "$expand"], false),
        ["CreateRecord"] = new(["entityName"], [], true),
        ["UpdateRecord"] = new(["entityName", "recordId"], [], true),
        ["UpdateOnlyRecord"] = new(["entityName", "recordId"], [], true),
        ["DeleteRecord"] = new(["entityName", "recordId"], [], false),
        ["PerformUnboundAction"] = new(["actionName"], [], true),
        [Trigger] = new(
            ["subscriptionRequest/message", "subscriptionRequest/entityname", "subscriptionRequest/scope"],
            ["subscriptionRequest/filteringattributes", "subscriptionRequest/filterexpression", "subscriptionRequest/runas"],
            false
        ),
    };

    /// <summary>Checks the keys of a call.</summary>
    /// <exception cref="ConnectorRefusalException">The operation is unknown or not implemented, or a parameter is unknown or missing.</exception>
    public static void Check(string operationId, IReadOnlyCollection<string> keys)
    {
        if (!Known.TryGetValue(operationId, out var operation))
        {
            throw new ConnectorRefusalException(
                $"The Dataverse connector's operation '{operationId}' is not implemented by this runtime. Implemented are: "
                    + $"{string.Join(", ", Known.Keys)}."
            );
        }

        if (operation.Required.FirstOrDefault(name => !keys.Contains(name)) is { } missing)
        {
            throw new ConnectorRefusalException($"The Dataverse connector's operation '{operationId}' needs '{missing}' and did not get it.");
        }

        if (keys.FirstOrDefault(key => !operation.Knows(key)) is { } unknown)
        {
            throw new ConnectorRefusalException(
                $"The Dataverse connector's operation '{operationId}' has no parameter '{unknown}', or this runtime does not implement it."
            );
        }
    }

    private sealed record Operation(string[] Required, string[] Optional, bool HasItems)
    {
        public bool Knows(string key) =>
            Required.Contains(key) || Optional.Contains(key) || (HasItems && key.StartsWith(ItemPrefix, StringComparison.Ordinal));
    }
}

namespace PowerIntegration.Local.Flows.Definition;

/// <summary>Reads what actions and triggers say about connectors.</summary>
internal static class ConnectorReader
{
    private const string ImplicitAuthentication = "@parameters('$authentication')";
    private const int MostItems = 100_000;
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);

    /// <summary>Reads OpenApiConnection.</summary>
    public static ActionDefinition ReadAction(ActionHeader header, DefinitionReader reader)
    {
        var inputs = reader.Child("inputs");
        var host = ReadHost(inputs, out var operationId);
        var pagination = reader.OptionalChild("runtimeConfiguration")?.OptionalChild("paginationPolicy");
        var minimum = pagination?.OptionalNumber("minimumItemCount", 1, MostItems);
        pagination?.Complete();
        var action = new ActionDefinition.Connector(header, host, operationId, inputs.Members("parameters"), ReadRetryPolicy(inputs), minimum);
        inputs.Complete();
        return action;
    }

    /// <summary>Reads OpenApiConnectionWebhook as a trigger.</summary>
    public static TriggerDefinition ReadTrigger(TriggerHeader header, DefinitionReader reader)
    {
        var inputs = reader.Child("inputs");
        var host = ReadHost(inputs, out var operationId);
        var trigger = new TriggerDefinition.Webhook(header, host, operationId, inputs.Members("parameters"));
        inputs.Complete();
        return trigger;
    }

    private static string ReadHost(DefinitionReader inputs, out string operationId)
    {
        var host = inputs.Child("host");
        operationId = host.Text("operationId");
        host.Ignore("apiId");
        var connectionName = host.Text("connectionName");
        host.Complete();
        return inputs.OptionalText("authentication") is null or ImplicitAuthentication
            ? connectionName
            : throw inputs.Failure($"has 'authentication' other than {ImplicitAuthentication}, which this runtime does not implement");
    }

    private static RetryPolicy? ReadRetryPolicy(DefinitionReader inputs)
    {
        if (inputs.OptionalChild("retryPolicy") is not { } reader)
        {
            return null;
        }

        var type = reader.Text("type");
        var count = reader.OptionalNumber("count", 1, RetryPolicy.LargestCount);
        var interval = reader.OptionalDuration("interval");
        var minimum = reader.OptionalDuration("minimumInterval");
        var maximum = reader.OptionalDuration("maximumInterval");
        reader.Complete();
        return type.ToUpperInvariant() switch
        {
            "NONE" => RetryPolicy.None,
            "FIXED" or "EXPONENTIAL" => new RetryPolicy(
                type.Equals("fixed", StringComparison.OrdinalIgnoreCase),
                count ?? throw reader.Failure("has no 'count'"),
                interval ?? throw reader.Failure("has no 'interval'"),
                minimum ?? TimeSpan.Zero,
                maximum ?? LongestWait
            ),
            _ => throw reader.Failure($"is of type '{type}', which is not none, fixed or exponential"),
        };
    }
}

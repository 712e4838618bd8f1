using System.Text.Json.Nodes;

namespace PowerIntegration.Local.Flows.Definition;

/// <summary>What starts a flow.</summary>
/// <param name="Header">What every trigger has.</param>
public abstract record TriggerDefinition(TriggerHeader Header)
{
    /// <summary>Its name.</summary>
    public string Name => Header.Name;

    /// <summary>Fires as time passes.</summary>
    public sealed record Recurring(TriggerHeader Header, RecurrenceDefinition Recurrence) : TriggerDefinition(Header);

    /// <summary>Fires when the connector says so.</summary>
    public sealed record Webhook(TriggerHeader Header, string ConnectionName, string OperationId, JsonObject Parameters) : TriggerDefinition(Header);

    /// <summary>Fires when a person or a program starts it.</summary>
    public sealed record Request(TriggerHeader Header) : TriggerDefinition(Header);
}

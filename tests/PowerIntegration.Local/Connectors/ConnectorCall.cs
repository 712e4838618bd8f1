using System.Text.Json.Nodes;

namespace PowerIntegration.Local.Connectors;

/// <summary>One call of a connector operation with every expression already resolved.</summary>
/// <param name="OperationId">The operation, as the connector's definition spells it.</param>
/// <param name="Parameters">Flat keys as a flow writes them: <c>entityName</c>, <c>body/eventId</c>, <c>item/pint_name</c>.</param>
/// <param name="CorrelationId">Identifies the run in the logs of the service behind the connector.</param>
/// <param name="MinimumItemCount">The flow's pagination threshold; null means one page.</param>
public sealed record ConnectorCall(string OperationId, JsonObject Parameters, string CorrelationId, int? MinimumItemCount = null);

using System.Text.Json.Nodes;
using PowerIntegration.Local.Dataverse.Changes;

namespace PowerIntegration.Local.Connectors;

/// <summary>Brings committed row changes to the Dataverse connector's trigger.</summary>
/// <param name="feed">The changes.</param>
internal sealed class RowChangeSource(IRowChangeFeed feed) : IRowChangeSource
{
    /// <inheritdoc/>
    public IDisposable Subscribe(
        int message,
        string entityLogicalName,
        int scope,
        string? filteringAttributes,
        string? filterExpression,
        Action<JsonObject> deliver
    ) =>
        feed.Subscribe(
            new RowChangeSubscription
            {
                Message = message,
                EntityLogicalName = entityLogicalName,
                Scope = scope,
                FilteringAttributes = filteringAttributes,
                FilterExpression = filterExpression,
            },
            change =>
            {
                var body = change.Body.DeepClone().AsObject();
                body["SdkMessage"] = change.Message;
                deliver(body);
            }
        );
}

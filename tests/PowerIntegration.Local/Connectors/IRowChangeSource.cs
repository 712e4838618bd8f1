using System.Text.Json.Nodes;

namespace PowerIntegration.Local.Connectors;

/// <summary>Tells subscribers about committed row changes of the local Dataverse.</summary>
public interface IRowChangeSource
{
    /// <summary>Subscribes to committed changes of one table.</summary>
    /// <param name="message">1 added, 2 deleted, 3 modified, 4 added or modified, 5 added or deleted, 6 modified or deleted, 7 all.</param>
    /// <param name="entityLogicalName">The table's logical name.</param>
    /// <param name="scope">1 user, 2 business unit, 3 parent and child business units, 4 organization.</param>
    /// <param name="filteringAttributes">Comma-separated columns that an update must include; null or empty means any. Creates ignore it.</param>
    /// <param name="filterExpression">An OData filter that the row must satisfy after the change; null or empty means any.</param>
    /// <param name="deliver">Takes the row in Web API shape with <c>SdkMessage</c>, after the commit.</param>
    /// <returns>Ends the subscription when disposed.</returns>
    IDisposable Subscribe(
        int message,
        string entityLogicalName,
        int scope,
        string? filteringAttributes,
        string? filterExpression,
        Action<JsonObject> deliver
    );
}

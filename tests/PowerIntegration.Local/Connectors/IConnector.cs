namespace PowerIntegration.Local.Connectors;

/// <summary>One connection to a connector, as a flow's connection reference binds it.</summary>
public interface IConnector
{
    /// <summary>
    /// The connector's portable name: <c>shared_commondataserviceforapps</c>, or for a custom connector the <c>name</c> of its Connector row,
    /// which flows carry as <c>api.logicalName</c>. Compared without case.
    /// </summary>
    string ApiName { get; }

    /// <summary>Says before any run whether the operation exists and knows these parameters.</summary>
    /// <param name="operationId">The operation a flow names.</param>
    /// <param name="parameterNames">The flat keys the flow gives, such as <c>body/eventId</c>.</param>
    /// <exception cref="ConnectorRefusalException">The operation or a parameter is unknown, or the operation is not implemented here.</exception>
    void Check(string operationId, IReadOnlyCollection<string> parameterNames);

    /// <summary>Sends one call. An answer outside 200 to 299 is a value, not an exception: the flow runtime decides about retries.</summary>
    /// <exception cref="ConnectorRefusalException">The call cannot be built from these parameters; nothing was sent.</exception>
    /// <exception cref="System.Net.Http.HttpRequestException">No answer arrived.</exception>
    Task<ConnectorResponse> InvokeAsync(ConnectorCall call, CancellationToken cancellationToken);
}

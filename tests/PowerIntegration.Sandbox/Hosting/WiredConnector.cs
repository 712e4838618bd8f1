using PowerIntegration.Local.Connectors;

namespace PowerIntegration.Sandbox.Hosting;

/// <summary>
/// A connector whose service runs inside this process, as if a wire led to it: while power is cut, no call gets through, and no answer.
/// </summary>
/// <param name="connector">The connector.</param>
/// <param name="cut">Cuts.</param>
internal sealed class WiredConnector(IConnector connector, PowerCut cut) : IConnector
{
    /// <inheritdoc/>
    public string ApiName => connector.ApiName;

    /// <inheritdoc/>
    public void Check(string operationId, IReadOnlyCollection<string> parameterNames) => connector.Check(operationId, parameterNames);

    /// <inheritdoc/>
    public Task<ConnectorResponse> InvokeAsync(ConnectorCall call, CancellationToken cancellationToken) =>
        cut.PassAsync($"POST /{ApiName}/{call.OperationId}", () => connector.InvokeAsync(call, cancellationToken));
}

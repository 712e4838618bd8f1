using System.Net.Http;
using System.Text.Json.Nodes;
using PowerIntegration.Local.Expressions;

namespace PowerIntegration.Local.Connectors;

/// <summary>The Dataverse connector over the Web API of the local Dataverse.</summary>
/// <param name="binding">What the connection gives.</param>
public sealed class DataverseConnector(DataverseConnectorBinding binding) : ITriggerConnector
{
    private const string NextLink = "@odata.nextLink";
    private const int MostPages = 1000;

    /// <inheritdoc/>
    public string ApiName => "shared_commondataserviceforapps";

    /// <inheritdoc/>
    public void Check(string operationId, IReadOnlyCollection<string> parameterNames) => DataverseOperations.Check(operationId, parameterNames);

    /// <inheritdoc/>
    public async Task<ConnectorResponse> InvokeAsync(ConnectorCall call, CancellationToken cancellationToken)
    {
        Check(call.OperationId, [.. call.Parameters.Select(parameter => parameter.Key)]);
        using var message = DataverseRequests.Build(call, binding.WebApi.ToString()).ToMessage();
        var response = await SendAsync(message, call, cancellationToken);
        return call.MinimumItemCount is { } minimum && response.IsSuccess ? await CollectAsync(response, minimum, call, cancellationToken) : response;
    }

    /// <inheritdoc/>
    public IDisposable Subscribe(string operationId, JsonObject parameters, Action<JsonObject> deliver)
    {
        Check(operationId, [.. parameters.Select(parameter => parameter.Key)]);
        if (operationId != DataverseOperations.Trigger || binding.Changes is not { } changes)
        {
            throw new ConnectorRefusalException(
                $"The Dataverse connector cannot subscribe '{operationId}': "
                    + $"{(binding.Changes is null ? "the connection has no source of row changes" : "it is not a trigger")}."
            );
        }

        // Who the flow runs as is the connection's business here: the token decides it.
        return changes.Subscribe(
            Number(parameters, "message", 7),
            TextForm.Of(parameters["subscriptionRequest/entityname"]),
            Number(parameters, "scope", 4),
            Values.TextOrNull(parameters["subscriptionRequest/filteringattributes"]),
            Values.TextOrNull(parameters["subscriptionRequest/filterexpression"]),
            deliver
        );
    }

    private static int Number(JsonObject parameters, string name, int maximum)
    {
        var value = parameters[$"subscriptionRequest/{name}"];
        return int.TryParse(TextForm.Of(value), out var number) && number >= 1 && number <= maximum
            ? number
            : throw new ConnectorRefusalException(
                $"The Dataverse trigger got {CompactJson.Write(value)} for '{name}', which is not a number from 1 to {maximum}."
            );
    }

    private async Task<ConnectorResponse> CollectAsync(ConnectorResponse first, int minimum, ConnectorCall call, CancellationToken cancellationToken)
    {
        var body = (JsonObject)first.Body!.DeepClone();
        var rows = (JsonArray)body["value"]!;
        for (var page = 1; page < MostPages && rows.Count < minimum && Values.TextOrNull(body[NextLink]) is { } next; page++)
        {
            using var message = new HttpRequestMessage(HttpMethod.Get, new Uri(next));
            message.Headers.TryAddWithoutValidation("Prefer", "odata.include-annotations=\"*\"");
            var response = await SendAsync(message, call, cancellationToken);
            if (!response.IsSuccess)
            {
                return response;
            }

            foreach (var row in (JsonArray)response.Body!["value"]!)
            {
                rows.Add(Values.Copy(row));
            }

            body.Remove(NextLink);
            if (response.Body[NextLink] is { } following)
            {
                body[NextLink] = Values.Copy(following);
            }
        }

        return first with
        {
            Body = body,
        };
    }

    private Task<ConnectorResponse> SendAsync(HttpRequestMessage message, ConnectorCall call, CancellationToken cancellationToken) =>
        ConnectorHttp.SendAsync(binding.Http, message, binding.Token, call.CorrelationId, cancellationToken);
}

using System.Net;
using System.Net.Http;
using System.Text.Json.Nodes;
using PowerIntegration.Local.Connectors;
using PowerIntegration.Local.Expressions;
using PowerIntegration.Local.Flows.Definition;
using PowerIntegration.Local.Flows.Running;

namespace PowerIntegration.Local.Flows.Actions;

/// <summary>Calls a connector operation and repeats it by policy.</summary>
internal static class ConnectorAction
{
    /// <summary>Runs the call.</summary>
    public static async Task<ActionOutcome> RunAsync(ActionCall call, ActionDefinition.Connector action, CancellationToken cancellationToken)
    {
        var services = call.Context.Services;
        var binding = call.Context.Run.Flow.Connections[action.ConnectionName];
        var connector = services.Connectors[binding.ApiName];
        var parameters = (JsonObject)call.Evaluate(action.Parameters)!;
        var inputs = new JsonObject
        {
            ["host"] = new JsonObject { ["connectionReferenceName"] = binding.ReferenceLogicalName, ["operationId"] = action.OperationId },
            ["parameters"] = Values.Copy(parameters),
        };
        var request = new ConnectorCall(action.OperationId, parameters, call.Context.Run.Id, action.MinimumItemCount);
        var policy = action.RetryPolicy ?? services.Settings.DefaultRetryPolicy;
        for (var attempt = 1; ; attempt++)
        {
            var answer = await SendAsync(connector, request, cancellationToken);
            var isLast = attempt > policy.Count || !answer.IsRetried || services.Clock.GetUtcNow() > call.Deadline;
            if (isLast)
            {
                return Outcome(action, inputs, answer) with { Calls = attempt };
            }

            var now = services.Clock.GetUtcNow();
            var wait = RetrySchedule.Wait(policy, attempt, services.Ids);
            var asked = answer.Response is null ? TimeSpan.Zero : RetrySchedule.Asked(answer.Response.Headers, now);
            await Waiting.UntilAsync(call, now + (asked > wait ? asked : wait), cancellationToken);
            if (services.Clock.GetUtcNow() > call.Deadline)
            {
                return Outcome(action, inputs, answer) with { Calls = attempt };
            }
        }
    }

    private static async Task<Answer> SendAsync(IConnector connector, ConnectorCall request, CancellationToken cancellationToken)
    {
        try
        {
            var response = await connector.InvokeAsync(request, cancellationToken);
            return new Answer(response, null, RetrySchedule.IsRetried(response.StatusCode));
        }
        catch (ConnectorRefusalException failure)
        {
            return new Answer(null, new FlowError("ConnectorRefused", failure.Message), false);
        }
        catch (HttpRequestException failure)
        {
            return new Answer(
                null,
                new FlowError("ConnectionFailed", $"The connector '{connector.ApiName}' could not reach its service: {failure.Message}"),
                true
            );
        }
        catch (OperationCanceledException failure) when (!cancellationToken.IsCancellationRequested)
        {
            return new Answer(
                null,
                new FlowError("ConnectionTimedOut", $"The connector '{connector.ApiName}' got no answer in time: {failure.Message}"),
                true
            );
        }
    }

    private static ActionOutcome Outcome(ActionDefinition.Connector action, JsonObject inputs, Answer answer)
    {
        if (answer.Response is not { } response)
        {
            return ActionOutcome.Failure(inputs, answer.Error!);
        }

        var outputs = new JsonObject
        {
            ["statusCode"] = (long)response.StatusCode,
            ["headers"] = new JsonObject(
                response.Headers.Select(header => System.Collections.Generic.KeyValuePair.Create(header.Key, (JsonNode?)header.Value))
            ),
            ["body"] = JsonText.Normalize(response.Body),
        };
        var code = ((HttpStatusCode)response.StatusCode).ToString();
        return response.IsSuccess
            ? ActionOutcome.Success(inputs, outputs)
            : new ActionOutcome(ActionStatus.Failed, code, inputs, outputs, new FlowError(code, ErrorText.Of(action, response)));
    }

    private sealed record Answer(ConnectorResponse? Response, FlowError? Error, bool IsRetried);
}

using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.PowerPlatform.Dataverse.Client.Rows;
using Microsoft.PowerPlatform.Dataverse.Client.Tables;
using Microsoft.PowerPlatform.Dataverse.Client.Wire;
using Microsoft.Xrm.Sdk;

namespace Microsoft.PowerPlatform.Dataverse.Client.Messages;

/// <summary>Calls a custom API as an unbound action: parameters as JSON, answers in their declared types.</summary>
internal sealed class CustomApiCall(WebApiChannel channel, TableCatalog tables, CustomApiCatalog customApis)
{
    public async Task<OrganizationResponse> ExecuteAsync(OrganizationRequest request, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(request.RequestName))
        {
            throw Faults.Of(Faults.InvalidArgument, "The request has no name.");
        }

        IReadOnlyDictionary<string, CustomApiValueType>? answers = await customApis
            .AnswersOfAsync(channel, request.RequestName, cancellationToken)
            .ConfigureAwait(false);
        var body = new JsonObject();
        foreach (KeyValuePair<string, object> parameter in request.Parameters.Where(parameter => parameter.Value != null))
        {
            body[parameter.Key] = await ParameterAsync(parameter.Value, cancellationToken).ConfigureAwait(false);
        }

        WebApiAnswer answer = await channel.SendAsync(WebApiRequest.Post(request.RequestName, body), cancellationToken).ConfigureAwait(false);
        return Response(request.RequestName, answer.Body, answers);
    }

    private async Task<JsonNode?> ParameterAsync(object value, CancellationToken cancellationToken)
    {
        switch (value)
        {
            case EntityReference reference:
                TableDefinition table = await tables.FindAsync(channel, reference.LogicalName, cancellationToken).ConfigureAwait(false);
                return new JsonObject
                {
                    ["@odata.type"] = "Microsoft.Dynamics.CRM." + table.LogicalName,
                    [table.PrimaryId] = reference.Id.ToString("D"),
                };
            case Entity row:
                JsonObject body = await new RowWriter(channel, tables).NewAsync(row, cancellationToken).ConfigureAwait(false);
                body.Insert(0, "@odata.type", "Microsoft.Dynamics.CRM." + row.LogicalName);
                return body;
            default:
                return JsonValues.Write(value);
        }
    }

    private static OrganizationResponse Response(string name, JsonElement? body, IReadOnlyDictionary<string, CustomApiValueType>? answers)
    {
        var response = new OrganizationResponse { ResponseName = name };
        if (body is not { } json)
        {
            return response;
        }

        foreach (JsonProperty property in json.EnumerateObject())
        {
            bool isAnswer = answers == null ? !property.Name.Contains('@', StringComparison.Ordinal) : answers.ContainsKey(property.Name);
            if (isAnswer && property.Value.ValueKind != JsonValueKind.Null)
            {
                response.Results[property.Name] = AnswerValues.Read(name, property, answers);
            }
        }

        return response;
    }
}

using System.Text.Json.Nodes;
using PowerIntegration.Packer.Sources;
using PowerIntegration.Packer.Verification.Flows.Typing;

namespace PowerIntegration.Packer.Verification.Flows.Dataverse;

/// <summary>Bodies of the answers of the Dataverse connector.</summary>
internal static class DataverseOutputs
{
    private const int Deleted = 2;

    private static readonly Dictionary<string, ValueShape> NothingExpanded = [];

    /// <summary>Body of an operation's answer.</summary>
    public static ValueShape Of(DataverseModel model, string operationId, JsonObject parameters)
    {
        TableModel? table = model.Set(parameters["entityName"].Text());
        switch (operationId)
        {
            case "GetItem" when table is not null:
                return Row(model, table, parameters);
            case "ListRecords" when table is not null:
                return new MembersShape(
                    $"the rows of {table.LogicalName}",
                    ("value", new ListShape(Row(model, table, parameters))),
                    ("@odata.context", ValueShape.Text),
                    ("@odata.nextLink", ValueShape.Text)
                );
            case "CreateRecord" or "UpdateRecord" or "UpdateOnlyRecord" when table is not null:
                return table.Row(null, NothingExpanded);
            case "DeleteRecord":
                return new MembersShape("the answer of DeleteRecord, which is empty,");
            case "PerformUnboundAction" when model.CustomApi(parameters["actionName"].Text()) is { } api:
                return new MembersShape($"the answer of {api.Name}", api.Outputs.Append(("@odata.context", ValueShape.Text)));
            default:
                return ValueShape.Unknown;
        }
    }

    /// <summary>Body of the trigger; a deleted row gives its id only.</summary>
    public static ValueShape OfTrigger(DataverseModel model, JsonObject parameters)
    {
        if (model.Table(parameters["subscriptionRequest/entityname"].Text()) is not { } table)
        {
            return ValueShape.Unknown;
        }

        string[]? selected = parameters["subscriptionRequest/message"].Whole() == Deleted ? [table.PrimaryKey] : null;
        return table.Row(selected, NothingExpanded);
    }

    private static MembersShape Row(DataverseModel model, TableModel table, JsonObject parameters)
    {
        Dictionary<string, ValueShape> expanded = [];
        foreach ((string name, string options) in ExpandReader.Split(parameters["$expand"].Text() ?? ""))
        {
            if (table.Navigation(name) is { } navigation && model.Table(navigation.Target) is { } target)
            {
                MembersShape row = target.Row(Selected(ExpandReader.Option(options, "$select")), NothingExpanded);
                expanded[name] = navigation.IsCollection ? new ListShape(row) : row;
            }
        }

        return table.Row(Selected(parameters["$select"].Text()), expanded);
    }

    private static string[]? Selected(string? select) =>
        string.IsNullOrWhiteSpace(select) ? null : [.. select.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];
}

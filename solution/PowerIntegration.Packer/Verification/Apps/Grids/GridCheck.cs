using PowerIntegration.Packer.Findings;
using PowerIntegration.Packer.Sources;
using PowerIntegration.Packer.Verification.Apps.Targets;
using PowerIntegration.Packer.Verification.Shapes;
using static PowerIntegration.Packer.Verification.Shapes.ElementShape;

namespace PowerIntegration.Packer.Verification.Apps.Grids;

/// <summary>Grids and charts on a form or a dashboard: table, views, chart and relationship exist and belong together.</summary>
internal static class GridCheck
{
    private static readonly ElementShape Parameters = Element("parameters")
        .One("TargetEntityType", Values.LogicalName)
        .One("ViewId", AppValues.AnyId)
        .Optional("ViewIds", Values.AnyText)
        .Optional("IsUserView", AppValues.Boolean)
        .Optional("IsUserChart", AppValues.Boolean)
        .Optional("RelationshipName", Values.AnyText)
        .Optional("RelationshipRoleOrdinal", Values.OneOf("1", "2"))
        .Optional("AutoExpand", Values.OneOf("Auto", "Fixed", "AutoWithFixedMax"))
        .Optional("RecordsPerPage", Values.Whole(1, 250))
        .Optional("MaxRowsBeforeScroll", AppValues.Count)
        .Optional("EnableQuickFind", AppValues.Boolean)
        .Optional("EnableJumpBar", AppValues.Boolean)
        .Optional("EnableViewPicker", AppValues.Boolean)
        .Optional("EnableChartPicker", AppValues.Boolean)
        .Optional("EnableContextualActions", AppValues.Boolean)
        .Optional("ChartGridMode", Values.OneOf("Chart", "Grid", "All"))
        .Optional("VisualizationId", Values.OrEmpty(AppValues.AnyId))
        .Optional("TeamTemplateId", AppValues.AnyId)
        .Optional("HeaderColorCode", Values.Color)
        .Optional("GridUIMode", Values.Text);

    /// <summary>What is wrong with one grid.</summary>
    /// <param name="targets">What it may refer to.</param>
    /// <param name="control">The control.</param>
    /// <param name="formTable">Logical name of the form's table, or null on a dashboard.</param>
    public static IEnumerable<Finding> Find(AppTargets targets, SourceElement control, string? formTable)
    {
        SourceElement? parameters = control.Below("parameters").FirstOrDefault();
        if (parameters is null)
        {
            return [control.Says("A grid needs the element parameters. Add it with TargetEntityType and ViewId.")];
        }

        string table = parameters.Text("TargetEntityType");
        return
        [
            .. Marked(control),
            .. ShapeCheck.Find(parameters, Parameters, complete: false),
            .. Table(targets, parameters, table),
            .. Views(targets, parameters, table),
            .. Chart(targets, parameters, table),
            .. formTable is null ? [] : Relationship(targets, parameters, table, formTable),
        ];
    }

    private static IEnumerable<Finding> Marked(SourceElement control)
    {
        if (control.Attribute("indicationOfSubgrid") is not ("true" or "1"))
        {
            yield return control.Says("A grid says that it is one. Write indicationOfSubgrid=\"true\".");
        }
    }

    private static IEnumerable<Finding> Table(AppTargets targets, SourceElement parameters, string table)
    {
        if (table.Length > 0 && !targets.HasTable(table))
        {
            yield return parameters.Says($"The table '{table}' does not exist. Name a table of the solution.");
        }
    }

    private static IEnumerable<Finding> Views(AppTargets targets, SourceElement parameters, string table) =>
        from list in parameters.Below("ViewId").Concat(parameters.Below("ViewIds"))
        from id in list.Element.Value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        where targets.Table(table) is not null
        where AppTargets.Find(targets.Views, TablePart.Views, id)?.TableName != table
        select list.Says($"{table} has no view with the id {id}. Name one in its folder SavedQueries.");

    private static IEnumerable<Finding> Chart(AppTargets targets, SourceElement parameters, string table)
    {
        string id = parameters.Text("VisualizationId");
        if (id.Length > 0 && targets.Table(table) is not null && AppTargets.Find(targets.Charts, TablePart.Charts, id)?.TableName != table)
        {
            yield return parameters.Says($"{table} has no chart with the id {id}. Name one in its folder Visualizations.");
        }

        if (id.Length == 0 && parameters.Text("ChartGridMode") == "Chart")
        {
            yield return parameters.Says("ChartGridMode is Chart, and no chart is named. Add VisualizationId.");
        }
    }

    private static IEnumerable<Finding> Relationship(AppTargets targets, SourceElement parameters, string table, string formTable)
    {
        string name = parameters.Text("RelationshipName");
        if (name.Length == 0 || targets.Table(table) is null)
        {
            yield break;
        }

        SourceElement? relationship = targets.Relationships.FirstOrDefault(found => found.Attribute("Name") == name);
        if (relationship is null)
        {
            yield return parameters.Says($"The relationship '{name}' does not exist. Name one between {formTable} and {table}.");
        }
        else if (!Ends(relationship).Contains(table) || !Ends(relationship).Contains(formTable))
        {
            yield return parameters.Says($"The relationship {name} is not between {formTable} and {table}. Name one that is.");
        }
    }

    private static IEnumerable<string> Ends(SourceElement relationship) =>
        new[] { "ReferencingEntityName", "ReferencedEntityName", "FirstEntityName", "SecondEntityName" }
            .Select(relationship.Text)
            .Select(LogicalName.Of);
}

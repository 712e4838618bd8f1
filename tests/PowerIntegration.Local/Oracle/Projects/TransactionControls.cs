using System.Text.Json.Nodes;
using PowerIntegration.Local.Oracle.Rest;

namespace PowerIntegration.Local.Oracle.Projects;

/// <summary>Whether a transaction control of a task or its project keeps a cost out.</summary>
internal static class TransactionControls
{
    /// <summary>Whether one excludes the cost.</summary>
    /// <param name="project">The project.</param>
    /// <param name="block">Project information of the cost.</param>
    /// <param name="type">Its expenditure type; null where it does not exist.</param>
    public static bool Excludes(JsonObject project, JsonObject block, JsonObject? type)
    {
        var task = project.Rows("Tasks").First(one => one.Text("TaskNumber") == block.Text("_TASK_ID_Display"));
        return AssumedFacts.TransactionControlsExclude
            && task.Rows(ProjectResources.TaskControls.Name)
                .Concat(project.Rows(ProjectResources.ProjectControls.Name))
                .Any(control => IsFor(control, block, type) && !control.Flag("ChargeableFlag"));
    }

    private static bool IsFor(JsonObject control, JsonObject block, JsonObject? type) =>
        ActiveDates.Contains(control, "StartDate", "EndDate", block.Text("_EXPENDITURE_ITEM_DATE")!)
        && (control.Text("ExpenditureTypeName") is not { } name || name == block.Text("_EXPENDITURE_TYPE_ID_Display"))
        && (control.Text("ExpenditureCategoryName") is not { } category || category == type?.Text("ExpenditureCategoryName"));
}

using System.Text.Json.Nodes;
using PowerIntegration.Local.Oracle.Projects;
using PowerIntegration.Local.Oracle.Rest;

namespace PowerIntegration.Local.Oracle.Payables;

/// <summary>
/// Project information of a line without a purchase order: project, task, item date, expenditure type and organization must fit together.
/// </summary>
internal sealed class ProjectCodingRules(ProjectBook book)
{
    public void Check(string businessUnit, JsonObject line, string path, List<Problem> problems)
    {
        var blocks = line.Rows("invoiceLineProjectDff").ToList();
        if (blocks.Count > 1)
        {
            problems.Add(new Problem("A line takes one invoiceLineProjectDff.", path + "/invoiceLineProjectDff"));
        }
        else if (blocks.Count == 1)
        {
            CheckBlock(businessUnit, blocks[0], path + "/invoiceLineProjectDff/1", problems);
        }
    }

    private void CheckBlock(string businessUnit, JsonObject block, string path, List<Problem> problems)
    {
        var missing = AssumedFacts.RequiredOfProjectLine.Where(attribute => block[attribute] is null).ToList();
        if (missing.Count > 0)
        {
            problems.AddRange(
                missing.Select(attribute => new Problem(
                    AssumedFacts.RequiredText(attribute, "invoiceLineProjectDff"),
                    $"{path}/{attribute}",
                    "FND_CMN_REQ_ATTRIB_API_SERV"
                ))
            );
            return;
        }

        var number = block.Text("_PROJECT_ID_Display")!;
        if (book.Project(number) is not { } project)
        {
            problems.Add(new Problem($"The project {number} doesn't exist.", path + "/_PROJECT_ID_Display"));
        }
        else if (!AssumedFacts.ProjectStatusesForNewTransactions.Contains(project.Text("ProjectStatusCode") ?? ""))
        {
            problems.Add(
                new Problem(
                    $"The project {number} has the status {project.Text("ProjectStatusCode")}, which doesn't allow new transactions.",
                    path + "/_PROJECT_ID_Display"
                )
            );
        }
        else if (!ActiveDates.Contains(project, "ProjectStartDate", "ProjectEndDate", block.Text("_EXPENDITURE_ITEM_DATE")!))
        {
            problems.Add(
                new Problem(
                    $"The project {number} runs from {project.Text("ProjectStartDate")} to {project.Text("ProjectEndDate")}, which "
                        + $"doesn't include the expenditure item date {block.Text("_EXPENDITURE_ITEM_DATE")}.",
                    path + "/_EXPENDITURE_ITEM_DATE"
                )
            );
        }
        else if (!MayCharge(businessUnit, project))
        {
            problems.Add(new Problem($"The project {number} doesn't allow charges from {businessUnit}.", path + "/_PROJECT_ID_Display"));
        }
        else if (WhyNotOnTask(project, block) is { } reason)
        {
            problems.Add(new Problem(reason, path + "/_TASK_ID_Display"));
        }
        else if (TransactionControls.Excludes(project, block, book.ExpenditureType(block.Text("_EXPENDITURE_TYPE_ID_Display")!)))
        {
            problems.Add(
                new Problem(
                    $"A transaction control of the project {number} excludes the expenditure type {block.Text("_EXPENDITURE_TYPE_ID_Display")}.",
                    path + "/_EXPENDITURE_TYPE_ID_Display"
                )
            );
        }

        CheckTypeAndOrganization(block, path, problems);
    }

    private void CheckTypeAndOrganization(JsonObject block, string path, List<Problem> problems)
    {
        var (type, organization, date) = (
            block.Text("_EXPENDITURE_TYPE_ID_Display")!,
            block.Text("_ORGANIZATION_ID_Display")!,
            block.Text("_EXPENDITURE_ITEM_DATE")!
        );
        if (book.ExpenditureType(type) is not { } known || !ActiveDates.Contains(known, "ExpenditureTypeStartDate", "ExpenditureTypeEndDate", date))
        {
            problems.Add(
                new Problem($"The expenditure type {type} isn't valid on {date}.", path + "/_EXPENDITURE_TYPE_ID_Display", "PJC_EXP_TYPE_INVALID")
            );
        }
        else if (!TakesSupplierInvoices(known))
        {
            problems.Add(
                new Problem($"The expenditure type {type} doesn't have the class for supplier invoices.", path + "/_EXPENDITURE_TYPE_ID_Display")
            );
        }

        if (!book.OwnsExpenditures(organization, date))
        {
            problems.Add(new Problem($"The organization {organization} isn't an expenditure organization.", path + "/_ORGANIZATION_ID_Display"));
        }
    }

    // A seed that names no classes leaves the question open.
    private static bool TakesSupplierInvoices(JsonObject type)
    {
        var classes = type.Rows("ExpenditureTypeClassesLOV").ToList();
        return classes.Count == 0 || classes.Exists(one => one.Text("ExpenditureTypeClassCode") == AssumedFacts.SupplierInvoiceClass);
    }

    private static bool MayCharge(string businessUnit, JsonObject project) =>
        project.Text("BusinessUnitName") is not { } owner || owner == businessUnit || project.Flag("AllowCrossChargeFlag");

    private static string? WhyNotOnTask(JsonObject project, JsonObject block)
    {
        var (number, date) = (block.Text("_TASK_ID_Display")!, block.Text("_EXPENDITURE_ITEM_DATE")!);
        var name = $"The task {number} of the project {project.Text("ProjectNumber")}";
        return project.Rows("Tasks").FirstOrDefault(task => task.Text("TaskNumber") == number) switch
        {
            null => $"{name} doesn't exist.",
            var task when !task.Flag("LowestTask") => $"{name} isn't a lowest-level task.",
            var task when !task.Flag("ChargeableFlag") => $"{name} isn't chargeable.",
            var task when !ActiveDates.Contains(task, "TaskStartDate", "TaskFinishDate", date) =>
                $"{name} runs from {task.Text("TaskStartDate")} to {task.Text("TaskFinishDate")}, which doesn't include the "
                    + $"expenditure item date {date}.",
            _ => null,
        };
    }
}

using System.Text.Json.Nodes;
using PowerIntegration.Local.Oracle.Rest;

namespace PowerIntegration.Local.Oracle.Projects;

/// <summary>
/// The people who keep projects, tasks, expenditure types and organizations on the pod. Whatever they change has the time of the simulator's clock as
/// its <c>LastUpdateDate</c>.
/// </summary>
public sealed class ProjectActors
{
    private readonly ProjectBook book;
    private readonly TimeProvider clock;
    private readonly Lock gate;

    internal ProjectActors(ProjectBook book, TimeProvider clock, Lock gate)
    {
        this.book = book;
        this.clock = clock;
        this.gate = gate;
    }

    /// <summary>Gives a task another name.</summary>
    /// <param name="project">Number of the project.</param>
    /// <param name="task">Number of the task.</param>
    /// <param name="name">The new name.</param>
    /// <exception cref="InvalidOperationException">There is no such task.</exception>
    public void RenameTask(string project, string task, string name) => ChangeTask(project, task, row => row["TaskName"] = name);

    /// <summary>Gives a task another number.</summary>
    /// <param name="project">Number of the project.</param>
    /// <param name="task">Number of the task.</param>
    /// <param name="number">The new number.</param>
    /// <exception cref="InvalidOperationException">There is no such task, or another one has the number.</exception>
    public void RenumberTask(string project, string task, string number) =>
        Change(
            project,
            copy =>
            {
                RequireFree(copy, number);
                Touch(Task(copy, task))["TaskNumber"] = number;
            }
        );

    /// <summary>Ends a task: it takes no cost after a day.</summary>
    /// <param name="project">Number of the project.</param>
    /// <param name="task">Number of the task.</param>
    /// <param name="lastDay">The last day that it takes.</param>
    /// <exception cref="InvalidOperationException">There is no such task.</exception>
    public void CloseTask(string project, string task, DateOnly lastDay) => ChangeTask(project, task, row => row["TaskFinishDate"] = Date(lastDay));

    /// <summary>Lets a task take cost, or no longer.</summary>
    /// <param name="project">Number of the project.</param>
    /// <param name="task">Number of the task.</param>
    /// <param name="isChargeable">Whether it does.</param>
    /// <exception cref="InvalidOperationException">There is no such task.</exception>
    public void SetChargeable(string project, string task, bool isChargeable) =>
        ChangeTask(project, task, row => row["ChargeableFlag"] = isChargeable);

    /// <summary>Adds a lowest-level task that takes cost on the days of its parent, or of its project; the parent becomes a summary.</summary>
    /// <param name="project">Number of the project.</param>
    /// <param name="parent">Number of the task above it; null for the top.</param>
    /// <param name="number">Its number.</param>
    /// <param name="name">Its name.</param>
    /// <exception cref="InvalidOperationException">There is no such project or parent, or another task has the number.</exception>
    public void AddTask(string project, string? parent, string number, string name) => AddTasks(project, parent, [KeyValuePair.Create(number, name)]);

    /// <summary>Adds several lowest-level tasks, as from a file: all or none.</summary>
    /// <param name="project">Number of the project.</param>
    /// <param name="parent">Number of the task above them; null for the top.</param>
    /// <param name="tasks">Number and name of each.</param>
    /// <exception cref="InvalidOperationException">There is no such project or parent, or another task has a number.</exception>
    public void AddTasks(string project, string? parent, IReadOnlyList<KeyValuePair<string, string>> tasks) =>
        Change(
            project,
            copy =>
            {
                var above = parent is null ? null : Task(copy, parent);
                if (above?.Flag("LowestTask") == true)
                {
                    Touch(above)["LowestTask"] = false;
                }

                var taken = copy.Rows("Tasks").Select(row => row.Text("TaskNumber")!).ToHashSet(StringComparer.Ordinal);
                var first = NextId(book.Projects.SelectMany(row => row.Rows("Tasks")), "TaskId", AssumedFacts.FirstNewTaskId);
                for (var index = 0; index < tasks.Count; index++)
                {
                    if (!taken.Add(tasks[index].Key))
                    {
                        throw Taken(copy, tasks[index].Key);
                    }

                    Children(copy, "Tasks").Add(NewTask(copy, above, first + index, tasks[index]));
                }
            }
        );

    /// <summary>Lets other business units charge a project, or no longer.</summary>
    /// <param name="project">Number of the project.</param>
    /// <param name="isAllowed">Whether they may.</param>
    /// <exception cref="InvalidOperationException">There is no such project.</exception>
    public void SetCrossCharge(string project, bool isAllowed) => Change(project, copy => Touch(copy)["AllowCrossChargeFlag"] = isAllowed);

    /// <summary>Gives a project another status.</summary>
    /// <param name="project">Number of the project.</param>
    /// <param name="code">For example CLOSED.</param>
    /// <exception cref="InvalidOperationException">There is no such project.</exception>
    public void SetProjectStatus(string project, string code) => Change(project, copy => Touch(copy)["ProjectStatusCode"] = code);

    /// <summary>Keeps an expenditure type out of a task, or of a whole project.</summary>
    /// <param name="project">Number of the project.</param>
    /// <param name="task">Number of the task; null for the project.</param>
    /// <param name="expenditureType">Name of the type.</param>
    /// <param name="from">First day.</param>
    /// <param name="to">Last day; null for no end.</param>
    /// <exception cref="InvalidOperationException">There is no such project, task or type.</exception>
    public void AddTransactionControl(string project, string? task, string expenditureType, DateOnly from, DateOnly? to = null) =>
        Change(
            project,
            copy =>
            {
                var type = Type(expenditureType);
                var child = task is null ? ProjectResources.ProjectControls.Name : ProjectResources.TaskControls.Name;
                var control = new JsonObject
                {
                    ["TransactionControlId"] = Row.Of(NextId(Controls(), "TransactionControlId", AssumedFacts.FirstTransactionControlId)),
                    ["Billable"] = "N",
                    ["ChargeableFlag"] = false,
                    ["ExpenditureTypeId"] = type["ExpenditureTypeId"]!.DeepClone(),
                    ["ExpenditureTypeName"] = expenditureType,
                    ["StartDate"] = Date(from),
                    ["EndDate"] = to is { } last ? Date(last) : null,
                    ["CreationDate"] = Now,
                };
                Children(task is null ? copy : Task(copy, task), child).Add(Touch(control));
            }
        );

    /// <summary>Ends an expenditure type: it takes no cost after a day.</summary>
    /// <param name="name">Name of the type.</param>
    /// <param name="lastDay">The last day that it takes.</param>
    /// <exception cref="InvalidOperationException">There is no such type.</exception>
    public void EndExpenditureType(string name, DateOnly lastDay)
    {
        lock (gate)
        {
            var copy = Touch(Type(name).Copy());
            copy["ExpenditureTypeEndDate"] = Date(lastDay);
            book.Commit(ProjectBook.TypeKind, copy);
        }
    }

    /// <summary>Ends an expenditure organization, in every business unit that has it.</summary>
    /// <param name="name">Name of the organization.</param>
    /// <param name="lastDay">The last day that it owns expenditures.</param>
    /// <exception cref="InvalidOperationException">There is no such expenditure organization.</exception>
    public void EndOrganization(string name, DateOnly lastDay)
    {
        lock (gate)
        {
            List<JsonObject> rows = [.. book.ExpenditureOrganizations(name).Select(row => Touch(row.Copy()))];
            if (rows.Count == 0)
            {
                throw new InvalidOperationException($"Oracle has no expenditure organization {name}.");
            }

            rows.ForEach(row => row["EffectiveEndDate"] = Date(lastDay));
            book.Commit(ProjectBook.OrganizationKind, rows);
        }
    }

    private JsonNode Now => JsonValue.Create(Row.Timestamp(clock.GetUtcNow()));

    private static string Date(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private void ChangeTask(string project, string task, Action<JsonObject> change) => Change(project, copy => change(Touch(Task(copy, task))));

    // The record is replaced and not changed: an answer that is being written keeps the old one.
    private void Change(string project, Action<JsonObject> change)
    {
        lock (gate)
        {
            var copy = (book.Project(project) ?? throw new InvalidOperationException($"Oracle has no project {project}.")).Copy();
            change(copy);
            book.Commit(ProjectBook.ProjectKind, copy);
        }
    }

    private JsonObject Touch(JsonObject row)
    {
        Row.Touch(row);
        row["LastUpdateDate"] = Now;
        return row;
    }

    private static JsonObject Task(JsonObject project, string number) =>
        project.Rows("Tasks").FirstOrDefault(row => row.Text("TaskNumber") == number)
        ?? throw new InvalidOperationException($"The project {project.Text("ProjectNumber")} has no task {number}.");

    private JsonObject Type(string name) =>
        book.ExpenditureType(name) ?? throw new InvalidOperationException($"Oracle has no expenditure type {name}.");

    private static void RequireFree(JsonObject project, string number)
    {
        if (project.Rows("Tasks").Any(row => row.Text("TaskNumber") == number))
        {
            throw Taken(project, number);
        }
    }

    private static InvalidOperationException Taken(JsonObject project, string number) =>
        new($"The project {project.Text("ProjectNumber")} has a task {number} already.");

    private static JsonArray Children(JsonObject row, string child)
    {
        if (row[child] is not JsonArray rows)
        {
            row[child] = rows = [];
        }

        return rows;
    }

    private IEnumerable<JsonObject> Controls() =>
        book.Projects.SelectMany(project =>
            project
                .Rows(ProjectResources.ProjectControls.Name)
                .Concat(project.Rows("Tasks").SelectMany(task => task.Rows(ProjectResources.TaskControls.Name)))
        );

    private static long NextId(IEnumerable<JsonObject> rows, string key, long first) =>
        Math.Max(first, rows.Select(row => row.Id(key)).DefaultIfEmpty().Max() + 1);

    private JsonObject NewTask(JsonObject project, JsonObject? parent, long id, KeyValuePair<string, string> task) =>
        Touch(
            new JsonObject
            {
                ["TaskId"] = Row.Of(id),
                ["TaskNumber"] = task.Key,
                ["TaskName"] = task.Value,
                ["ParentTaskId"] = parent?["TaskId"]?.DeepClone(),
                ["TaskLevel"] = Row.Of((parent?.Number("TaskLevel") ?? 0m) + 1m),
                ["LowestTask"] = true,
                ["ChargeableFlag"] = true,
                ["BillableFlag"] = true,
                ["TaskStartDate"] = (parent?["TaskStartDate"] ?? project["ProjectStartDate"])?.DeepClone(),
                ["TaskFinishDate"] = (parent?["TaskFinishDate"] ?? project["ProjectEndDate"])?.DeepClone(),
                ["CreationDate"] = Now,
            }
        );
}

using Microsoft.Xrm.Sdk;
using PowerIntegration.Domain.Wbs;
using PowerIntegration.Domain.Wbs.Segments;
using PowerIntegration.Gateway.Dataverse;
using PowerIntegration.Gateway.Intake;
using PowerIntegration.Gateway.Jobs;
using PowerIntegration.Gateway.Problems;
using PowerIntegration.Gateway.Procore;
using PowerIntegration.Gateway.Procore.Wire;
using PowerIntegration.Gateway.Remote;
using PowerIntegration.Tables;
using PowerIntegration.Tables.Rows;
using PowerIntegration.Tables.Wbs;

namespace PowerIntegration.Gateway.Wbs.Segments;

/// <summary>
/// Makes the items of a project's task segment in Procore those of its Oracle tasks. Each call reads the items and plans again from what it reads, so
/// that a stopped call, a lost answer or a changed id needs no memory; the run is finished when a plan is empty.
/// </summary>
internal sealed class SegmentPush(IDataverseStore store, PushSentinel sentinel, ProcoreSegments segments, CodePush codes) : IRun
{
    // Position of a run that has begun to compare.
    private const string Begun = "begun";

    private static readonly string[] Columns =
    [
        ProjectTable.Key,
        ProjectTable.Name,
        ProjectTable.RuleState,
        ProjectTable.ProcoreId,
        .. MappingQueries.ProjectColumns,
        ProjectTable.IsTemplate,
        ProjectTable.StructureReadOn,
        ProjectTable.StructureNote,
    ];

    /// <inheritdoc/>
    public int Kind => RunKindChoice.TaskSegment;

    /// <inheritdoc/>
    public async Task<RunProgress> ContinueAsync(RunRow run, CallBudget budget, CancellationToken cancellationToken)
    {
        var changes = new AttributeCollection();
        try
        {
            var project = await ProjectAsync(run.ProjectId, cancellationToken);
            await sentinel.RequireAsync(run, project, budget, cancellationToken);
            if (run.Position is null && !IsRead(new RowView(project)))
            {
                changes[RunTable.Message] = "The tasks of the project will be read from Oracle first. The run continues automatically.";
                return new RunProgress(changes, IsFinished: false) { IsPaused = true };
            }

            changes[RunTable.Position] = Begun;
            var source = Source(project);
            var segment = await SegmentAsync(source, new RowView(project), budget, cancellationToken);
            return await PushAsync(segment, project, changes, budget, cancellationToken);
        }
        catch (IntegrationException busy) when (busy is RemoteThrottledException or RemoteUnavailableException or BudgetSpentException)
        {
            changes[RunTable.Message] = busy.Message;
            return new RunProgress(changes, IsFinished: false) { IsPaused = busy is not BudgetSpentException };
        }
    }

    private async Task<RunProgress> PushAsync(
        TaskSegment segment,
        Entity project,
        AttributeCollection changes,
        CallBudget budget,
        CancellationToken cancellationToken
    )
    {
        var tasks = (await store.ListAsync(MappingQueries.Tasks(project.Id), cancellationToken))
            .Select(task => MappingRows.Task(new RowView(task)))
            .ToList();
        var writes = new SegmentWrites(segments, segment, budget);
        while (true)
        {
            var items = await ItemsAsync(segment, budget, cancellationToken);
            var plan = PlanOf(tasks, items, segment, new RowView(project));
            changes[RunTable.Total] = plan.Kept;
            changes[RunTable.Done] = plan.Kept - plan.Changes.Count;
            var ids = items.GroupBy(item => item.Path).ToDictionary(same => same.Key, same => same.First().Id);
            var sent = plan.Changes.Count == 0 ? 0 : await writes.WriteAsync(plan.Changes, ids, cancellationToken);
            if (writes.Pause is { } pause)
            {
                changes[RunTable.Done] = plan.Kept - plan.Changes.Count + writes.Taken;
                changes[RunTable.Message] = pause;
                return new RunProgress(changes, IsFinished: false) { IsPaused = writes.IsTurnedAway };
            }

            if (sent == 0)
            {
                var refused = Refused(segment, plan, writes);
                var pushed = new RowView(project).Flag(ProjectTable.IsTemplate)
                    ? PushedCodes.None
                    : await codes.PushAsync(project, segment, plan.Items, items, budget, cancellationToken);
                return Finished(changes, segment, plan, refused, pushed);
            }
        }
    }

    private static RunProgress Finished(
        AttributeCollection changes,
        TaskSegment segment,
        SegmentPlan plan,
        IReadOnlyList<string> refused,
        PushedCodes pushed
    )
    {
        changes[RunTable.Total] = plan.Kept + pushed.Codes.Needed;
        changes[RunTable.Done] = plan.Kept - plan.Changes.Count + pushed.Codes.Needed - pushed.Codes.Missing.Count;
        changes[RunTable.Message] = pushed.Pause ?? PushWords.Finished(segment.Name, plan, pushed, refused);
        return new RunProgress(changes, IsFinished: pushed.Pause is null) { IsPaused = pushed.IsTurnedAway };
    }

    // Whether Procore takes the delimiter of codes in the code of an item is not documented. Where it does not, the other tasks are kept in step.
    private static IReadOnlyList<string> Refused(TaskSegment segment, SegmentPlan plan, SegmentWrites writes)
    {
        var isOfDelimiters = plan.Changes.All(change =>
            change.Kind == SegmentChangeKind.Create
            && segment.Delimiter.Length > 0
            && change.Path.Code.Contains(segment.Delimiter, StringComparison.Ordinal)
            && writes.IsRefused(change)
        );
        return isOfDelimiters
            ? [.. plan.Changes.Select(change => PushWords.NotTaken(change.Path.Code, segment.Delimiter, writes.ReasonOf(change)))]
            : throw Unusable(PushWords.Refused(segment.Name, [.. plan.Changes.Select(change => $"{change.Path}: {writes.ReasonOf(change)}")]));
    }

    private static SegmentPlan PlanOf(List<ProjectTask> tasks, IReadOnlyList<SegmentItem> items, TaskSegment segment, RowView row)
    {
        var plan = SegmentPlan.Of(tasks, items, segment.Shape);
        return plan.Wanted > 0 || plan.Changes.Count == 0 ? plan : throw Unusable(PushWords.NothingWanted(row.RequiredText(ProjectTable.Name)));
    }

    // A person who starts a run has the structures read before; a later call takes what the hourly reading keeps.
    private static bool IsRead(RowView project) =>
        project.Text(ProjectTable.StructureNote) is { } note
            ? throw Unusable($"The structures of project {project.Text(ProjectTable.Name)} could not be read: {note} Then start again.")
            : project.Instant(ProjectTable.StructureReadOn) is not null;

    private async Task<IReadOnlyList<SegmentItem>> ItemsAsync(TaskSegment segment, CallBudget budget, CancellationToken cancellationToken)
    {
        var listed = await segments.ItemsAsync(segment.ProjectId, segment.Id, budget, cancellationToken);
        return [.. listed.Select(item => Item(item, segment)).DistinctBy(item => item.Id)];
    }

    private static SegmentItem Item(ListedItemWire? item, TaskSegment segment)
    {
        var codes = item?.PathCodes is { Count: > 0 } path ? path : [item?.Code];
        return item?.Id is { } id && codes.All(code => !string.IsNullOrEmpty(code))
            ? new SegmentItem
            {
                Id = id.ToString(CultureInfo.InvariantCulture),
                Path = CodePath.Of([.. codes.Select(code => code!)]),
                Name = item.Name ?? "",
                IsActive = ProcoreSegments.IsActive(item),
                IsInUse = item.InUse == true,
            }
            : throw new IntegrationException(
                ProblemCatalog.ProcoreAnswerUnreadable,
                $"Procore listed an item of segment {segment.Name} without an ID or a code. Contact Procore support."
            );
    }

    private async Task<TaskSegment> SegmentAsync(SourceProject project, RowView row, CallBudget budget, CancellationToken cancellationToken)
    {
        var name = row.RequiredText(ProjectTable.Name);
        var wanted = project.TaskSegment ?? throw Unusable(PushWords.NotNamed(name));
        var segment =
            await segments.FindAsync(project.ProcoreId, wanted, budget, cancellationToken) ?? throw Unusable(PushWords.NotFound(name, wanted));
        return segment.ProjectCanModifyOriginProject == false
            ? throw Unusable(PushWords.OfCompany(wanted))
            : new TaskSegment(
                project.ProcoreId,
                segment.Id!.Value,
                wanted,
                segment.Delimiter ?? "",
                new SegmentShape(segment.Structure == "tiered", ProcoreWbsCodeTable.TaskSegmentCodeLengthMax)
            );
    }

    private async Task<Entity> ProjectAsync(Guid? id, CancellationToken cancellationToken)
    {
        var row = id is { } known ? await store.FindAsync(ProjectTable.LogicalName, known, Columns, cancellationToken) : null;
        return row is not null && new RowView(row).Choice(ProjectTable.RuleState) == RuleStateChoice.Active
            ? row
            : throw Unusable(
                $"Project {(row is null ? "of this run" : new RowView(row).Text(ProjectTable.Name))} is not active. Activate the project, "
                    + "then start again."
            );
    }

    private static SourceProject Source(Entity project)
    {
        var row = new RowView(project);
        return new SourceProject(project.Id, row.RequiredText(ProjectTable.ProcoreId), row.Text(ProjectTable.TaskSegment));
    }

    private static IntegrationException Unusable(string sentence) => new(ProblemCatalog.RunUnusable, sentence);
}

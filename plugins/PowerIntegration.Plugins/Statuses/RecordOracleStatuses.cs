using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using PowerIntegration.Domain.Approvals;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Refusals;
using PowerIntegration.Plugins.Documents;
using PowerIntegration.Plugins.Findings;
using PowerIntegration.Plugins.Registration;
using PowerIntegration.Plugins.Shell;
using PowerIntegration.Tables;
using PowerIntegration.Tables.Rows;

namespace PowerIntegration.Plugins.Statuses;

/// <summary>
/// Takes from the gateway what Oracle says of posted documents: whether they are validated, approved and paid. The documents stay as they were
/// posted; what Oracle's approvers decided is shown, and where they rejected one, a controller is told.
/// </summary>
[CustomApi(
    "pint_RecordOracleStatuses",
    Gates.RecordOracleStatuses,
    "Records the validation, approval and payment status of posted documents, and opens a finding for each one that Oracle's approvers rejected."
)]
[CustomApiInput("EnvironmentId", CustomApiFieldType.Guid, "Row ID of the environment that the gateway serves.")]
[CustomApiInput(
    "Statuses",
    CustomApiFieldType.String,
    "One line per Oracle invoice: row ID of the document, validation status, approval status, payment status, with bars between them."
)]
[CustomApiOutput("Changed", CustomApiFieldType.Integer, "Number of documents whose status changed.")]
public sealed class RecordOracleStatuses : PluginShell
{
    private const string EnvironmentAlias = "environment";
    private const string PreparationAlias = "preparation";
    private const string ProjectAlias = "project";
    private const string PayablesAlias = "payables";

    private protected override void Run(PluginCall call)
    {
        var service = call.SystemService();
        var environment = new EntityReference(EnvironmentTable.LogicalName, call.Input<Guid>("EnvironmentId"));
        RegisteredGateway.Of(service, environment).Require(call);
        var reader = new FieldReader();
        var statuses = TargetStatuses.Read(call.Input<string>("Statuses"), reader);
        if (reader.Problems.Count > 0)
        {
            throw new InvalidPluginExecutionException(
                $"{string.Join(" ", reader.Problems)} Nothing was recorded. ({SharedReasons.InputUnusable.Wire})"
            );
        }

        var now = call.Context.OperationCreatedOn;
        var changed = 0;
        foreach (var row in Posted(service, environment, [.. statuses.Select(status => status.DocumentId).Distinct()]))
        {
            changed += Record(service, row, [.. statuses.Where(status => status.DocumentId == row.Id)], now) ? 1 : 0;
        }

        call.Output("Changed", changed);
    }

    private static bool Record(IOrganizationService service, Entity document, IReadOnlyList<TargetStatus> statuses, DateTime now)
    {
        var row = new RowView(document);
        var approval = TargetStatuses.Joined(statuses.Select(status => status.Approval));
        var after = new Entity(DocumentTable.LogicalName, document.Id)
        {
            [DocumentTable.ValidationStatus] = TargetStatuses.Joined(statuses.Select(status => status.Validation)),
            [DocumentTable.OracleApprovalStatus] = approval,
            [DocumentTable.PaidStatus] = TargetStatuses.Joined(statuses.Select(status => status.Paid)),
        };
        var isChanged = after.Attributes.Any(column => row.Text(column.Key) != (string)column.Value);
        after[DocumentTable.OracleCheckedOn] = now;
        service.Update(after);
        Report(service, document.Id, row, approval, now);
        return isChanged;
    }

    private static void Report(IOrganizationService service, Guid documentId, RowView row, string approval, DateTime now)
    {
        var writer = new FindingWriter(service, now);
        var environment = row.RequiredReference(DocumentTable.EnvironmentId);
        var scope = FindingWriter.ScopeOf(row.Joined(EnvironmentAlias));
        var rejected = OracleApproval.RejectedThere(
            row.RequiredText(DocumentTable.Name),
            approval,
            row.Amount(DocumentTable.PayableAmount),
            row.Text(DocumentTable.Currency)
        );
        if (rejected is not null)
        {
            writer.Seen(
                rejected,
                new FindingSubject(scope, environment, new EntityReference(DocumentTable.LogicalName, documentId), FindingTable.DocumentId)
            );
        }

        // That Oracle asks may show only after it began: the business unit's set-up is told then, once.
        if (
            row.Joined(ProjectAlias).Reference(ProjectTable.PayablesSetupId) is { } payables
            && OracleApproval.AskedTwice(
                ApprovalPlaces.FromChoice(row.Joined(PreparationAlias).Choice(PreparationTable.ApprovalPlace)),
                [approval],
                row.Joined(PayablesAlias).Text(PayablesSetupTable.BusinessUnit) ?? ""
            )
                is { } twice
        )
        {
            writer.Seen(twice, new FindingSubject(scope, environment, new EntityReference(PayablesSetupTable.LogicalName, payables), null));
        }
    }

    private static IReadOnlyList<Entity> Posted(IOrganizationService service, EntityReference environment, IReadOnlyList<Guid> ids)
    {
        if (ids.Count == 0)
        {
            return [];
        }

        var query = Rows.Of(
            DocumentTable.LogicalName,
            [
                DocumentTable.Name,
                DocumentTable.EnvironmentId,
                DocumentTable.ValidationStatus,
                DocumentTable.OracleApprovalStatus,
                DocumentTable.PaidStatus,
                DocumentTable.PayableAmount,
                DocumentTable.Currency,
            ]
        );
        query.Criteria.AddCondition(new ConditionExpression(DocumentTable.Id, ConditionOperator.In, [.. ids.Cast<object>()]));
        query.Criteria.AddCondition(DocumentTable.EnvironmentId, ConditionOperator.Equal, environment.Id);
        query.Criteria.AddCondition(DocumentTable.DocumentState, ConditionOperator.Equal, DocumentStateChoice.Posted);
        query
            .AddLink(EnvironmentTable.LogicalName, DocumentTable.EnvironmentId, EnvironmentTable.Id)
            .Join(EnvironmentAlias, FindingWriter.EnvironmentColumns);
        query
            .AddLink(PreparationTable.LogicalName, DocumentTable.PreparationId, PreparationTable.Id, JoinOperator.LeftOuter)
            .Join(PreparationAlias, [PreparationTable.ApprovalPlace]);
        var project = query.AddLink(ProjectTable.LogicalName, DocumentTable.ProjectId, ProjectTable.Id, JoinOperator.LeftOuter);
        project.Join(ProjectAlias, [ProjectTable.PayablesSetupId]);
        project
            .AddLink(PayablesSetupTable.LogicalName, ProjectTable.PayablesSetupId, PayablesSetupTable.Id, JoinOperator.LeftOuter)
            .Join(PayablesAlias, [PayablesSetupTable.BusinessUnit]);
        return Rows.All(service, query);
    }
}

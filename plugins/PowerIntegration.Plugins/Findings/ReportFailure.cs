using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Findings;
using PowerIntegration.Domain.Refusals;
using PowerIntegration.Domain.Stalled;
using PowerIntegration.Plugins.Registration;
using PowerIntegration.Plugins.Shell;
using PowerIntegration.Tables;
using PowerIntegration.Tables.Rows;

namespace PowerIntegration.Plugins.Findings;

/// <summary>
/// What the catch of every flow calls: reads whatever the failed step got as its answer, writes it where people look, on the event or the document,
/// with the next try, and says whether the run should end as failed.
/// </summary>
[CustomApi(
    "pint_ReportFailure",
    Gates.ReportFailure,
    "Records why a step of a flow failed on its event or document, and as a finding. Accepts any response."
)]
[CustomApiInput("Steps", CustomApiFieldType.String, "Results of the scope that failed, as JSON, from the result() function of the flow.")]
[CustomApiInput("EventId", CustomApiFieldType.Guid, "Row ID of the inbound event the run processed.", IsOptional = true)]
[CustomApiInput("DocumentId", CustomApiFieldType.Guid, "Row ID of the document the run processed.", IsOptional = true)]
[CustomApiOutput(
    "IsTechnical",
    CustomApiFieldType.Boolean,
    "True if a connection, the platform or a program failed; false if the record was refused."
)]
[CustomApiOutput("Message", CustomApiFieldType.String, "Message to show to a person: what happened and what to do next.")]
public sealed class ReportFailure : PluginShell
{
    private const string Environment = "environment";

    private static readonly string[] HeldColumns = [.. StalledRows.DocumentColumns, DocumentTable.HoldPlacedOn, DocumentTable.HoldReleasedOn];

    private protected override void Run(PluginCall call)
    {
        var failure = StepResults.Read(call.Input<string>("Steps"));
        var service = call.SystemService();
        var now = call.Context.OperationCreatedOn;
        if (!failure.IsHarmless)
        {
            if (call.OptionalId("DocumentId") is { } documentId)
            {
                OnDocument(service, documentId, failure, now);
            }
            else if (call.OptionalId("EventId") is { } eventId)
            {
                OnEvent(service, eventId, failure, now);
            }
            else
            {
                OnEnvironment(service, failure, now);
            }
        }

        call.Output("IsTechnical", failure.IsTechnical);
        call.Output("Message", failure.Sentence);
    }

    private static void OnEvent(IOrganizationService service, Guid id, StepFailure failure, DateTime now)
    {
        if (Find(service, InboundEventTable.LogicalName, InboundEventTable.Id, id, StalledRows.EventColumns) is not { } row)
        {
            return;
        }

        // Where the gateway answered, it wrote on the event itself.
        if (failure.Code is null)
        {
            var attempts = StalledRows.Event(id, new RowView(row)).Attempts + 1;
            service.Update(
                new Entity(InboundEventTable.LogicalName, id)
                {
                    [InboundEventTable.EventState] = new OptionSetValue(EventStateChoice.Failed),
                    [InboundEventTable.Message] = Sentence.Fit(failure.Sentence, InboundEventTable.MessageLengthMax),
                    [InboundEventTable.Attempts] = attempts,
                    [InboundEventTable.NextTryOn] = Backoff.NextTry(attempts, now),
                }
            );
        }

        new FindingWriter(service, now).Seen(
            Finding(failure, FindingKind.EventFailed, new RowView(row).Text(InboundEventTable.Name)),
            Subject(row, InboundEventTable.EnvironmentId, FindingTable.InboundEventId)
        );
    }

    private static void OnDocument(IOrganizationService service, Guid id, StepFailure failure, DateTime now)
    {
        if (Find(service, DocumentTable.LogicalName, DocumentTable.Id, id, HeldColumns) is not { } row)
        {
            return;
        }

        // What is at its end was reached by another call meanwhile; only its files may be left to do.
        var document = StalledRows.Document(id, new RowView(row));
        if (DocumentStateMachine.IsFinal(document.State))
        {
            if (document.HasCauseOf(FindingKind.AttachmentsUnfinished.Wire, isReplaced: false))
            {
                new FindingWriter(service, now).Seen(
                    Finding(failure, FindingKind.AttachmentsUnfinished, document.Name),
                    Subject(row, DocumentTable.EnvironmentId, FindingTable.DocumentId)
                );
            }

            ReportHold(service, row, document, failure, now);
            return;
        }

        var changes = new Entity(DocumentTable.LogicalName, id)
        {
            [DocumentTable.Attempts] = document.Attempts + 1,
            [DocumentTable.NextTryOn] = Backoff.NextTry(document.Attempts + 1, now),
        };
        if (!document.IsStopped)
        {
            changes[DocumentTable.Reason] = Sentence.Fit(failure.Sentence, DocumentTable.ReasonLengthMax);
        }

        service.Update(changes);
        new FindingWriter(service, now).Seen(
            document.WithMoney(Finding(failure, FindingKind.DocumentUnfinished, document.Name)),
            Subject(row, DocumentTable.EnvironmentId, FindingTable.DocumentId)
        );
    }

    // Only its payment hold is still looked after.
    private static void ReportHold(IOrganizationService service, Entity row, StalledDocument document, StepFailure failure, DateTime now)
    {
        var view = new RowView(row);
        if (view.Instant(DocumentTable.HoldPlacedOn) is not null && view.Instant(DocumentTable.HoldReleasedOn) is null)
        {
            new FindingWriter(service, now).Seen(
                Finding(failure, FindingKind.PaymentHoldStuck, document.Name) with
                {
                    Amount = document.Amount,
                    Currency = document.Currency,
                },
                Subject(row, DocumentTable.EnvironmentId, FindingTable.DocumentId)
            );
        }
    }

    // A run that is about no record: the poll or the sweep itself.
    private static void OnEnvironment(IOrganizationService service, StepFailure failure, DateTime now)
    {
        var query = Rows.Of(EnvironmentTable.LogicalName, FindingWriter.EnvironmentColumns);
        query.AddOrder(EnvironmentTable.Key, OrderType.Ascending);
        query.TopCount = 1;
        if (Rows.First(service, query) is { } row)
        {
            var subject = new FindingSubject(FindingWriter.ScopeOf(new RowView(row)), row.Id, row.ToEntityReference(), null);
            new FindingWriter(service, now).Seen(Finding(failure, FindingKind.FlowFailed, null), subject);
        }
    }

    private static Finding Finding(StepFailure failure, FindingKind kind, string? name) =>
        new()
        {
            Kind = kind,
            Severity = failure.IsTechnical ? FindingSeverity.Warning : FindingSeverity.Error,
            Owner = failure.Owner,
            Sentence = string.IsNullOrEmpty(name) ? failure.Sentence : $"{name}: {failure.Sentence}",
            NextStep = failure.NextStep,
        };

    private static FindingSubject Subject(Entity row, string environmentColumn, string column) =>
        new(
            FindingWriter.ScopeOf(new RowView(row, Environment)),
            new RowView(row).RequiredReference(environmentColumn),
            row.ToEntityReference(),
            column
        );

    private static Entity? Find(IOrganizationService service, string table, string idColumn, Guid id, IEnumerable<string> columns)
    {
        // Both tables call their lookup of the environment the same.
        var query = Rows.Of(table, columns.Concat([DocumentTable.EnvironmentId]));
        query.Criteria.AddCondition(idColumn, ConditionOperator.Equal, id);
        query
            .AddLink(EnvironmentTable.LogicalName, DocumentTable.EnvironmentId, EnvironmentTable.Id)
            .Join(Environment, FindingWriter.EnvironmentColumns);
        return Rows.First(service, query);
    }
}

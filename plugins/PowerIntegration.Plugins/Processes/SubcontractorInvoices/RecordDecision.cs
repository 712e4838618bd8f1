using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Duplicates;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Preparation;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Sequence;
using PowerIntegration.Domain.Refusals;
using PowerIntegration.Domain.Texts;
using PowerIntegration.Plugins.Documents;
using PowerIntegration.Plugins.Processes.SubcontractorInvoices.Commitments;
using PowerIntegration.Plugins.Processes.SubcontractorInvoices.Decisions;
using PowerIntegration.Plugins.Registration;
using PowerIntegration.Plugins.Shell;
using PowerIntegration.Tables;
using PowerIntegration.Tables.Rows;

namespace PowerIntegration.Plugins.Processes.SubcontractorInvoices;

/// <summary>
/// Records what a controller decided about one document: a variance to catch up, a cut on the header, deductions, a release, changes of the schedule
/// of values, applications that will never come. It replaces what was decided before, carries the caller's name, and lets the document be prepared
/// again.
/// </summary>
[CustomApi("pint_RecordDecision", Gates.RecordDecision, "Records a controller's decision about one document and has the document prepared again.")]
[CustomApiInput("DocumentId", CustomApiFieldType.Guid, "Row ID of the document.")]
[CustomApiInput("Decisions", CustomApiFieldType.String, "The decisions, as JSON. They replace earlier decisions.")]
[CustomApiOutput("State", CustomApiFieldType.String, "State of the document after the call.")]
[CustomApiOutput("ReasonCode", CustomApiFieldType.String, "Code of the reason that stops the document; empty if none does.")]
[CustomApiOutput("Message", CustomApiFieldType.String, "Message to show to a person: what happened and what to do next.")]
[CustomApiAnswer(typeof(ReleasedWork))]
public sealed class RecordDecision : PluginShell
{
    private protected override void Run(PluginCall call)
    {
        var documentId = call.Input<Guid>("DocumentId");
        var caller = call.Person();
        var reader = new FieldReader();
        var decided = JsonText.Read("Decisions", call.Input<string>("Decisions"), reader, fields => DecisionsText.Of(fields, caller.Name));
        if (reader.Problems.Count > 0)
        {
            Answer(
                call,
                "Refused",
                new Refusal(
                    SharedReasons.InputUnusable,
                    string.Join(" ", reader.Problems) + " Nothing was stored. Correct the decision and record it again."
                )
            );
            return;
        }

        var service = call.SystemService();
        if (DocumentIdentity.Find(service, documentId) is not { } identity)
        {
            Answer(
                call,
                "Refused",
                new Refusal(DocumentReasons.DocumentNotFound, $"Document {documentId} does not exist. Choose an existing document.")
            );
            return;
        }

        ScopeLock.Take(service, identity);
        var snapshot = CommitmentSnapshot.Read(service, identity.CommitmentId, documentId);
        if (
            DecisionRules.NothingToDiffer(
                decided!,
                VendorDocuments.Others(service, snapshot, decided!.DiffersFrom),
                FoundPayables.Read(snapshot.Document.Text(DocumentTable.OracleAlike)),
                snapshot.Document.RequiredText(DocumentTable.Name)
            ) is
            { } unknown
        )
        {
            Answer(call, snapshot.Summary.State.ToString(), unknown);
            return;
        }

        Record(call, service, snapshot, new DecidedText(snapshot, decided, caller));
    }

    private static void Record(PluginCall call, IOrganizationService service, CommitmentSnapshot snapshot, DecidedText decided)
    {
        var decisions = decided.Text;
        var summary = snapshot.Summary;
        var name = snapshot.Document.RequiredText(DocumentTable.Name);
        if (DecisionRules.Undecidable(summary, decided.Decisions, name) is { } refusal)
        {
            Answer(call, summary.State.ToString(), refusal);
            return;
        }

        var held = DecisionRules.Held(summary, name);
        if (
            summary.State == DocumentState.Held
            && summary.IsStoppedBy(DocumentReasons.DecisionRecorded)
            && snapshot.Document.Text(DocumentTable.Decisions) == decisions
        )
        {
            Recorded(call, snapshot, decided, held);
            return;
        }

        // The gateway claims without the lock of the commitment. If it claimed the document since the read, nothing is written: a document that is
        // being sent is never held.
        var changes = new Entity(DocumentTable.LogicalName, snapshot.Own.Id)
        {
            RowVersion = snapshot.Own.RowVersion,
            [DocumentTable.Decisions] = decisions,
            [DocumentTable.DocumentState] = new OptionSetValue(DocumentStates.ToChoice(DocumentState.Held)),
            [DocumentTable.ReasonCode] = held.WireCode,
            [DocumentTable.Reason] = held.Sentence,

            // What was decided is not what the sweep waited for.
            [DocumentTable.Attempts] = null,
            [DocumentTable.NextTryOn] = null,
        };
        service.Execute(new UpdateRequest { Target = changes, ConcurrencyBehavior = ConcurrencyBehavior.IfRowVersionMatches });
        InboxRelease.Of(service, snapshot.Own.Id);
        Recorded(call, snapshot, decided, held);
    }

    private static void Recorded(PluginCall call, CommitmentSnapshot snapshot, DecidedText decided, Refusal held)
    {
        Answer(call, DocumentState.Held.ToString(), held);
        var isRelease = snapshot.Summary.Type == DocumentKind.RetainageRelease;
        var waits = isRelease
            ? SequenceCheck.OnItsWay(snapshot.Summary, snapshot.Others) is not null
            : SequenceCheck.Of(snapshot.Summary, snapshot.Others, snapshot.LastPostedNumber).Any();
        if (waits)
        {
            ReleasedWork.Answer(call, []);
            return;
        }

        snapshot.Own[DocumentTable.PayableAmount] = decided.PayableOf(snapshot) ?? 0m;
        ReleasedWork.Answer(call, snapshot.OwnAndWaiting);
    }

    private static void Answer(PluginCall call, string state, Refusal refusal)
    {
        call.Output("State", state);
        call.Output("ReasonCode", refusal.WireCode);
        call.Output("Message", refusal.Sentence);
    }
}
